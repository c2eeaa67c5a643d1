import Cells
import Testing

@testable import Themes

/// Areas in colours that businesses bring.
struct FaceTests {
  private static let colors: [String] = stride(from: 0, through: 255, by: 51).flatMap { red in
    stride(from: 0, through: 255, by: 51).flatMap { green in
      [0, 51, 118, 153, 204, 255].map { blue in
        "#"
          + [red, green, blue].map { value in
            let digits = String(value, radix: 16)
            return digits.count < 2 ? "0" + digits : digits
          }.joined()
      }
    }
  }

  @Test(arguments: [ColorDepth.palette8, .palette16, .palette256, .trueColor])
  func `what is written on a face can be read, whatever colour a brand has`(depth: ColorDepth) {
    for name in ["dark", "light", "high-contrast"] {
      guard let theme = try? Theme.named(name).reduced(to: depth) else {
        Issue.record("no theme \(name)")
        continue
      }
      for color in Self.colors + ["", "#12", "red"] {
        let face = theme.face(of: color)
        for style in [face.ground, face.shade] {
          #expect(style.foreground.isReadable(on: style.background), "\(color) \(depth) \(name)")
        }
      }
    }
  }

  @Test func `no face is as bright as the paper of a code`() throws {
    let theme = try Theme.named("dark")
    for color in ["#ffffff", "#ffff00", "#f5f0dc", "#00ffff"] {
      let face = theme.face(of: color)
      for style in [face.ground, face.shade] {
        guard case .rgb(let red, let green, let blue) = style.background else {
          Issue.record("\(color) is no colour of its own")
          continue
        }
        #expect(SRGB(red, green, blue).contrast(with: .white) >= 1.6, "\(color)")
      }
    }
  }

  @Test func `without colours a face is the page`() throws {
    let face = try Theme.named("dark").reduced(to: .mono).face(of: "#123456")
    #expect(face.ground == .plain && !face.isShaded)
  }

  /// One look that no resting element has.
  @Test(arguments: ColorDepth.allCases)
  func `nothing at rest looks as if it had the focus, whatever colour a brand has`(
    depth: ColorDepth
  ) throws {
    let faces: [ThemeToken] = [.brandFace, .brandFaceMuted]
    let resting =
      faces + [.surface, .primary, .button, .disabled, .selectionResting, .field]
    var themes = try Theme.shipped.map { (try Theme.named($0).reduced(to: depth), resting) }
    let accents = stride(from: 0, to: Self.colors.count, by: 7).map { Self.colors[$0] }
    for accent in accents + BrandTests.accents {
      for name in ["light", "dark"] {
        themes.append((try Theme.named(name).branded(accent: accent).reduced(to: depth), faces))
      }
    }
    for (theme, resting) in themes {
      for focus in [ThemeToken.focus, .selection] {
        for token in resting {
          let (rest, mark) = (theme[token], theme[focus])
          guard theme.depth > .mono else {
            #expect(!rest.attributes.contains(.reverse), "\(token) of \(theme.name)")
            continue
          }
          #expect(rest.background != mark.background, "\(token) of \(theme.name) at \(depth)")
        }
        // The face is the largest of them: it is told apart at a glance.
        guard case .rgb(let red, let green, let blue) = theme[.brandFace].background,
          case .rgb(let other, let than, let it) = theme[focus].background
        else { continue }
        let distance = OKLab(SRGB(red, green, blue)).distance(to: OKLab(SRGB(other, than, it)))
        #expect(distance > 0.02, "\(theme.name)")
      }
    }
  }
}

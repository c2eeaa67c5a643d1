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
}

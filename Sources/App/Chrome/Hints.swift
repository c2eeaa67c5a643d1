import Cells
import Themes

/// A key and what it does, as the screen names it; it can be clicked too.
struct Hint {
  let id: Element.ID
  let key: String
  let title: String
  /// What flows and lines call it, where that is not its title.
  var spoken: String?
  /// `nil` where the key alone does it.
  let action: Action?

  /// What is written.
  var label: String { "\(key) \(title)" }
  var width: Int { displayWidth(of: label) }
}

/// What a hint stands on.
enum HintGround {
  /// The bar at the bottom.
  case bar
  /// The page itself.
  case page
  case sheet
  /// The row of a sheet's title: there Tab stops at each of them.
  case sheetTitle
  /// A line of words above a screen.
  case surface
}

extension Canvas {
  /// - Parameter place: where it is written and where it is clicked.
  mutating func hint(_ hint: Hint, in place: Rect, on ground: HintGround) {
    let (key, words) =
      switch ground {
      case .bar: (style(.key, on: .bar), style(.hint, on: .bar))
      case .page: (look(.key), look(.hint))
      // On the lightest ground the quietest ink is hard to read.
      case .sheet, .sheetTitle:
        (look(.key), self.ground == .sheet ? look(.sheetMuted) : look(.hint))
      case .surface: (style(.key, on: .surface), style(.surfaceMuted, on: .surface))
      }
    write(hint.label, in: place, words)
    write(hint.key, in: place.narrowed(to: displayWidth(of: hint.key)), key)
    guard let action = hint.action else { return }
    add(Element(hint.id, .button, hint.spoken ?? hint.title, bounds: place, action: action))
  }

  /// As many hints as fit, from the left.
  mutating func hintLine(_ hints: [Hint], gap: Int, in row: Rect, on ground: HintGround) {
    var rest = row.top(1)
    for hint in hints {
      guard rest.height > 0, rest.width >= hint.width else { return }
      self.hint(hint, in: rest.narrowed(to: hint.width), on: ground)
      rest = rest.inset(left: hint.width + gap)
    }
  }

  /// As many hints as fit against the right end; where there is no room for all, the first go.
  mutating func hintLine(endingAtRight hints: [Hint], gap: Int, in row: Rect, on ground: HintGround)
  {
    var end = row.maxX
    var placed: [(hint: Hint, place: Rect)] = []
    for hint in hints.reversed() {
      guard end - hint.width >= row.x else { break }
      placed.append((hint, Rect(x: end - hint.width, y: row.y, width: hint.width, height: 1)))
      end -= hint.width + gap
    }
    // They were placed from the right; they are read from the left.
    for (hint, place) in placed.reversed() { self.hint(hint, in: place, on: ground) }
  }

  /// One hint at the right end of a row, the way out mostly; returns its place.
  @discardableResult
  mutating func wayOut(_ hint: Hint, in row: Rect, on ground: HintGround) -> Rect {
    let place = row.inset(left: max(0, row.width - hint.width))
    self.hint(hint, in: place, on: ground)
    return place
  }
}

extension State {
  /// The way out of a sheet.
  func closeHint(_ title: Phrase = .close) -> Hint {
    Hint(id: .closeSheet, key: Command.key(.back), title: phrases.say(title), action: .back)
  }
}

extension Element.ID {
  static let closeSheet: Element.ID = "sheet.close"
}

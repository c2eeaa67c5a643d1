import Content
import Loyalty

/// What stays in sight of a picture, as it is chosen: one of nine places, or any in per cent.
struct PictureFocus: Equatable {
  let x: Int
  let y: Int

  init(_ x: Int, _ y: Int) {
    let nearest = Picture.Focus(x: x, y: y)
    (self.x, self.y) = (nearest.x, nearest.y)
  }

  /// As it stands in a block; without it the middle.
  init(_ value: JSONValue?) {
    let parts = ["x", "y"].map { value?[$0]?.integer.map { Int(clamping: $0) } ?? 50 }
    self.init(parts[0], parts[1])
  }

  /// - Parameter name: as `name` has it.
  init(name: String) {
    let parts = name.split(separator: ",").compactMap { Int($0) }
    self.init(parts.first ?? 50, parts.last ?? 50)
  }

  var name: String { "\(x),\(y)" }

  /// `nil` for the middle, which is what there is without it.
  var value: JSONValue? {
    x == 50 && y == 50 ? nil : ["x": .integer(Int64(x)), "y": .integer(Int64(y))]
  }

  /// The middle first.
  static let places = [
    PictureFocus(50, 50), PictureFocus(0, 0), PictureFocus(50, 0), PictureFocus(100, 0),
    PictureFocus(0, 50), PictureFocus(100, 50), PictureFocus(0, 100), PictureFocus(50, 100),
    PictureFocus(100, 100),
  ]

  private static let words: [Phrase] = [
    Phrase(en: "middle", ru: "середина"), Phrase(en: "top left", ru: "слева вверху"),
    Phrase(en: "top", ru: "вверху"), Phrase(en: "top right", ru: "справа вверху"),
    Phrase(en: "left", ru: "слева"), Phrase(en: "right", ru: "справа"),
    Phrase(en: "bottom left", ru: "слева внизу"), Phrase(en: "bottom", ru: "внизу"),
    Phrase(en: "bottom right", ru: "справа внизу"),
  ]

  var choice: Form.Choice {
    let place = PictureFocus.places.firstIndex(of: self)
    let title = place.map { Form.Choice.Title.phrase(PictureFocus.words[$0]) }
    return Form.Choice(value: name, title: title ?? .name("\(x) % × \(y) %"))
  }
}

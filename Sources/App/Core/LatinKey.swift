import Cells

extension Key {
  /// The key on the same place of a Latin keyboard, for commands typed in a Russian layout.
  var latin: Key {
    guard case .character(let text) = code, let character = text.first,
      let place = Key.cyrillic.firstIndex(of: character)
    else { return self }
    let letters = Array(Key.qwerty)
    let offset = Key.cyrillic.distance(from: Key.cyrillic.startIndex, to: place)
    return Key(.character(String(letters[offset])), modifiers)
  }

  private static let cyrillic = "йцукенгшщзхъфывапролджэячсмитьбюЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ"
  private static let qwerty = "qwertyuiop[]asdfghjkl;'zxcvbnm,.QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>"
}

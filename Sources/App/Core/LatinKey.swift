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

  fileprivate static let cyrillic =
    "йцукенгшщзхъфывапролджэячсмитьбюЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ"
  fileprivate static let qwerty =
    "qwertyuiop[]asdfghjkl;'zxcvbnm,.QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>"
}

extension String {
  /// What the same keys would have typed with the other of the two layouts, Russian or Latin.
  var inOtherLayout: String {
    let (russian, latin) = (Array(Key.cyrillic), Array(Key.qwerty))
    let typed = map { typed -> Character in
      if let place = russian.firstIndex(of: typed) { return latin[place] }
      if let place = latin.firstIndex(of: typed) { return russian[place] }
      return typed
    }
    return String(typed)
  }
}

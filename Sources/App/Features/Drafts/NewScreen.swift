import Content
import Loyalty

/// A screen that is not there yet.
extension State {
  mutating func openNewScreen() {
    let kept = drafts.attempt?.content
    let language = contentLanguages.first ?? .english
    openSheet(
      with: Form(
        on: .drafts(.new),
        [
          .init(.newTitle, .draftsTitle, kept?.title.values[language.rawValue] ?? "", limit: 80),
          .init(
            .newSlug, .draftsSlug, kept?.slug ?? "", limit: ContentLimits.slug,
            placeholder: .draftsSlugHint),
        ], submit: .drafts(.create), title: .draftsCreate))
  }

  /// An attempt whose answer got lost keeps its key as long as the same is asked for.
  mutating func createScreen() -> [Effect] {
    guard let form = openForm, form.sheet == .drafts(.new), !form.isBusy, !drafts.isBusy else {
      return []
    }
    let title = form[.newTitle].split(separator: " ").joined(separator: " ")
    let slug = form[.newSlug].isEmpty ? Screen.slug(for: title) : form[.newSlug]
    if title.isEmpty { self.form?.reject(.newTitle, .phrase(.draftsTitleNeeded)) }
    if title.isEmpty, slug.isEmpty {
      // The title is asked for first; it may bring the short name.
    } else if !Screen.isSlug(slug) {
      self.form?.reject(.newSlug, .phrase(.draftsBadSlug))
    } else if drafts.screens?.contains(where: { $0.slug == slug }) == true {
      self.form?.reject(.newSlug, .phrase(.draftsSlugTaken))
    }
    guard self.form?.fields.allSatisfy({ $0.problem == nil }) == true else {
      showProblems()
      return []
    }
    if refusesAway(.drafts(.create)) { return [] }
    let language = contentLanguages.first ?? .english
    let content = Screen(
      slug: slug, title: LocalizedText([language.rawValue: title]), blocks: [])
    if drafts.attempt?.content != content {
      drafts.attempt = DraftsState.Attempt(content: content)
    }
    self.form?.isBusy = true
    drafts.isBusy = true
    return [.ask(.drafts(.create(content, key: drafts.attempt?.key)))]
  }
}

extension Screen {
  /// A short name made of a title: "Summer menu" is `summer-menu`, «Летнее меню» is `letnee-menyu`.
  static func slug(for title: String) -> String {
    var words: [String] = [""]
    for character in title.lowercased() {
      if let latin = Screen.latin[character] {
        words[words.count - 1] += latin
      } else if character.isASCII, character.isLetter || character.isNumber {
        words[words.count - 1].append(character)
      } else {
        words.append("")
      }
    }
    var slug = ""
    for word in words where !word.isEmpty {
      let next = slug.isEmpty ? word : "\(slug)-\(word)"
      if next.utf8.count > 40 { break }
      slug = next
    }
    return slug
  }

  private static let latin: [Character: String] = [
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "sch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
  ]
}

extension Element.ID {
  static let newTitle: Element.ID = "newScreen.title"
  static let newSlug: Element.ID = "newScreen.slug"
}

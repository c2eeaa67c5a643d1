extension Phrase {
  static let more = Phrase(en: "More", ru: "Ещё")
}

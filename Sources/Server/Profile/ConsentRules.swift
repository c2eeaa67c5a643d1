import Loyalty

/// What members can agree to, and the texts of today.
enum ConsentRules {
  static let terms = Consent.ID("terms")

  /// In the order in which they are listed.
  ///
  /// - Parameter document: the program's terms; one that has none asks for the sentence alone.
  static func all(_ document: MembershipTerms?) -> [Consent] {
    let first = Consent(
      id: terms, title: [.russian: "Правила программы", .english: "Terms of the program"],
      text: [
        .russian: "Как начисляются и списываются баллы и что мы о вас храним.",
        .english: "How points come and go, and what we keep about you.",
      ], document: document?.text, version: document?.version ?? "2026-06", isRequired: true)
    return [first] + byChoice
  }

  /// What one is a member without.
  private static let byChoice = [
    Consent(
      id: .init("marketing"), title: [.russian: "Реклама", .english: "Advertising"],
      text: [
        .russian: "Присылать новости и предложения тем путём, который вы выбрали.",
        .english: "To send news and offers by the ways that you have chosen.",
      ], version: "2026-01", isRequired: false),
    Consent(
      id: .init("profiling"), title: [.russian: "Личные предложения", .english: "Personal offers"],
      text: [
        .russian: "Подбирать акции по тому, что и когда вы покупаете.",
        .english: "To choose offers by what you buy and when.",
      ], version: "2026-01", isRequired: false),
  ]
}

import App
import Loyalty

extension Fixture {
  static let profile = ProfileContents(
    member: Member(
      id: .init("mem_1"), name: "Анна Соколова", phone: "+79161234567",
      joinedAt: now.adding(days: -700), roles: [.member], firstName: "Анна",
      lastName: "Соколова", email: "anna@mail.example",
      birthday: Day(year: 1990, month: 5, day: 17), language: .russian, city: "Москва"),
    consents: [
      Consent(
        id: .init("terms"), title: [.russian: "Правила программы", .english: "Terms"],
        text: [
          .russian: "Как начисляются баллы и что мы о вас храним.",
          .english: "How points come and go, and what we keep about you.",
        ], version: "2", isRequired: true, givenAt: now.adding(days: -700), givenVersion: "2"),
      Consent(
        id: .init("marketing"), title: [.russian: "Реклама", .english: "Advertising"],
        text: [
          .russian: "Присылать новости и предложения.", .english: "To send news and offers.",
        ], version: "2", isRequired: false, givenAt: now.adding(days: -40), givenVersion: "1"),
      Consent(
        id: .init("profiling"),
        title: [.russian: "Личные предложения", .english: "Personal offers"],
        text: [
          .russian: "Подбирать акции по тому, что вы покупаете.",
          .english: "To choose offers by what you buy.",
        ], version: "1", isRequired: false),
    ], confirmedAt: now)

  static let sessions = [
    LoginSession(
      id: .init("ses_1"), device: "Loyalhub-TUI/0.1.0 (laptop)", createdAt: now.adding(days: -9),
      lastUsedAt: now, isCurrent: true),
    LoginSession(
      id: .init("ses_2"), device: "Loyalhub-TUI/0.1.0 (office)", createdAt: now.adding(days: -60),
      lastUsedAt: now.adding(days: -3), isCurrent: false),
    LoginSession(
      id: .init("ses_3"), device: nil, createdAt: now.adding(days: -400),
      lastUsedAt: now.adding(days: -380), isCurrent: false),
  ]

  /// Nothing but the member's phone is known.
  static var stranger: ProfileContents {
    var contents = profile
    contents.member = Member(
      id: .init("mem_1"), name: "+7 916 •••-••-67", phone: "+79161234567", joinedAt: now,
      roles: [.member])
    return contents
  }
}

import App
import Cells
import Loyalty
import Testing

struct ProfileTests {
  private func opened(
    _ language: Language = .english, _ contents: ProfileContents = Fixture.profile
  ) throws -> State {
    var state = try Fixture.signedIn(Size(width: 80, height: 24), language)
    let effects = feed([.action(.profile(.show))], to: &state)
    #expect(effects == [.load(.profile)])
    _ = feed([.profile(.loaded(contents))], to: &state)
    return state
  }

  private func typed(_ field: String, _ text: String) -> [Event] {
    [
      .action(.focus(Element.ID(rawValue: "profile.\(field)"))), .input(.key(.control("u"))),
      .input(.paste(text)),
    ]
  }

  private func text(_ id: Element.ID, _ state: State) -> String? {
    view(state).elements.first { $0.id == id }?.text.replacing("\u{A0}", with: " ")
  }

  private func problem(_ field: String, _ state: State) -> String? {
    text(Element.ID(rawValue: "profile.\(field).problem"), state)
  }

  @Test func `only what was changed is saved, and emptying takes away`() throws {
    var state = try opened()
    _ = feed([.action(.profile(.edit))] + typed("city", "  Нижний   Новгород "), to: &state)
    _ = feed(typed("email", "   ") + typed("first_name", "Анна"), to: &state)
    let effects = feed([.action(.profile(.save))], to: &state)
    #expect(
      effects == [.keep(.profile(ProfilePatch([.city: "Нижний Новгород", .email: nil])))])
    // A second press does not save twice.
    #expect(feed([.action(.profile(.save))], to: &state) == [])
    let sent = feed([.outboxFilled], to: &state)
    #expect(sent == [.load(.inbox), .load(.profile), .load(.home), .ask(.outbox)])
    #expect(state.sheets.last == .profile(.form))
    _ = feed([.outboxSent], to: &state)
    #expect(state.sheets == [.profile(.overview)])
    #expect(state.toasts.map(\.text) == ["The profile is saved."])
    #expect(state.profile.draft.isEmpty)
  }

  @Test func `nothing changed is nothing sent`() throws {
    var state = try opened()
    let effects = feed([.action(.profile(.edit)), .action(.profile(.save))], to: &state)
    #expect(effects == [] && state.sheets == [.profile(.overview)])
  }

  static let bad: [(field: String, text: String, words: String)] = [
    ("first_name", String(repeating: "я", count: 61), "At most 60"),
    ("last_name", String(repeating: "a", count: 65_536), "At most 60"),
    ("first_name", "12", "Letters"), ("city", "§§", "Letters"),
    ("email", "анна@почта.рф", "An address"), ("email", "a@b", "An address"),
    ("email", "a b@c.de", "An address"), ("birthday", "31.02.1990", "A day such"),
    ("birthday", "yesterday", "A day such"), ("birthday", "1.1.1890", "A day from"),
    ("birthday", "2199-01-01", "A day from"),
  ]

  @Test(arguments: bad)
  func `what cannot be right is said below its field, and stays there`(
    field: String, text: String, words: String
  ) throws {
    var state = try opened()
    _ = feed([.action(.profile(.edit))] + typed(field, text), to: &state)
    #expect(feed([.action(.profile(.save))], to: &state) == [])
    #expect(problem(field, state)?.hasPrefix(words) == true)
    #expect(state.focus?.rawValue == "profile.\(field)")
    #expect(
      self.text(Element.ID(rawValue: "profile.\(field)"), state)?.contains(text.prefix(8)) == true)
  }

  @Test func `control characters and marks of direction do not get into a field`() throws {
    var state = try opened()
    _ = feed(
      [.action(.profile(.edit))] + typed("first_name", "\u{202E}А\u{7}н\u{200F}я\n\u{1B}[2J"),
      to: &state)
    _ = feed(typed("first_name", "\u{202E}А\u{7}н\u{200F}я\n"), to: &state)
    let effects = feed([.action(.profile(.save))], to: &state)
    #expect(effects == [.keep(.profile(ProfilePatch([.firstName: "Аня"])))])
  }

  @Test(arguments: [
    ("17.05.1991", "1991-05-17"), ("1.5.1991", "1991-05-01"), ("1991-05-17", "1991-05-17"),
  ])
  func `a birthday is read in both ways of writing`(typed text: String, day: String) throws {
    var state = try opened(.russian)
    _ = feed([.action(.profile(.edit))], to: &state)
    #expect(self.text("profile.birthday", state) == "День рождения 17.05.1990")
    _ = feed(typed("birthday", text), to: &state)
    let effects = feed([.action(.profile(.save))], to: &state)
    #expect(effects == [.keep(.profile(ProfilePatch([.birthday: day])))])
  }

  @Test func `what was typed and not saved is there again`() throws {
    var state = try opened()
    _ = feed([.action(.profile(.edit))] + typed("city", "Тверь") + [.action(.back)], to: &state)
    #expect(text("profile.item.0", state) == "Change profile, not saved")
    _ = feed([.pulled, .profile(.loaded(Fixture.profile)), .action(.profile(.edit))], to: &state)
    #expect(text("profile.city", state) == "City Тверь")
    _ = feed(typed("city", "Москва") + [.action(.back)], to: &state)
    #expect(text("profile.item.0", state) == "Change profile")
  }

  @Test func `offline a change is kept, and the form says so and goes`() throws {
    var state = try opened()
    _ = feed([.failed(.pull, .offline(.refused)), .action(.profile(.edit))], to: &state)
    _ = feed(typed("city", "Тверь") + [.action(.profile(.save))], to: &state)
    #expect(feed([.outboxFilled], to: &state) == [.load(.inbox), .load(.profile), .load(.home)])
    #expect(state.sheets == [.profile(.overview)])
    #expect(state.toasts.first?.text.hasPrefix("Kept here.") == true)
  }

  @Test func `a disk that takes nothing leaves the form as it is`() throws {
    var state = try opened()
    _ = feed([.action(.profile(.edit))] + typed("city", "Тверь"), to: &state)
    _ = feed([.action(.profile(.save)), .storeFailed(.local(.other))], to: &state)
    #expect(state.sheets.last == .profile(.form))
    #expect(text("profile.city", state) == "City Тверь")
    #expect(feed([.action(.profile(.save))], to: &state).count == 1)
  }

  private static let refusal = ProfileRefusal(
    patch: ProfilePatch([.email: "anna@mail.example", .birthday: "1991-05-17"]),
    problems: [.email: "This address is taken."], words: "Something is wrong.")

  @Test func `a refusal stands at its field while the form is open`() throws {
    var state = try opened()
    _ = feed([.action(.profile(.edit))] + typed("email", "anna@other.example"), to: &state)
    _ = feed(
      [.action(.profile(.save)), .outboxFilled, .profile(.refused(Self.refusal))], to: &state)
    #expect(problem("email", state) == "This address is taken.")
    #expect(text("profile.email", state) == "E-mail anna@other.example")
    #expect(feed(typed("email", "a@b.de") + [.action(.profile(.save))], to: &state).count == 1)
  }

  @Test func `a refusal that comes later is told, and waits in the form`() throws {
    var state = try opened(.russian)
    _ = feed([.profile(.refused(Self.refusal))], to: &state)
    #expect(state.toasts.first?.isError == true)
    #expect(state.toasts.first?.text.contains("This address is taken.") == true)
    _ = feed([.action(.dismissToast), .action(.profile(.edit))], to: &state)
    #expect(problem("email", state) == "This address is taken.")
    #expect(text("profile.birthday", state) == "День рождения 17.05.1991")
  }

  @Test func `leaving the account leaves no draft`() throws {
    var state = try opened()
    _ = feed([.action(.profile(.edit))] + typed("city", "Тверь") + [.login(.signedOut)], to: &state)
    #expect(state.profile == ProfileState())
  }

  @Test func `consents switch with the version that was seen, the required one does not`() throws {
    var state = try opened()
    _ = feed([.action(.consents(.show))], to: &state)
    let effects = feed(
      [
        .action(.consents(.toggle(.init("marketing")))),
        .action(.consents(.toggle(.init("profiling")))),
      ],
      to: &state)
    #expect(
      effects == [
        .keep(.consents([.init(id: .init("marketing"), isGiven: false, version: "2")])),
        .keep(.consents([.init(id: .init("profiling"), isGiven: true, version: "1")])),
      ])
    #expect(feed([.action(.consents(.toggle(.init("terms"))))], to: &state) == [])
    #expect(state.toasts.first?.text.hasPrefix("There is no membership") == true)
    #expect(text("consents.marketing.state", state)?.contains("the text is new") == true)
    var contents = Fixture.profile
    contents.consents?[0].givenVersion = "1"
    _ = feed([.profile(.loaded(contents))], to: &state)
    #expect(
      feed([.action(.consents(.toggle(.init("terms"))))], to: &state)
        == [.keep(.consents([.init(id: .init("terms"), isGiven: true, version: "2")]))])
  }

  @Test func `sessions are asked for and ended online only`() throws {
    var state = try opened()
    #expect(
      feed([.action(.sessions(.show))], to: &state) == [.load(.sessions), .ask(.sessions(.list))])
    _ = feed([.sessions(.loaded(Fixture.sessions)), .action(.sessions(.open(row: 1)))], to: &state)
    #expect(feed([.action(.sessions(.end))], to: &state) == [.ask(.sessions(.end(.init("ses_2"))))])
    #expect(feed([.action(.sessions(.end))], to: &state) == [])
    #expect(feed([.sessions(.ended)], to: &state) == [.ask(.sessions(.list))])
    #expect(state.sheets.last == .sessions(.list))
    #expect(feed(Key.text("x"), to: &state) == [])
    #expect(feed([.action(.sessions(.endOthers))], to: &state) == [.ask(.sessions(.endOthers))])
    _ = feed([.sessions(.ended), .action(.sessions(.open(row: 0)))], to: &state)
    #expect(feed([.action(.sessions(.end))], to: &state) == [.ask(.login(.logOut))])
    // Esc takes the words at the edge first.
    _ = feed([.action(.dismissToast), .action(.dismissToast), .action(.back)], to: &state)
    _ = feed([.action(.sessions(.open(row: 1)))], to: &state)
    _ = feed([.failed(.pull, .offline(.refused))], to: &state)
    #expect(feed([.action(.sessions(.end))], to: &state) == [])
    #expect(text("session.problem", state)?.hasPrefix("No connection:") == true)
  }

  @Test func `the account goes by its word, online`() throws {
    var state = try opened(.russian)
    _ = feed([.action(.profile(.showDeletion))], to: &state)
    for word in ["", "DELETE", "удалить", "УДАЛИТЬ!"] {
      _ = feed([.input(.key(.control("u"))), .input(.paste(word))], to: &state)
      #expect(feed([.action(.profile(.deleteAccount))], to: &state) == [])
      #expect(text("deletion.word.problem", state)?.hasPrefix("Введите УДАЛИТЬ") == true)
    }
    _ = feed([.input(.key(.control("u"))), .input(.paste(" УДАЛИТЬ "))], to: &state)
    #expect(feed([.action(.profile(.deleteAccount))], to: &state) == [.ask(.profile(.delete))])
    _ = feed([.failed(.profile(.delete), .offline(.refused))], to: &state)
    #expect(text("deletion.word.problem", state)?.hasPrefix("Ответ не пришёл") == true)
    #expect(feed([.action(.profile(.deleteAccount))], to: &state) == [.ask(.profile(.delete))])
    #expect(feed([.profile(.deleted(isConfirmed: false))], to: &state) == [.load(.home)])
    #expect(!state.isSignedIn && state.home.contents.member == nil && state.sheets.isEmpty)
    #expect(state.toasts.first?.text.hasPrefix("Сервер больше не знает") == true)
  }

  @Test(arguments: [
    (ExportFailure.exists, "There is such a file"), (.noFolder, "There is no such folder"),
    (.denied, "You may not write"), (.full, "The disk is full"),
    (.other(cause: "smoke"), "No file was made. The system refuses it (smoke)."),
  ])
  func `why no file was made is said below its name`(
    failure: ExportFailure, words: String
  ) throws {
    var state = try opened()
    _ = feed([.action(.profile(.showExport))], to: &state)
    let effects = feed([.action(.profile(.export))], to: &state)
    let name = "loyalhub-export-2026-11-23.json"
    #expect(effects == [.ask(.profile(.export(path: name, name: name)))])
    _ = feed([.profile(.exportFailed(failure))], to: &state)
    #expect(text("export.path.problem", state)?.hasPrefix(words) == true)
    _ = feed([.action(.profile(.export)), .profile(.exported(path: "/x/y.json"))], to: &state)
    #expect(text("export.done", state) == "Saved: /x/y.json")
  }
}

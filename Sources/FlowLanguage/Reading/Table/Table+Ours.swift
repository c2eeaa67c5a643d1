import YAML

/// A sale as it is written.
private struct SaleDraft: Sendable {
  var amount: Template?
  var key: String?
  var sale: String?
  var goods: [String] = []
  var store: String?
  var number: String?
}

/// A task as it is written.
private struct TaskDraft: Sendable {
  var name = ""
  var keys = 1
}

/// `travel` as it is written.
private struct TravelDraft: Sendable {
  var milliseconds: Int64?
}

extension CommandTable {
  /// What is not Maestro's.
  static let ours: [CommandForm] = [
    purchaseForm,
    takeBack,
    travelForm,
    named("window", "name") { .window($0) },
    named("pushContent", "folder", .folder) { .pushContent($0) },
    named("publishTerms", "file", .file) { .publishTerms($0) },
    taskForm,
    sayForm,
  ]

  private static var purchaseForm: CommandForm {
    CommandForm(
      "purchase", SaleDraft(), short: "amount",
      [
        KeyForm("amount", .amount, isRequired: true) { $0.amount = $1 },
        KeyForm("key", .plain) { $0.key = $1 },
        KeyForm("goods", .list(of: .plain)) { $0.goods = $1 },
        KeyForm("store", .plain) { $0.store = $1 },
        KeyForm("number", .plain) { $0.number = $1 },
      ]
    ) { draft, _, _ in
      let options =
        draft.goods.map { "--goods=\($0)" } + (draft.store.map { ["--store=\($0)"] } ?? [])
        + (draft.number.map { ["--number=\($0)"] } ?? [])
      return draft.amount.map { .purchase(amount: $0, key: draft.key, options: options) }
    }
  }

  private static var travelForm: CommandForm {
    CommandForm(
      "travel", TravelDraft(), short: "time",
      [
        KeyForm("time", .time) { $0.milliseconds = $1 },
        KeyForm("points", meaningless: .list(.text), of: "travel", noJourneys),
        KeyForm(
          "speed", meaningless: .number(0...1_000_000, isTemplate: false), of: "travel", noJourneys),
      ]
    ) { draft, place, reading in
      guard draft.milliseconds == nil, reading.meaningless == nil else {
        return .travel(draft.milliseconds ?? 0)
      }
      reading.reportWhole(place, en: "travel needs a time", ru: "Команде «travel» нужно время")
      return nil
    }
  }

  private static var taskForm: CommandForm {
    CommandForm(
      "task", TaskDraft(),
      [
        KeyForm("name", .plain, isRequired: true) { $0.name = $1 },
        KeyForm("keys", .number(1...10_000), isRequired: true) { $0.keys = $1 },
      ]
    ) { draft, _, _ in .task(draft.name, keys: draft.keys) }
  }

  private static var sayForm: CommandForm {
    CommandForm(
      "say", Template(""), short: "text", [KeyForm("text", .text, isRequired: true) { $0 = $1 }]
    ) { text, _, _ in .say(text) }
  }

  private static var takeBack: CommandForm {
    var form = CommandForm(
      "return", SaleDraft(), isBare: true, short: "amount",
      [
        KeyForm("amount", .amount) { $0.amount = $1 },
        KeyForm("sale", .plain) { $0.sale = $1 },
      ]
    ) { draft, _, _ in .takeBack(amount: draft.amount, sale: draft.sale) }
    form.takesNothing = true
    return form
  }

  /// - Parameter kind: what has to stand there, where it is a path.
  private static func named(
    _ name: String, _ key: String, _ kind: FlowSource.Kind? = nil,
    _ make: @escaping @Sendable (String) -> Command
  ) -> CommandForm {
    CommandForm(name, "", short: key, [KeyForm(key, .plain, isRequired: true) { $0 = $1 }]) {
      value, place, reading in
      if let kind { reading.checkPresence(of: NamedPath(path: value, place: place), as: kind) }
      return make(value)
    }
  }

  private static let noJourneys = Wording(
    en: "A terminal is not carried about; `setLocation` says where it is, `travel: 10d` goes ahead "
      + "in time",
    ru: "Терминал никто не возит; где он, говорит «setLocation», а «travel: 10d» переносит вперёд "
      + "во времени")
}

extension Kind where Value == Int64 {
  /// Milliseconds of a length of time: `10d`, or minutes, hours or weeks.
  static var time: Kind {
    Kind(.form("^[0-9]{1,6}[mhdw]$", example: "10d")) { node, reading in
      guard let text = Kind<String>.plain.read(node, reading) else { return nil }
      let units: [Character: Int64] = ["m": 60, "h": 3600, "d": 86_400, "w": 7 * 86_400]
      let digits = text.dropLast()
      let longest: Int64 = 3660 * 86_400
      if let unit = text.last.flatMap({ units[$0] }), (1...6).contains(digits.utf8.count),
        digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int64(digits),
        count > 0, count * unit <= longest
      {
        return count * unit * 1000
      }
      reading.report(
        node.mark, en: "\"\(text.prefix(40))\" is no length of time",
        ru: "«\(text.prefix(40))» — не промежуток времени",
        hint: Wording(
          en: "travel goes ahead by minutes, hours, days or weeks, such as 90m, 6h, 10d or 2w, and "
            + "by ten years at most",
          ru: "Команда «travel» переносит вперёд на минуты, часы, дни или недели: «90m», «6h», "
            + "«10d», «2w», и не больше чем на десять лет"))
      return nil
    }
  }
}

import App
import Contract
import LocalStore
import Loyalty

/// From the local store to the screen: what is asked for, how it is read, and as what it comes back.
extension Services {
  /// `nil` when there is nothing to tell.
  func load(_ load: Load) -> Event? {
    do {
      return try read(load)
    } catch {
      return .storeFailed(Trouble(local: error))
    }
  }

  private func read(_ load: Load) throws -> Event? {
    switch load {
    case .home: .home(.loaded(try home()))
    case .history(.page(let after, let limit, let query)):
      .history(.loaded(try history(after: after, limit: limit, query)))
    case .history(.newer(let before, let limit, let query)):
      .history(.newerLoaded(try newerHistory(before: before, limit: limit, query)))
    case .history(.sums(let periods, let query)):
      .history(.summed(try months(periods, query), query))
    case .rewards: .rewards(.loaded(try rewards()))
    case .promotions: .promotions(.loaded(try promotions()))
    case .screens: .screens(.loaded(try screens()))
    case .explanation: .explanation(.loaded(try explanation()))
    case .inbox: .inbox(.loaded(try inbox()))
    case .shops: .shops(.loaded(try shops()))
    case .referral: .referral(.loaded(try referral()))
    case .profile: .profile(.loaded(try profile()))
    case .sessions: try loginSessions().map { .sessions(.loaded($0)) }
    case .drafts: .drafts(try drafts())
    case .intro: .intro(.loaded(try intro()))
    case .editor(.draft(let id)): .editor(keptDraft(of: id))
    case .editor(.choices): keptChoices().map { .editor(.choicesLoaded($0)) }
    }
  }

  /// A small resource as it was stored, with texts that may be drawn; `nil` when there is none yet.
  func document<Body: Foreign>(_ type: Body.Type, _ resource: Resource) throws -> Body? {
    try store.document(resource).map { try Wire.decode(type, from: $0).cleaned }
  }

  /// The same with what waits to be sent, in one view.
  func documentWithOutbox<Body: Foreign>(
    _ type: Body.Type, _ resource: Resource, _ apply: (inout Body, OutboxItem) -> Void
  ) throws -> (body: Body?, outbox: [OutboxItem]) {
    let stored = try store.documentWithOutbox(resource)
    var body = try stored.body.map { try Wire.decode(type, from: $0) }
    for item in stored.outbox {
      if var changed = body {
        apply(&changed, item)
        body = changed
      }
    }
    return (body?.cleaned, stored.outbox)
  }
}

/// What others have written: nothing of it is drawn or computed with as it came.
///
/// `Tests/Client/ForeignTests` fills every text of every resource with control characters, so that a
/// field that is forgotten here is noticed.
protocol Foreign: Decodable {
  /// With texts that may be drawn, numbers that can be computed with, and lists that end.
  var cleaned: Self { get }
  /// How many of them are shown of a list; what comes after is left out.
  static var longestList: Int { get }
}

extension Foreign {
  static var longestList: Int { 1000 }
}

extension Page: Foreign where Element: Foreign {
  var cleaned: Page { Page(data: data.prefix(Element.longestList).map(\.cleaned), page: page) }
}

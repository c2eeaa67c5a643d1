import Content
import Loyalty

/// What an editor chooses to look at screens as somebody else.
extension State {
  mutating func openTravel() -> [Effect] {
    guard sheets.last != .travel else { return [] }
    let travel = travel ?? Travel()
    let own = Form.Choice(value: "", title: .phrase(.travelOwn))
    let who =
      [own, Form.Choice(value: State.guest, title: .phrase(.travelGuest))]
      + (home.contents.tier?.tiers ?? []).map {
        Form.Choice(
          value: $0.id.rawValue,
          title: .name($0.name.value(in: settings.language) ?? $0.id.rawValue))
      }
    let languages = [own] + languages.map { Form.Choice($0.rawValue) }
    let widths =
      [Form.Choice(value: "", title: .phrase(.travelFull))]
      + Travel.widths.map { Form.Choice(String($0)) }
    editor?.text = nil
    openSheet(
      with: Form(
        on: .travel,
        [
          .init(
            .travelTier, .travelTier, choices: who,
            selected: travel.isGuest ? State.guest : travel.tier?.rawValue ?? ""),
          .init(
            .travelSegments, .travelSegments, travel.segments.sorted().joined(separator: ", "),
            placeholder: .travelSegmentsHint),
          .init(
            .travelLanguage, .travelLanguage, choices: languages,
            selected: travel.language?.rawValue ?? ""),
          .moment(.travelMoment, .travelMoment, travel.moment.map { moment($0) } ?? ""),
          .init(
            .travelWidth, .travelWidth, choices: widths,
            selected: travel.width.map { String($0) } ?? ""),
          .init(
            .travelVersion, .travelVersion, travel.version.map { "\($0)" } ?? "", limit: 20,
            placeholder: .travelVersionHint),
        ], submit: .travel(.go), title: .travelGo))
    // What words there are is asked for here as well: nobody may have opened the editor yet.
    return [.load(.editor(.choices)), .ask(.editor(.choices))]
  }

  /// No tier can have this id.
  private static let guest = " guest"

  /// The program's, as far as they are known.
  var knownSegments: [String] {
    screens.choices.map { Array($0.segments.prefix(12)) } ?? segmentsAtHand
  }

  /// The typed words as the program writes them; those that it has not are told, where it has said
  /// what it has.
  private mutating func takeSegments(_ text: String) -> Set<String> {
    let typed = names(in: text).map { cleaned($0, limit: 60) }
    guard let known = screens.choices?.segments else { return Set(typed) }
    let all = known + namedSegments
    var (taken, unknown): (Set<String>, [String]) = ([], [])
    for name in typed {
      if let own = all.first(where: { $0 == name })
        ?? all.first(where: { $0.lowercased() == name.lowercased() })
      {
        taken.insert(own)
      } else {
        unknown.append(name)
      }
    }
    if !unknown.isEmpty {
      let words = unknown.prefix(5).joined(separator: ", ")
      form?.reject(.travelSegments, .phrase(.travelBadSegments, ["names": words]))
    }
    return taken
  }

  /// Named by the blocks that are here.
  var segmentsAtHand: [String] { Array(namedSegments.prefix(12)) }

  private var namedSegments: [String] {
    let all = (screens.contents.screens ?? []) + Array(screens.whole.values)
    let blocks = all.flatMap(\.blocks) + (editor?.screen.blocks ?? [])
    let names = Set(blocks.flatMap(\.visibility.segments).map { cleaned($0, limit: 40) })
    return names.sorted()
  }

  /// Takes over what is in the form, or says what is wrong with it.
  mutating func goTravelling() -> [Effect] {
    guard let form = openForm, form.sheet == .travel else { return [] }
    var travel = Travel()
    let who = form[.travelTier]
    travel.isGuest = who == State.guest
    travel.tier = who.isEmpty || travel.isGuest ? nil : Tier.ID(who)
    travel.segments = takeSegments(form[.travelSegments])
    let language = form[.travelLanguage]
    travel.language = language.isEmpty ? nil : Language(rawValue: language)
    travel.width = Int(form[.travelWidth])
    let moment = form[.travelMoment]
    if !moment.isEmpty {
      travel.moment = instant(moment)
      if travel.moment == nil { self.form?.reject(.travelMoment, .phrase(.momentWrong)) }
    }
    let version = form[.travelVersion]
    if !version.isEmpty {
      travel.version = Version(version)
      if travel.version == nil { self.form?.reject(.travelVersion, .phrase(.travelBadVersion)) }
    }
    guard self.form?.fields.allSatisfy({ $0.problem == nil }) ?? false else {
      showProblems()
      return []
    }
    sheets.removeLast()
    focus = nil
    self.travel = travel == Travel() ? nil : travel
    if editor != nil, EditorLayout(self).preview == nil {
      editor?.isPreviewing = true
      editor?.pane = .outline
    }
    return openScreen.map { wholes(of: $0) } ?? []
  }

  mutating func endTravel() {
    travel = nil
    focus = nil
    screens.whole = [:]
  }
}

/// What the actions of looking as somebody else do.
func performTravel(_ action: TravelAction, _ state: inout State) -> [Effect] {
  switch action {
  case .open: return state.openTravel()
  case .go: return state.goTravelling()
  case .end: state.endTravel()
  }
  return []
}

/// What a person can ask for to look at screens as somebody else.
public enum TravelAction: Equatable, Sendable {
  case open
  /// With what stands in the form.
  case go
  /// Back to how it is for the editor.
  case end
}

extension Element.ID {
  static let travelTier: Element.ID = "travel.tier"
  static let travelSegments: Element.ID = "travel.segments"
  static let travelLanguage: Element.ID = "travel.language"
  static let travelMoment: Element.ID = "travel.moment"
  static let travelWidth: Element.ID = "travel.width"
  static let travelVersion: Element.ID = "travel.version"
}

extension TravelAction {
  var access: Access { .editor }
}

public import Loyalty

/// The slides that introduce a program, until they were seen once.
public struct IntroState: Equatable, Sendable {
  /// Empty when there is nothing to show.
  public internal(set) var slides: [IntroSlide] = []
  public internal(set) var page = 0

  public init() {}

  var slide: IntroSlide? { slides.indices.contains(page) ? slides[page] : nil }
  var isLast: Bool { page >= slides.count - 1 }
}

extension State {
  /// Whether a slide is on the screen in place of the login.
  var isIntroduced: Bool { !isPastLogin && intro.slide != nil }

  /// Shows slides that were not seen yet, unless somebody is about to log in already.
  mutating func showSlides(_ slides: [IntroSlide]) {
    guard !isPastLogin, intro.slides.isEmpty, login.step == .phone, login.phone.text.isEmpty,
      !login.isBusy, login.origin == nil
    else { return }
    intro.slides = slides
    intro.page = 0
    focus = nil
  }
}

/// What the actions of the slides do.
func performIntro(_ action: IntroAction, _ state: inout State) -> [Effect] {
  guard state.isIntroduced else { return [] }
  switch action {
  case .previous: state.intro.page = max(0, state.intro.page - 1)
  case .next where !state.intro.isLast: state.intro.page += 1
  case .next, .skip:
    state.intro = IntroState()
    state.focus = nil
    return [.keep(.introSeen)]
  }
  state.focus = nil
  return []
}

public import Loyalty

/// What happens to the slides before the login.
public enum IntroEvent: Equatable, Sendable {
  /// Those to show; none when they were seen.
  case loaded([IntroSlide])
}

func takeIntro(_ event: IntroEvent, _ state: inout State) -> [Effect] {
  switch event {
  case .loaded(let slides): state.showSlides(slides)
  }
  return []
}

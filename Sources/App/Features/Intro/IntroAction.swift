/// What a person can ask of intro.
public enum IntroAction: Equatable, Sendable {
  case next
  case previous
  case skip
}

extension IntroAction {
  var access: Access { .everybody }
}

/// What a person can ask of intro.
public enum IntroAction: Hashable, Sendable {
  case next
  case previous
  case skip
}

extension IntroAction {
  var access: Access { .everybody }
}

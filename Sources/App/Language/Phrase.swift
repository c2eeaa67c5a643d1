/// A text of the program's own in each of its languages; it stands beside the screen that says it.
///
/// `{name}` marks a place that the caller fills.
struct Phrase: Hashable, Sendable {
  let english: String
  let russian: String

  init(en english: String, ru russian: String) {
    self.english = english
    self.russian = russian
  }
}

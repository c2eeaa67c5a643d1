import FlowLanguage

extension ScriptOutput {
  /// - Returns: `nil` when it neither says a value nor a failure.
  init?(_ answer: ScriptAnswer, of script: ScriptInput) {
    var lines = answer.console
    if answer.dropped > 0 { lines.append("… \(answer.dropped) more") }
    if let failure = answer.failure {
      self.init(.failure(ScriptFailure(failure, of: script)))
    } else if let value = answer.value {
      self.init(.success(value))
    } else {
      return nil
    }
    console = lines
    copiedText = answer.copied
  }
}

extension ScriptFailure {
  /// In the line that the library names, else at the place of the script.
  ///
  /// What a function of another file throws is told of there. The library's columns are not those
  /// where the eye would look.
  init(_ failure: ScriptAnswer.Failure, of script: ScriptInput) {
    var place = script.place
    let isElsewhere = failure.file != place.file || failure.line != place.line
    if failure.line > 0, !failure.file.isEmpty, isElsewhere {
      place = Place(failure.file, line: failure.line)
    }
    self.init(place, en: failure.message, ru: failure.message)
  }
}

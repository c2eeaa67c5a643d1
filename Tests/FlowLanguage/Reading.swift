import FlowLanguage

/// Reads a text as the file `a.yaml`, with others beside it.
func read(
  _ text: String, _ files: [String: String] = [:],
  _ surroundings: FlowSurroundings = .known
) -> (flow: Flow?, problems: [FlowProblem]) {
  FlowReader.read(Array(text.utf8), file: "a.yaml", surroundings: surroundings) { path in
    guard let file = files[path] else {
      throw FlowProblem(Place(path), en: "nothing is there", ru: "там ничего нет")
    }
    return Array(file.utf8)
  }
}

/// Reads steps below a header.
func readSteps(
  _ steps: String, _ files: [String: String] = [:]
) -> (steps: [Step], problems: [FlowProblem]) {
  let (flow, problems) = read("appId: loyalhub\n---\n\(steps)\n", files)
  return (flow?.steps ?? [], problems)
}

extension FlowSurroundings {
  static let known = FlowSurroundings(
    sessions: ["demo", "editor"], themes: ["dark", "light"], brands: ["books", "coffee"])
}

extension FlowProblem {
  /// `line:column: words`.
  var english: String { "\(place.line):\(place.column): \(wording.english)" }
  var russian: String { "\(place.line):\(place.column): \(wording.russian)" }
}

/// Where a step of the line after the header begins.
func place(_ line: Int, _ column: Int) -> Place {
  Place("a.yaml", line: line, column: column)
}

func changed<Value>(_ value: Value, _ change: (inout Value) -> Void) -> Value {
  var value = value
  change(&value)
  return value
}

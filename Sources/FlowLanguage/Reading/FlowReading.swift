import YAML

/// One file while it is read: what is wrong with it is gathered, so that all of it comes out at once.
final class FlowReading {
  let file: String
  let library: FlowLibrary
  private let bytes: [UInt8]
  /// What the step that is being read asks for and cannot have.
  var meaningless: Meaningless?
  /// Its keys that are read and change nothing.
  var idle: [String] = []
  /// How often something was not understood before it.
  var failuresBefore = 0
  /// Whether an element that it means may be missing.
  var isOptional = false
  /// The one that its header names.
  var brand: String?

  init(_ bytes: [UInt8], file: String, in library: FlowLibrary) {
    self.bytes = bytes
    self.file = file
    self.library = library
  }

  var surroundings: FlowSurroundings { library.surroundings }

  /// The lines of the text, without their ends.
  private lazy var lines: [ArraySlice<UInt8>] = {
    // NB: a text that cannot be read has no lines that could be shown.
    let text = (try? YAMLText(bytes, file: file).bytes) ?? []
    let (feed, carriage) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in text.enumerated() where byte == feed || byte == carriage {
      let isPair = byte == feed && index > 0 && text[index - 1] == carriage
      if !isPair { lines.append(text[start..<index]) }
      start = index + 1
    }
    return lines + [text[start...]]
  }()

  func place(_ mark: YAMLMark) -> Place {
    Place(mark.file, line: mark.line, column: mark.column)
  }

  func report(
    _ mark: YAMLMark, en english: String, ru russian: String, hint: Wording? = nil,
    isForeign: Bool = false
  ) {
    report(place(mark), en: english, ru: russian, hint: hint, isForeign: isForeign)
  }

  func report(
    _ place: Place, en english: String, ru russian: String, hint: Wording? = nil,
    isForeign: Bool = false
  ) {
    var problem = FlowProblem(place, en: english, ru: russian, hint: hint)
    problem.isForeign = isForeign
    if lines.indices.contains(place.line - 1) {
      problem.line = String(decoding: lines[place.line - 1], as: UTF8.self)
    }
    library.add(problem)
  }

  /// What is wrong with a step as a whole, unless a part of it was not understood either.
  func reportWhole(
    _ place: Place, en english: String, ru russian: String, hint: Wording? = nil
  ) {
    guard library.failures == failuresBefore else { return }
    report(place, en: english, ru: russian, hint: hint)
  }

  /// What a function of YAML reads; what is wrong with it is gathered.
  func attempt<Value>(_ read: () throws(YAMLError) -> Value) -> Value? {
    do throws(YAMLError) {
      return try read()
    } catch {
      report(error.mark, en: error.english, ru: error.russian, hint: error.hint)
      return nil
    }
  }

  /// - Returns: whether a key is YAML 1.1's for all keys of another place.
  func refuseMerge(_ entry: YAMLMapping.Entry) -> Bool {
    guard entry.key == "<<" else { return false }
    report(
      entry.keyMark, en: "<< puts in no keys", ru: "«<<» не подставляет ключи",
      hint: Wording(en: "Write the keys out", ru: "Выпишите сами ключи"))
    return true
  }

  /// Where the scripts of a text begin, behind each `${` in the order in which they are written.
  func scriptPlaces(in node: YAMLNode, count: Int) -> [Place] {
    guard count > 0 else { return [] }
    let start = place(node.mark)
    var places: [Place] = []
    for number in lines.indices.dropFirst(start.line - 1) {
      var column = 1
      var isSign = false
      for byte in lines[number] where byte & 0xC0 != 0x80 {
        let isAfter = number > start.line - 1 || column > start.column
        if isSign, isAfter, byte == UInt8(ascii: "{") {
          places.append(Place(file, line: number + 1, column: column + 1))
          if places.count == count { return places }
        }
        isSign = byte == UInt8(ascii: "$")
        column += 1
      }
    }
    // Where an escape of YAML has made the signs, their places are not known.
    return places + Array(repeating: start, count: count - places.count)
  }
}

public import FlowLanguage

/// Variables of a file of `NAME=value` lines (`--env-file`), and of a command line (`-e`).
///
/// A value is taken as it stands: without the spaces around it and a comment behind it (` #`), or in
/// quotes with all that is in them; in double ones `\n`, `\t`, `\r`, `\"` and `\\` are read.
/// Empty lines, lines that begin with `#` and `export ` before a name are as shells have them.
public enum EnvFile {
  /// Bytes that a file may have.
  static let most = 1 << 20

  /// - Parameter file: its name, for the problems; what a line says stands in none of them.
  public static func read(
    _ bytes: [UInt8], file: String
  ) -> (variables: [Flow.Variable], problems: [FlowProblem]) {
    guard bytes.count <= most else {
      return problem(
        file, en: "A file of variables has at most \(most >> 20) MB",
        ru: "Файл переменных — не больше \(most >> 20) МБ")
    }
    guard let text = String(validating: bytes, as: UTF8.self), !text.contains("\0") else {
      return problem(file, en: "The file is no text in UTF-8", ru: "Файл — не текст в UTF-8")
    }
    var variables: [Flow.Variable] = []
    var problems: [FlowProblem] = []
    var lines: [String: Int] = [:]
    let all = text.trimmingPrefix("\u{FEFF}").split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in all.enumerated() {
      let place = Place(file, line: index + 1)
      do throws(FlowProblem) {
        guard let variable = try EnvLine(line, at: place).variable() else { continue }
        if let first = lines[variable.name] {
          throw FlowProblem(
            place, en: "\(variable.name) has a value already, in line \(first)",
            ru: "У \(variable.name) уже есть значение, в строке \(first)")
        }
        lines[variable.name] = index + 1
        variables.append(variable)
      } catch {
        problems.append(error)
      }
    }
    return (variables, problems)
  }

  /// Reads what stands after `-e`: `NAME=value`, all behind the sign being the value.
  public static func variable(_ argument: String) throws(FlowProblem) -> Flow.Variable {
    let line = EnvLine(argument[...], at: Place("-e"))
    let (name, value) = try line.sides()
    return Flow.Variable(String(name), Template(String(value)))
  }

  private static func problem(
    _ file: String, en english: String, ru russian: String
  ) -> (variables: [Flow.Variable], problems: [FlowProblem]) {
    ([], [FlowProblem(Place(file), en: english, ru: russian)])
  }
}

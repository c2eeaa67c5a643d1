import ArgumentParser
import FlowLanguage
import FlowScripts
import Flows

/// What stands for `${NAME}` in all flows.
struct FlowVariables: ParsableArguments {
  @Option(
    name: [.customShort("e"), .customLong("env")],
    help: ArgumentHelp(
      "Stands for ${NAME}; from three characters on reports do not show it.",
      valueName: "name=value"))
  var env: [String] = []

  @Option(help: ArgumentHelp("The same, a line for each.", valueName: "file"))
  var envFile: [String] = []

  /// Of the files of variables, and over them those of the command line.
  func read() -> ([Flow.Variable], [FlowProblem]) {
    var variables: [Flow.Variable] = []
    var problems: [FlowProblem] = []
    let source = FlowSource.disk
    for file in envFile {
      do {
        let found = EnvFile.read(try source.read(file), file: file)
        variables += found.variables
        problems += found.problems
      } catch let problem as FlowProblem {
        problems.append(problem)
      } catch {
        problems.append(FlowProblem(Place(file), en: "\(error)", ru: "\(error)"))
      }
    }
    for argument in env {
      do throws(FlowProblem) {
        variables.append(try EnvFile.variable(argument))
      } catch {
        problems.append(error)
      }
    }
    return (variables, problems)
  }
}

extension FlowRequest {
  /// With what is given from outside, which a header may name its app by.
  func given(_ variables: [Flow.Variable]) -> FlowRequest {
    var request = self
    for variable in variables {
      request.surroundings.variables[variable.name] = variable.value.literal
    }
    return request
  }
}

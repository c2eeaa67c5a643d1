import ArgumentParser
import Contract
import Output

/// Prints the contract.
struct Describe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "openapi", abstract: "Print the contract as an OpenAPI 3.1 document.")

  func run() {
    Output.print(String(decoding: OpenAPI.document(), as: UTF8.self), terminator: "")
  }
}

import ArgumentParser

/// Where one-time codes go.
enum TextMessages: String, ExpressibleByArgument, CaseIterable {
  case stdout
  case log
}

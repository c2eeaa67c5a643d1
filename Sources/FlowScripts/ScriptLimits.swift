/// What one script may use, and the process that it runs in.
struct ScriptLimits: Equatable, Sendable {
  /// Of the processor.
  var processor = Duration.seconds(2)
  /// From its start to its answer, however busy the machine is.
  var wall = Duration.seconds(60)
  /// Resident megabytes of the whole process.
  var megabytes = 256
}

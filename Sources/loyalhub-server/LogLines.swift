import Logging

/// What the libraries have to say, as lines of ours: their own handler would wait for whoever reads.
struct LogLines: LogHandler {
  var logLevel = Logger.Level.warning
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let fields = metadata.merging(event.metadata ?? [:]) { $1 }
    let words = fields.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
    Lines.error.write("loyalhub-server: \(event.level): \(event.message)\(words)")
  }
}

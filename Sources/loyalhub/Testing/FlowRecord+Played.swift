import Cells
import FlowLanguage
import FlowReports
import Flows
import Loyalty

extension FlowCase {
  /// What is known of it before the flow has launched anything.
  var recordedDevice: FlowRecord.Device {
    FlowRecord.Device(
      language: language.flatMap(Language.init(rawValue:)) ?? .english,
      size: Size(width: 80, height: 24), theme: theme, brand: brand)
  }
}

extension Outcome {
  init(_ outcome: PlayedStep.Outcome) {
    self =
      switch outcome {
      case .passed: .passed
      case .failed: .failed
      case .warned: .warned
      case .skipped: .skipped
      case .notReached: .notReached
      }
  }
}

extension RequestTrace {
  init(_ sent: SentRequest) {
    self.init(
      sent.method, sent.path, status: sent.status, traceID: sent.traceID,
      milliseconds: sent.milliseconds)
  }
}

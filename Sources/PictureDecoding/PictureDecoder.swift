import CPictures
@preconcurrency import Glibc
import Loyalty
public import Pictures

/// Decodes pictures, each in a process of its own: what a stranger's file does to a library cannot
/// hang, grow or crash this one.
public struct PictureDecoder: Sendable {
  private let program: String
  private let patience: Duration

  /// - Parameters:
  ///   - program: what is started with `PictureChild.verb`; our own unless a test says otherwise.
  ///   - patience: how long an answer is waited for. The process itself may use the processor for
  ///     two seconds, which take longer on a busy machine.
  public init(program: String = "/proc/self/exe", patience: Duration = .seconds(10)) {
    self.program = program
    self.patience = patience
  }

  /// Decodes on a thread of its own.
  public func answer(
    to request: PictureRequest
  ) async -> Result<PictureAnswer, PictureProblem> {
    await withCheckedContinuation { continuation in
      let work = Work(decoder: self, request: request) { continuation.resume(returning: $0) }
      let context = Unmanaged.passRetained(work).toOpaque()
      var thread = pthread_t()
      let code = pthread_create(&thread, nil, decodeInBackground, context)
      guard code == 0 else {
        Unmanaged<Work>.fromOpaque(context).release()
        return continuation.resume(
          returning: .failure(.notStarted(String(cString: strerror(code)))))
      }
      pthread_detach(thread)
    }
  }

  /// Decodes, and waits for it: most pictures take some milliseconds, none more than the patience.
  public func decode(_ request: PictureRequest) throws(PictureProblem) -> PictureAnswer {
    guard request.hasPlace else { throw .noPlace }
    do throws(PictureFault) {
      _ = try PictureHead(checking: request.bytes)
    } catch {
      throw .fault(error)
    }
    let check = AnswerCheck(request: request)
    let process = try DecodingProcess(program)
    let outcome = process.exchange(
      RequestWire.bytes(of: request), limit: check.limit, until: .now.advanced(by: patience))
    let status = process.end()
    switch outcome {
    case .tooSlow: throw .tooSlow
    case .tooMuch: throw .nonsense
    case .all(let bytes):
      if status == .signal(SIGXCPU) || status == .signal(SIGALRM) { throw .tooSlow }
      guard !bytes.isEmpty else { throw status.problem }
      return try check.answer(bytes)
    }
  }

  fileprivate final class Work {
    let decoder: PictureDecoder
    let request: PictureRequest
    let deliver: (Result<PictureAnswer, PictureProblem>) -> Void

    init(
      decoder: PictureDecoder, request: PictureRequest,
      deliver: @escaping (Result<PictureAnswer, PictureProblem>) -> Void
    ) {
      self.decoder = decoder
      self.request = request
      self.deliver = deliver
    }
  }
}

// NB: callbacks from C stand at file scope: one that is isolated to an actor traps at run time.
private func decodeInBackground(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  // Signals are for the thread that has the terminal.
  var all = sigset_t()
  sigfillset(&all)
  pthread_sigmask(SIG_BLOCK, &all, nil)
  let work = Unmanaged<PictureDecoder.Work>.fromOpaque(context).takeRetainedValue()
  work.deliver(
    Result { () throws(PictureProblem) in try work.decoder.decode(work.request) })
  return nil
}

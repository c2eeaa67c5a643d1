import Glibc
import Loyalty
import TestSupport
import Testing

@testable import LocalStore

/// What a person names is read, or is said to be what it is; nothing hangs.
struct NamedFileTests {
  private func reason(_ path: String) -> StorageProblem.Reason? {
    do throws(StorageProblem) {
      _ = try NamedFile.read(path, most: 100)
      return nil
    } catch {
      #expect(error.place == path)
      return error.reason
    }
  }

  private func folderReason(_ path: String) -> StorageProblem.Reason? {
    do throws(StorageProblem) {
      try NamedFile.checkFolder(path)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test(.timeLimit(.minutes(1))) func `what is no file is said to be what it is`() throws {
    let path = try TemporaryFolder().path
    #expect(mkfifo("\(path)/pipe", 0o600) == 0)
    #expect(symlink("nowhere", "\(path)/dead") == 0 && symlink("round", "\(path)/round") == 0)
    #expect(symlink("pipe", "\(path)/link") == 0)
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: "\(path)/socket".utf8) }
    let isBound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    #expect(isBound == 0)
    #expect(reason(path) == .occupied(.folder) && folderReason(path) == nil)
    #expect(reason("\(path)/pipe") == .occupied(.silentPipe))
    #expect(reason("\(path)/link") == .occupied(.silentPipe))
    #expect(reason("\(path)/socket") == .occupied(.socket))
    #expect(reason("/dev/zero") == .occupied(.device))
    for name in ["dead", "round"] {
      #expect(reason("\(path)/\(name)") == .occupied(.brokenLink))
    }
    #expect(reason("\(path)/none") == .noFolder)
    #expect(folderReason("\(path)/pipe") == .notFolder(.pipe))
    #expect(folderReason("\(path)/socket") == .notFolder(.socket))
    #expect(folderReason("/dev/null") == .notFolder(.device))
    #expect(folderReason("\(path)/dead") == .occupied(.brokenLink))
  }

  @Test(.timeLimit(.minutes(1))) func `what is written into a pipe is read, a file by a link too`()
    throws
  {
    let folder = try TemporaryFolder().path
    let file = "\(folder)/file"
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let (reader, writer) = (ends[0], ends[1])
    #expect(write(writer, "slug: a", 7) == 7)
    // As bash has it for `<(…)`.
    try onThreads(2) { index in
      if index == 0 {
        let bytes = try NamedFile.read("/proc/self/fd/\(reader)", most: 100)
        try check(bytes == Array("slug: a\n".utf8))
      } else {
        try check(write(writer, "\n", 1) == 1 && close(writer) == 0)
      }
    }
    close(reader)
    let descriptor = open(file, O_WRONLY | O_CREAT, 0o600)
    #expect(write(descriptor, "0123456789", 10) == 10)
    close(descriptor)
    #expect(symlink(file, "\(folder)/link") == 0)
    #expect(try NamedFile.read("\(folder)/link", most: 100) == Array("0123456789".utf8))
    #expect(try NamedFile.read(file, most: 4).count > 4)
    #expect(folderReason(file) == .occupied(.file))
  }
}

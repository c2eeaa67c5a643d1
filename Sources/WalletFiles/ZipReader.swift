import CArchive
import Glibc
import LocalStore
import Loyalty

/// Takes a few named files out of a zip that somebody else has made.
///
/// Nothing is ever written to the disk, names that lead out of the archive are refused, and what is
/// unpacked is counted while it is unpacked, whatever the archive says about its size.
struct ZipReader {
  let password: String?
  /// What to take of an entry of that name; `nil` leaves it alone.
  let wanted: (String) -> Wanted?

  struct Wanted {
    /// What the file is called here.
    var key: String
    /// The most bytes that it may have.
    var limit: Int
    /// Whether the rest is worth having without it.
    var isSpare = false
  }

  struct Contents {
    var files: [String: File] = [:]
    /// Files that could be spared, and could not be read.
    var unread: [String] = []

    struct File {
      var bytes: [UInt8]
      /// Seconds since 1970; 0 when the archive does not say.
      var made: Int64
    }
  }

  /// The first bytes of a zip with files, as a number: `PK`, 3, 4.
  static let signature: UInt32 = 0x0403_4B50
  static let mostEntries = 20_000
  /// Bytes of the packed file.
  static let largestFile = 128 << 20
  /// Bytes of all that is wanted, unpacked.
  static let largestContents = 64 << 20
  /// How many times larger than the file that may be; a table of cards is packed to a tenth.
  static let largestRatio = 100
  /// Bytes that any file may be unpacked to.
  static let leastContents = 4 << 20

  /// - Parameter room: bytes that may still be unpacked, of this archive and those in it.
  func read(
    path: String, _ room: inout Int
  ) throws(WalletFileProblem) -> Contents {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .file(StorageProblem(path, mode: status.st_mode))
    }
    guard status.st_size <= Self.largestFile else {
      throw .tooLarge(limit: Self.largestFile >> 20)
    }
    let library = try ArchiveLibrary.load()
    var isOpen = false
    let archive = ca_read_open(library.calls, descriptor, password, &isOpen)
    var start: UInt32 = 0
    let isZip = pread(descriptor, &start, 4, 0) == 4 && start.littleEndian == Self.signature
    return try walk(library, archive, isOpen, isZip, Int(status.st_size), &room)
  }

  /// An archive in an archive.
  func read(
    _ bytes: [UInt8], _ room: inout Int
  ) throws(WalletFileProblem) -> Contents {
    let library = try ArchiveLibrary.load()
    var isOpen = false
    // NB: the walk needs the bytes where they are; a closure that throws a type would not compile to
    // one that the buffer's accessor takes.
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<Contents, WalletFileProblem> in
      guard let start = buffer.baseAddress else { return .failure(.notAWallet) }
      let archive = ca_read_open_memory(library.calls, start, buffer.count, password, &isOpen)
      do throws(WalletFileProblem) {
        let isZip = bytes.starts(with: [0x50, 0x4B, 3, 4])
        return .success(try walk(library, archive, isOpen, isZip, buffer.count, &room))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func walk(
    _ library: ArchiveLibrary, _ archive: UnsafeMutableRawPointer?, _ isOpen: Bool,
    _ isZip: Bool, _ size: Int, _ room: inout Int
  ) throws(WalletFileProblem) -> Contents {
    guard let archive else { throw .damaged("out of memory") }
    defer { ca_read_close(library.calls, archive) }
    guard isOpen else { throw isZip ? .cutShort : .notAWallet }
    let own = min(room, max(Self.leastContents, size * Self.largestRatio))
    var walk = ZipWalk(
      library: library, archive: archive, isZip: isZip, hasPassword: password != nil, room: own)
    defer { room -= own - walk.room }
    return try walk.contents(wanted)
  }

  /// Whether a name stays below the folder that it would be unpacked to, on any system.
  static func isSafe(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 1024, !name.hasPrefix("/"),
      name.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != 0x5C && $0 != 0x3A })
    else { return false }
    return !name.split(separator: "/").contains("..")
  }
}

/// One pass over the entries of an open zip.
private struct ZipWalk {
  let library: ArchiveLibrary
  let archive: UnsafeMutableRawPointer
  /// Whether it begins as a zip with files does.
  let isZip: Bool
  let hasPassword: Bool
  /// Bytes that may still be unpacked.
  var room: Int

  mutating func contents(
    _ wanted: (String) -> ZipReader.Wanted?
  ) throws(WalletFileProblem) -> ZipReader.Contents {
    var contents = ZipReader.Contents()
    var entry = ca_entry()
    var count = 0
    while true {
      switch ca_read_next(library.calls, archive, &entry) {
      case CA_END:
        // NB: to libarchive an empty file is a zip without entries.
        guard count > 0 else { throw isZip ? .cutShort : .notAWallet }
        return contents
      case CA_ENTRY: break
      default:
        // NB: a file that is no zip at all opens as well; its first entry is what fails.
        guard count > 0 || isZip else { throw .notAWallet }
        throw .damaged(reason)
      }
      count += 1
      guard count <= ZipReader.mostEntries else {
        throw .tooManyEntries(limit: ZipReader.mostEntries)
      }
      let name = entry.name.map { String(cString: $0) } ?? ""
      guard entry.is_file || entry.is_folder, ZipReader.isSafe(name) else {
        throw .unsafeName(cleaned(name, limit: 80))
      }
      guard let file = wanted(name), entry.is_file else { continue }
      guard contents.files[file.key] == nil else { throw .twice(file.key) }
      do throws(WalletFileProblem) {
        let bytes = try bytes(atMost: file.limit, isEncrypted: entry.is_encrypted)
        contents.files[file.key] = .init(bytes: bytes, made: entry.made)
      } catch {
        guard file.isSpare, error.isOfOneFile else { throw error }
        contents.unread.append(cleaned(name, limit: 80))
      }
    }
  }

  private var reason: String { ArchiveLibrary.text(at: ca_error(library.calls, archive)) }

  private mutating func bytes(
    atMost limit: Int, isEncrypted: Bool
  ) throws(WalletFileProblem) -> [UInt8] {
    if isEncrypted, !hasPassword { throw .passwordNeeded }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = ca_read_data(library.calls, archive, &block, block.count)
      guard count >= 0 else {
        // NB: the old encryption notices a wrong password only by what comes out.
        if isEncrypted { throw .passwordWrong }
        throw .damaged(reason)
      }
      if count == 0 { return bytes }
      guard bytes.count + count <= limit else { throw .tooLarge(limit: limit >> 20) }
      room -= count
      guard room >= 0 else { throw .bomb }
      bytes += block.prefix(count)
    }
  }
}

extension WalletFileProblem {
  /// Whether the file's neighbours can be had all the same.
  fileprivate var isOfOneFile: Bool {
    if case .damaged = self { return true }
    return if case .tooLarge = self { true } else { false }
  }

  /// The system's reason for the last call that failed, about that file.
  static func system(_ path: String) -> WalletFileProblem {
    .file(StorageProblem(path, code: errno))
  }
}

import Glibc

/// The pages of a database that may be damaged, as far as they are there, with those of its
/// write-ahead log over them (https://sqlite.org/fileformat2.html).
///
/// NB: only for files that no connection of this process has open: to close any descriptor of one
/// drops the locks that are held on it.
struct DatabasePages {
  /// Bytes of a page, and how many of them are used.
  let size: Int
  let usable: Int
  private let file: [UInt8]
  private let later: [Int: [UInt8]]
  /// Whether SQLite would pass over something in the log that was committed.
  let hasDamagedLog: Bool

  /// More than any wallet has.
  private static let largest = 512 << 20

  init(path: String) {
    file = DatabasePages.contents(path)
    let isSound = file.starts(with: Array("SQLite format 3\0".utf8)) && file.count >= 100
    let named = isSound ? Int(file.number(at: 16, bytes: 2)) : 0
    // What SQLite takes when nothing else is said; a head that is gone says nothing.
    size = [512, 1024, 2048, 4096, 8192, 16_384, 32_768].contains(named) ? named : 4096
    usable = isSound && file[20] < 32 ? size - Int(file[20]) : size
    let log = WriteAheadLog(DatabasePages.contents(path + "-wal"), pageSize: size)
    later = log.pages
    hasDamagedLog = log.isDamaged
  }

  var count: Int { max((file.count + size - 1) / size, later.keys.max() ?? 0) }

  /// A page from 1; one that is cut has noughts at its end, `nil` is one of which there is nothing.
  subscript(number: Int) -> [UInt8]? {
    if let page = later[number] { return page }
    let start = (number - 1) * size
    guard number > 0, start < file.count else { return nil }
    let page = file[start..<min(file.count, start + size)]
    guard page.contains(where: { $0 != 0 }) else { return nil }
    return page + [UInt8](repeating: 0, count: size - page.count)
  }

  private static func contents(_ path: String) -> [UInt8] {
    // NB: what is not there, or cannot be read, has no pages.
    guard let descriptor = try? PlainFile.open(path, O_RDONLY) else { return [] }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: min(Int(status.st_size), largest))
    var place = 0
    while place < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        read(descriptor, $0.baseAddress?.advanced(by: place), $0.count - place)
      }
      // NB: a disk that cannot give a part of it gives nothing from there on.
      guard count > 0 else { break }
      place += count
    }
    return Array(bytes.prefix(place))
  }
}

extension [UInt8] {
  /// Bytes as a number, the highest first.
  func number(at place: Int, bytes: Int) -> UInt32 {
    self[place..<place + bytes].reduce(0) { $0 << 8 | UInt32($1) }
  }
}

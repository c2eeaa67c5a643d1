/// What a write-ahead log holds, past what is damaged in it (https://sqlite.org/fileformat2.html, 4).
struct WriteAheadLog {
  /// The last state of each page that was committed.
  private(set) var pages: [Int: [UInt8]] = [:]
  /// Whether SQLite would pass over something that was committed.
  private(set) var isDamaged = false

  private static let headSize = 32
  private static let frameHeadSize = 24

  init(_ bytes: [UInt8], pageSize: Int? = nil) {
    guard bytes.count > Self.headSize + Self.frameHeadSize else { return }
    let magic = bytes.number(at: 0, bytes: 4)
    let isBigEndian = magic == 0x377F_0683
    let hasMagic = isBigEndian || magic == 0x377F_0682
    let checksum = Checksum(bytes, at: 24)
    let isHeadSound =
      hasMagic && Checksum().adding(bytes[0..<24], isBigEndian: isBigEndian) == checksum
    let named = Int(bytes.number(at: 8, bytes: 4))
    let size = isHeadSound ? named : pageSize ?? 4096
    let frameSize = Self.frameHeadSize + size
    guard size >= 512, size <= 65_536 else { return }

    // NB: each frame is proved by what the one before it says, so that one that is damaged spoils no
    // other. Frames of an earlier log, which may follow, have another salt.
    var salt = isHeadSound ? Array(bytes[16..<24]) : []
    var before: Checksum? = isHeadSound ? checksum : nil
    var isChainWhole = isHeadSound
    var uncommitted: [Int: [UInt8]] = [:]
    var place = Self.headSize
    while place + frameSize <= bytes.count {
      defer { place += frameSize }
      let own = Checksum(bytes, at: place + 16)
      let data = bytes[place + Self.frameHeadSize..<place + frameSize]
      let isProved =
        before.map {
          $0.adding(bytes[place..<place + 8], isBigEndian: isBigEndian)
            .adding(data, isBigEndian: isBigEndian) == own
        } ?? false
      before = own
      if salt.isEmpty, isProved { salt = Array(bytes[place + 8..<place + 16]) }
      guard isProved, bytes[place + 8..<place + 16].elementsEqual(salt) else {
        isChainWhole = false
        continue
      }
      uncommitted[Int(bytes.number(at: place, bytes: 4))] = Array(data)
      guard bytes.number(at: place + 4, bytes: 4) > 0 else { continue }
      pages.merge(uncommitted) { $1 }
      uncommitted = [:]
      if !isChainWhole { isDamaged = true }
    }
  }

  /// The sums of a log (https://sqlite.org/fileformat2.html, 4.2).
  private struct Checksum: Equatable {
    var first: UInt32 = 0
    var second: UInt32 = 0

    init() {}

    init(_ bytes: [UInt8], at place: Int) {
      first = bytes.number(at: place, bytes: 4)
      second = bytes.number(at: place + 4, bytes: 4)
    }

    func adding(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> Checksum {
      var sum = self
      bytes.withUnsafeBytes { bytes in
        for place in stride(from: 0, to: bytes.count - 7, by: 8) {
          var left = bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
          var right = bytes.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self)
          if isBigEndian { (left, right) = (left.bigEndian, right.bigEndian) }
          sum.first = sum.first &+ left &+ sum.second
          sum.second = sum.second &+ right &+ sum.first
        }
      }
      return sum
    }
  }
}

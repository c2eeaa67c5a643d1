import FoundationEssentials
import Glibc

/// The memory that this process can have.
enum Memory {
  /// Bytes: the machine's, or what its group of processes (a container) is given.
  static var size: Int {
    let machine = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    let groups = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"]
    return groups.compactMap(number).reduce(machine, min)
  }

  private static func number(in path: String) -> Int? {
    // There are machines without either file, and groups without a limit, which is a word then.
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { return nil }
    let digits = data.prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self)).flatMap { $0 > 0 ? $0 : nil }
  }
}

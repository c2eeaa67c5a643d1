import Glibc

/// Makes a folder below `TMPDIR`, else `/tmp`; whoever asked for it removes it.
public func makeFolder(_ name: String) throws -> String {
  let root = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  var template = Array("\(root)/loyalhub-\(name)-\(String(repeating: "X", count: 6))".utf8CString)
  guard mkdtemp(&template) != nil else { throw NoFolder(root: root, code: errno) }
  return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

struct NoFolder: Error {
  let root: String
  let code: Int32
}

import FoundationEssentials

/// Small files of each kind: 32×32 pixels, orange on the left and paper on the right.
enum Files {
  static let jpeg = bytes(
    """
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywt\
    QFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09P\
    T09PT09PT09PT09PT09PT09PT0//wAARCAAgACADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAcF/8QAFBAB\
    AAAAAAAAAAAAAAAAAAAAAP/EABUBAQEAAAAAAAAAAAAAAAAAAAUG/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQAC\
    EQMRAD8AzQBChVcAqASgAUfVcAqAf//Z
    """)
  static let webp = bytes("UklGRioAAABXRUJQVlA4TB0AAAAvH8AHAA/wrPcH018Gff7jAWLBZP7SEfRH9D+KNwA=")
  static let png = bytes(
    """
    iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAIAAAD8GO2jAAAABmJLR0QA/wD/AP+gvaeTAAAANElEQVRIiWPc6iHFQAqwX36O\
    JPVMJKkmA4xaMGrBqAWjFoxaMGrBqAWjFoxaMGrBqAXUAgAYQwMLNFvziwAAAABJRU5ErkJggg==
    """)

  private static func bytes(_ text: String) -> [UInt8] {
    Array(Data(base64Encoded: text) ?? Data())
  }
}

import Glibc

/// Why the phone key cannot be used, for the person who runs the server, and what to do.
public struct PhoneKeyRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  private init(_ description: String) {
    self.description = description
  }

  private static let forgetting =
    "or, when it is lost for good, start once with --forget-phones: then what deleted accounts had "
    + "used can be had again"

  static let text = PhoneKeyRefusal(
    "LOYALHUB_PHONE_KEY must be 64 hexadecimal digits that came by chance, the same for all "
      + "instances; make them once with `openssl rand -hex 32` and keep them, or unset it for a file "
      + "beside the database")

  static func kind(_ path: String, _ kind: String) -> PhoneKeyRefusal {
    PhoneKeyRefusal("the phone key \(path): is \(kind), not a file; put the file itself there")
  }

  static func mode(_ path: String, _ mode: mode_t) -> PhoneKeyRefusal {
    PhoneKeyRefusal(
      "the phone key \(path): others may read or write it (mode \(String(mode, radix: 8))); make it "
        + "yours alone with `chmod 600`; who has a copy and the database can find out phones")
  }

  static func contents(_ path: String) -> PhoneKeyRefusal {
    PhoneKeyRefusal(
      "the phone key \(path): holds no key of 64 hexadecimal digits that came by chance; put it back "
        + "from a copy of before, or remove it, and the server says whether it was needed")
  }

  /// - Parameter code: `errno`.
  static func system(_ path: String, _ code: Int32) -> PhoneKeyRefusal {
    let words = String(cString: strerror(code))
    let advice =
      switch code {
      case ENOSPC, EDQUOT, EFBIG: "make room on its disk"
      case EROFS: "put the database on a disk that can be written"
      default: "the server's user must be able to make it and read it"
      }
    return PhoneKeyRefusal("the phone key \(path): \(words); \(advice), or set LOYALHUB_PHONE_KEY")
  }

  static func lost(_ path: String) -> PhoneKeyRefusal {
    PhoneKeyRefusal(
      "the phone key \(path): it is gone, and the database remembers phones by it; put it back from "
        + "a copy of before, \(forgetting)")
  }

  static func unset(_ path: String) -> PhoneKeyRefusal {
    PhoneKeyRefusal(
      "the database names phones by a LOYALHUB_PHONE_KEY, and there is none, nor the file \(path); "
        + "set it as on all other instances, \(forgetting)")
  }

  static func other(_ path: String) -> PhoneKeyRefusal {
    PhoneKeyRefusal(
      "the phone key \(path): it is another one than the database remembers phones by; put that one "
        + "back, \(forgetting)")
  }

  static func otherText(_ path: String) -> PhoneKeyRefusal {
    PhoneKeyRefusal(
      "LOYALHUB_PHONE_KEY is another key than the database names phones by; set that one on all "
        + "instances (where there was a file \(path), its contents), \(forgetting)")
  }
}

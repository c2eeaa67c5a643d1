public import Loyalty

/// Why a server's address cannot be used.
public struct ServerAddressError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Reason: Equatable, Sendable {
    case empty
    case unknownScheme
    case missingHost
    case badPort
    /// A user name or a password: they do not belong into an address.
    case credentials
    case queryOrFragment
    case unexpectedCharacter
    case relativeSocketPath
    case socketPathTooLong
    /// Another machine, without TLS.
    case clear
    /// A part of the name in two scripts whose letters look alike.
    case mixedScripts
    /// The name system has no such name, or this machine cannot tell.
    case noConversion
  }

  public var reason: Reason
  /// As it may be shown; empty when nothing of it may.
  public var address: String

  init(_ reason: Reason, in address: String) {
    self.reason = reason
    self.address = reason == .credentials ? "" : ServerAddress.shown(address)
  }

  public var description: String { words(in: .english) }

  /// What is wrong with it, and what would be right.
  public func words(in language: Language) -> String {
    let isRussian = language == .russian
    let (english, russian) = explanation
    let shown = isRussian ? "«\(address)»" : "“\(address)”"
    let name = address.isEmpty ? (isRussian ? "адрес" : "the address") : shown
    return isRussian
      ? "\(name) не подходит: \(russian)" : "\(name) is no server's address: \(english)"
  }

  private var explanation: (english: String, russian: String) {
    switch reason {
    case .empty: ("it is empty", "он пуст")
    case .unknownScheme:
      (
        "it begins with neither https:// nor http:// nor unix:/",
        "он не начинается ни с https://, ни с http://, ни с unix:/"
      )
    case .missingHost: ("there is no host", "в нём нет имени сервера")
    case .badPort:
      ("the port is not a number from 1 to 65535", "порт — не число от 1 до 65535")
    case .credentials:
      (
        "it holds a user name or a password; leave them out, you log in inside the app",
        "в нём есть имя пользователя или пароль; уберите их, вход — внутри приложения"
      )
    case .queryOrFragment: ("it holds “?” or “#”", "в нём есть «?» или «#»")
    case .unexpectedCharacter:
      ("it holds a character that addresses do not have", "в нём знак, которого в адресах нет")
    case .relativeSocketPath:
      (
        "after unix: the whole path of a socket is needed",
        "после unix: нужен полный путь сокета"
      )
    case .socketPathTooLong:
      ("the path of a socket has at most 107 bytes", "путь сокета — не больше 107 байт")
    case .clear:
      (
        "everybody on the way could read and change what is sent; use https://, "
          + "or --insecure-http for a network that you trust: once, it is remembered for this server",
        "по дороге всё смогут прочитать и изменить; нужен https:// "
          + "или --insecure-http, если сети можно доверять: один раз, для этого сервера он запомнится"
      )
    case .mixedScripts:
      (
        "a part of the name mixes letters of two scripts that look alike",
        "в одной части имени смешаны похожие буквы двух алфавитов"
      )
    case .noConversion:
      ("there can be no server of this name", "сервера с таким именем быть не может")
    }
  }
}

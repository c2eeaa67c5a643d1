/// Why the server was not reached.
extension Phrase {
  static let offlineNoData = Phrase(en: "The server cannot be reached", ru: "Сервер недоступен")
  static let offlineWait = Phrase(
    en: "The app tries again by itself.", ru: "Приложение повторит само.")
  static let unreachedRefused = Phrase(
    en: "Nothing answers at its address.", ru: "По его адресу никто не отвечает.")
  static let unreachedNetwork = Phrase(en: "Check the network.", ru: "Проверьте сеть.")
  static let unreachedSlow = Phrase(
    en: "It did not answer in time.", ru: "Он не ответил вовремя.")
  static let unreachedDropped = Phrase(
    en: "The connection broke off.", ru: "Соединение оборвалось.")
  static let unreachedName = Phrase(
    en: "The server’s name is not found", ru: "Имя сервера не найдено")
  static let unreachedNameHint = Phrase(
    en: "Check the address and the network.", ru: "Проверьте адрес и сеть.")

  static let certificateExpired = Phrase(
    en: "The server’s certificate has expired", ru: "Срок сертификата сервера истёк")
  static let certificateEarly = Phrase(
    en: "The server’s certificate is not valid yet", ru: "Сертификат сервера ещё не действует")
  static let certificateDateHint = Phrase(
    en: "Nothing was sent. Check the clock of this device; if it is right, tell whoever runs the "
      + "server.",
    ru: "Ничего не отправлено. Проверьте часы этого устройства; если они верны, сообщите "
      + "владельцу сервера.")
  static let certificateOther = Phrase(
    en: "The server’s certificate is for {host}", ru: "Сертификат сервера выдан для {host}")
  static let certificateElsewhere = Phrase(
    en: "The server’s certificate is for another host", ru: "Сертификат выдан другому серверу")
  static let certificateHostHint = Phrase(
    en: "Nothing was sent. Check the address; the network may also put something else in the "
      + "server’s place.",
    ru: "Ничего не отправлено. Проверьте адрес; возможно, сеть подставляет другой сервер.")
  static let certificateUnknown = Phrase(
    en: "The server’s certificate is not trusted", ru: "Сертификату сервера нет доверия")
  static let certificateUnknownHint = Phrase(
    en: "Nothing was sent. Nobody known to this device vouches for it. The certificates of your "
      + "company go into SSL_CERT_FILE; a network may also want you to log in first.",
    ru: "Ничего не отправлено. За него не ручается никто, известный этому устройству. "
      + "Сертификаты своей компании указывают в SSL_CERT_FILE; возможно, сеть просит сначала войти."
  )
  static let unreachedNoTLS = Phrase(
    en: "There is no HTTPS at this address", ru: "По этому адресу нет HTTPS")
  static let unreachedNoTLSHint = Phrase(
    en: "Something answers there, but not in a secure way. Check the address and the port.",
    ru: "Там кто-то отвечает, но без защиты. Проверьте адрес и порт.")
  static let unreachedHandshake = Phrase(
    en: "No secure connection could be made", ru: "Защищённое соединение не устанавливается")
  static let unreachedHandshakeHint = Phrase(
    en: "The server and this device do not agree on one. Tell whoever runs the server.",
    ru: "Сервер и это устройство не договорились о нём. Сообщите владельцу сервера.")
  static let unreachedNeedsTLS = Phrase(
    en: "The server wants HTTPS", ru: "Сервер требует HTTPS")
  static let unreachedNeedsTLSHint = Phrase(
    en: "Write the address with https://.", ru: "Укажите адрес с https://.")
  static let unreachedAuthorities = Phrase(
    en: "The list of trusted certificates cannot be read",
    ru: "Список доверенных сертификатов не читается")
  static let unreachedAuthoritiesHint = Phrase(
    en: "Check CURL_CA_BUNDLE, SSL_CERT_FILE and SSL_CERT_DIR.",
    ru: "Проверьте CURL_CA_BUNDLE, SSL_CERT_FILE и SSL_CERT_DIR.")

  static let unreachedPage = Phrase(
    en: "Another page answers in place of the server",
    ru: "Вместо сервера отвечает другая страница")
  static let unreachedPageHint = Phrase(
    en: "The network may want you to log in: open any page in a browser. Or the address is not "
      + "the server’s.",
    ru: "Возможно, сеть просит войти: откройте любую страницу в браузере. Или это не адрес сервера."
  )
  static let unreachedRedirected = Phrase(
    en: "The server sends on to {host}", ru: "Сервер перенаправляет на {host}")
  static let unreachedRedirectedHint = Phrase(
    en: "The app does not follow. If that is the server’s new address, add it as an account; a "
      + "network may also want you to log in first.",
    ru: "Приложение туда не переходит. Если это новый адрес сервера, добавьте его в аккаунты; "
      + "возможно, сеть просит сначала войти.")
  static let proxyPassword = Phrase(
    en: "The proxy asks for a password", ru: "Прокси требует пароль")
  static let proxyPasswordHint = Phrase(
    en: "Put the name and the password into https_proxy, as http://name:password@proxy:port.",
    ru: "Укажите имя и пароль в https_proxy: http://имя:пароль@прокси:порт.")
  static let proxyUnreachable = Phrase(
    en: "The proxy cannot be reached", ru: "Прокси недоступен")
  static let proxyUnreachableHint = Phrase(
    en: "Check https_proxy, http_proxy and all_proxy.",
    ru: "Проверьте https_proxy, http_proxy и all_proxy.")
  static let proxyRefused = Phrase(
    en: "The proxy does not let the app through ({status})",
    ru: "Прокси не пропускает приложение ({status})")
  static let proxyRefusedHint = Phrase(
    en: "Ask whoever runs the network.", ru: "Обратитесь к администратору сети.")
  static let unreachedUnavailable = Phrase(
    en: "The server is not available now", ru: "Сервер сейчас не работает")
  static let unreachedQuoted = Phrase(en: "It says: “{words}”.", ru: "Он сообщает: «{words}».")
}

extension KeyedPhrase {
  static let offlineAgain = KeyedPhrase(
    en: "The app tries again by itself; {refresh} tries at once.",
    ru: "Приложение повторит само; {refresh} — повторить сейчас.",
    keys: ["refresh": Command.key(.refresh)])
}

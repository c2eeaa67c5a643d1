/// What answered in place of what was asked for, and what stood in the way.
extension Phrase {
  static let offlineWaitFor = Phrase(
    en: "The app tries again in {time}.", ru: "Приложение повторит через {time}.")

  static let unreachedForeign = Phrase(
    en: "This is not a Loyalhub server", ru: "Это не сервер Loyalhub")
  static let unreachedForeignHint = Phrase(
    en: "Something else answers at its address. Check the address; the network may also want you "
      + "to sign in first: open any page in a browser.",
    ru: "По его адресу отвечает что-то другое. Проверьте адрес; возможно, сеть просит сначала "
      + "войти: откройте любую страницу в браузере.")
  static let unreachedNotHTTPHint = Phrase(
    en: "What answers at its address does not speak HTTP. Check the address and the port, and "
      + "whether it begins with https://.",
    ru: "То, что отвечает по его адресу, не говорит по HTTP. Проверьте адрес и порт и не нужен ли "
      + "https://.")
  static let networkLogin = Phrase(
    en: "The network asks for a sign-in", ru: "Сеть просит войти")
  static let networkLoginHint = Phrase(
    en: "Open any page in a browser, sign in there, then try again.",
    ru: "Откройте любую страницу в браузере, войдите и повторите.")
  static let unreachedStatus = Phrase(
    en: "The server answered {status}", ru: "Сервер ответил {status}")
  static let unreachedErrorHint = Phrase(
    en: "That is a failure of its own. If it stays, tell whoever runs the server.",
    ru: "Это его внутренняя ошибка. Если не пройдёт, сообщите владельцу сервера.")
  static let unreachedStatusHint = Phrase(
    en: "A Loyalhub server does not answer so. Check the address.",
    ru: "Сервер Loyalhub так не отвечает. Проверьте адрес.")
  static let unreachedForbiddenHint = Phrase(
    en: "Something before the server does not let the app through. Ask whoever runs the network or "
      + "the server.",
    ru: "Что-то перед сервером не пропускает приложение. Обратитесь к администратору сети или "
      + "владельцу сервера.")
  static let unreachedLegalHint = Phrase(
    en: "Access to it is closed for legal reasons. Ask whoever runs the network or the server.",
    ru: "Доступ к нему закрыт по закону. Обратитесь к администратору сети или владельцу сервера.")
  static let unreachedBusy = Phrase(
    en: "The server asks for patience", ru: "Сервер просит подождать")
  static let unreachedBusyHint = Phrase(
    en: "It was asked too often.", ru: "К нему обращались слишком часто.")
  static let unreachedMaintenance = Phrase(
    en: "It is down for maintenance or has too much to do.",
    ru: "На нём идут работы, или он перегружен.")

  static let certificateShort = Phrase(en: "Certificate not trusted", ru: "Нет доверия серверу")
  static let unreachedInsecureShort = Phrase(
    en: "No secure connection", ru: "Нет защищённой связи")
  static let unreachedNeedsTLSShort = Phrase(en: "HTTPS is needed", ru: "Нужен HTTPS")
  static let unreachedAuthoritiesShort = Phrase(
    en: "No list of certificates", ru: "Нет списка сертификатов")
  static let unreachedPageShort = Phrase(en: "Another page answers", ru: "Отвечает не сервер")
  static let networkLoginShort = Phrase(en: "Sign in to the network", ru: "Сеть просит войти")
  static let unreachedRedirectedShort = Phrase(en: "The server sends on", ru: "Перенаправление")
  static let unreachedForeignShort = Phrase(
    en: "Not a Loyalhub server", ru: "Не сервер Loyalhub")
  static let unreachedStatusShort = Phrase(
    en: "Server answered {status}", ru: "Сервер ответил {status}")
  static let unreachedBusyShort = Phrase(
    en: "Server asks to wait", ru: "Сервер просит подождать")
  static let unreachedUnavailableShort = Phrase(
    en: "Server not available", ru: "Сервер не работает")
  static let serverRefused = Phrase(en: "The server refused", ru: "Сервер отказал")
  static let badAnswerTitle = Phrase(
    en: "The server’s answer makes no sense", ru: "Ответ сервера непонятен")
  static let badAnswerShort = Phrase(en: "Answer makes no sense", ru: "Непонятный ответ")
  static let badAnswerHint = Phrase(
    en: "If it stays so, tell whoever runs the server.",
    ru: "Если не пройдёт, сообщите владельцу сервера.")
  static let tooLargeTitle = Phrase(
    en: "The server’s answer is too large", ru: "Ответ сервера слишком велик")
  static let tooLargeShort = Phrase(en: "Answer too large", ru: "Ответ слишком велик")
  static let localFailureTitle = Phrase(
    en: "This device could not keep what came", ru: "Устройство не сохранило полученное")
  static let localFailureShort = Phrase(en: "Storage failed", ru: "Сбой хранилища")
}

/// What is wrong with a proxy that is spoken to by TLS.
extension Phrase {
  static let proxyShort = Phrase(en: "The proxy is in the way", ru: "Мешает прокси")
  static let proxyCertificateExpired = Phrase(
    en: "The proxy’s certificate has expired", ru: "Срок сертификата прокси истёк")
  static let proxyCertificateEarly = Phrase(
    en: "The proxy’s certificate is not valid yet", ru: "Сертификат прокси ещё не действует")
  static let proxyCertificateDateHint = Phrase(
    en: "Nothing was sent. Check the clock of this device; if it is right, tell whoever runs the "
      + "network.",
    ru: "Ничего не отправлено. Проверьте часы этого устройства; если они верны, сообщите "
      + "администратору сети.")
  static let proxyCertificateOther = Phrase(
    en: "The proxy’s certificate is for {host}", ru: "Сертификат прокси выдан для {host}")
  static let proxyCertificateElsewhere = Phrase(
    en: "The proxy’s certificate is for another host", ru: "Сертификат прокси выдан другому узлу")
  static let proxyCertificateHostHint = Phrase(
    en: "Nothing was sent. Check the name of the proxy in https_proxy, http_proxy and all_proxy.",
    ru: "Ничего не отправлено. Проверьте имя прокси в https_proxy, http_proxy и all_proxy.")
  static let proxyCertificateUnknown = Phrase(
    en: "The proxy’s certificate is not trusted", ru: "Сертификату прокси нет доверия")
  static let proxyCertificateUnknownHint = Phrase(
    en: "Nothing was sent. Nobody known to this device vouches for it. The certificates of your "
      + "company go into SSL_CERT_FILE; the proxy itself is named in https_proxy.",
    ru: "Ничего не отправлено. За него не ручается никто, известный этому устройству. "
      + "Сертификаты своей компании указывают в SSL_CERT_FILE, сам прокси — в https_proxy.")
  static let proxyNotTLS = Phrase(
    en: "There is no HTTPS at the proxy", ru: "Прокси не говорит по HTTPS")
  static let proxyNotTLSHint = Phrase(
    en: "Something answers there, but not in a secure way. In https_proxy its address probably "
      + "begins with http://.",
    ru: "Там кто-то отвечает, но без защиты. Скорее всего, в https_proxy его адрес начинается с "
      + "http://.")
  static let proxyHandshake = Phrase(
    en: "No secure connection to the proxy", ru: "Защищённой связи с прокси нет")
}

extension KeyedPhrase {
  static let offlineAgainIn = KeyedPhrase(
    en: "The app tries again in {time}; {refresh} tries at once.",
    ru: "Приложение повторит через {time}; {refresh} — повторить сейчас.",
    keys: ["refresh": Command.key(.refresh)])
}

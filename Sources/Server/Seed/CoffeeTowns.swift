import Loyalty

extension CoffeeStores {
  enum Town: String, Sendable {
    case moscow
    case petersburg
    case kazan
    case yekaterinburg
    case novosibirsk
    case vladivostok
    case kaliningrad
    case samara
    case belgrade

    var city: Shop.City { Shop.City(id: .init(rawValue), name: name) }

    private var name: LocalizedText {
      switch self {
      case .moscow: [.russian: "Москва", .english: "Moscow"]
      case .petersburg: [.russian: "Санкт-Петербург", .english: "St Petersburg"]
      case .kazan: [.russian: "Казань", .english: "Kazan"]
      case .yekaterinburg: [.russian: "Екатеринбург", .english: "Yekaterinburg"]
      case .novosibirsk: [.russian: "Новосибирск", .english: "Novosibirsk"]
      case .vladivostok: [.russian: "Владивосток", .english: "Vladivostok"]
      case .kaliningrad: [.russian: "Калининград", .english: "Kaliningrad"]
      case .samara: [.russian: "Самара", .english: "Samara"]
      case .belgrade: [.russian: "Белград", .english: "Belgrade"]
      }
    }

    var timeZone: String {
      switch self {
      case .moscow, .petersburg, .kazan: "Europe/Moscow"
      case .yekaterinburg: "Asia/Yekaterinburg"
      case .novosibirsk: "Asia/Novosibirsk"
      case .vladivostok: "Asia/Vladivostok"
      case .kaliningrad: "Europe/Kaliningrad"
      case .samara: "Europe/Samara"
      case .belgrade: "Europe/Belgrade"
      }
    }

    /// What the last four digits of a phone follow.
    var phonePrefix: String {
      switch self {
      case .moscow: "+7495000"
      case .petersburg: "+7812000"
      case .kazan: "+7843000"
      case .yekaterinburg: "+7343000"
      case .novosibirsk: "+7383000"
      case .vladivostok: "+7423000"
      case .kaliningrad: "+7401000"
      case .samara: "+7846000"
      case .belgrade: "+381110000"
      }
    }
  }

  enum Week: Sendable {
    case usual
    case long
    case office
    case late
    case always

    var hours: [WeekdayHours] {
      (1...7).compactMap { weekday in
        hours(weekday).map { WeekdayHours(weekday: weekday, hours: $0) }
      }
    }

    private func hours(_ weekday: Int) -> Hours? {
      let isWeekend = weekday >= 6
      switch self {
      case .usual: return Hours(opens: isWeekend ? 9 * 60 : 8 * 60, closes: 22 * 60)
      case .long: return Hours(opens: 7 * 60, closes: 23 * 60)
      case .office:
        guard weekday != 7 else { return nil }
        return isWeekend
          ? Hours(opens: 10 * 60, closes: 18 * 60) : Hours(opens: 8 * 60, closes: 20 * 60)
      // Past midnight on the nights to Saturday and Sunday.
      case .late:
        return Hours(opens: 10 * 60, closes: weekday == 5 || weekday == 6 ? 26 * 60 : 24 * 60)
      case .always: return .aroundTheClock
      }
    }
  }
}

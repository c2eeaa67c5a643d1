import Loyalty

/// The coffee chain's stores.
enum CoffeeStores {
  /// A line of the list below.
  struct Line: Sendable {
    var name: String
    var city: Town
    var title: LocalizedText
    var address: LocalizedText
    var place: Place
    var week: Week
    var services: String

    init(
      _ name: String, _ city: Town, _ russian: (String, String), _ english: (String, String),
      _ latitude: Int, _ longitude: Int, _ week: Week, _ services: String
    ) {
      self.name = name
      self.city = city
      title = [.russian: russian.0, .english: english.0]
      address = [.russian: russian.1, .english: english.1]
      place = Place(latitude: latitude, longitude: longitude)
      self.week = week
      self.services = services
    }
  }

  static let all: [Line] = [
    Line(
      "prudy", .moscow, ("Чистые пруды", "Чистопрудный бульвар, 12"),
      ("Chistye Prudy", "12 Chistoprudny Boulevard"), 55_762_200, 37_644_300, .long,
      "wifi breakfast beans terrace"),
    Line(
      "pokrovka", .moscow, ("Покровка", "Покровка, 27"),
      ("Pokrovka", "27 Pokrovka Street"), 55_759_700, 37_650_600, .usual,
      "wifi breakfast"),
    Line(
      "nikitskaya", .moscow, ("Никитская", "Большая Никитская, 8"),
      ("Nikitskaya", "8 Bolshaya Nikitskaya Street"), 55_755_900, 37_607_900, .usual,
      "wifi beans step_free"),
    Line(
      "belorussky", .moscow, ("Белорусский вокзал", "Площадь Тверская Застава, 7"),
      ("Belorussky Station", "7 Tverskaya Zastava Square"), 55_776_700, 37_581_500, .always,
      "wifi step_free"),
    Line(
      "tsvetnoy", .moscow, ("Цветной", "Цветной бульвар, 15"),
      ("Tsvetnoy", "15 Tsvetnoy Boulevard"), 55_771_300, 37_620_500, .late,
      "wifi beans"),
    Line(
      "kultury", .moscow, ("Парк культуры", "Крымский Вал, 9"),
      ("Park Kultury", "9 Krymsky Val"), 55_731_200, 37_601_800, .long,
      "terrace step_free"),
    Line(
      "arbat", .moscow, ("Арбат", "Арбат, 31"),
      ("Arbat", "31 Arbat Street"), 55_750_300, 37_592_500, .late,
      "wifi breakfast"),
    Line(
      "sokol", .moscow, ("Сокол", "Ленинградский проспект, 74"),
      ("Sokol", "74 Leningradsky Avenue"), 55_805_200, 37_515_100, .usual,
      "wifi parking"),
    Line(
      "vdnh", .moscow, ("ВДНХ", "Проспект Мира, 119"),
      ("VDNKh", "119 Mira Avenue"), 55_826_300, 37_637_700, .long,
      "terrace parking step_free"),
    Line(
      "taganka", .moscow, ("Таганка", "Таганская площадь, 2"),
      ("Taganka", "2 Taganskaya Square"), 55_741_200, 37_653_400, .usual,
      "wifi"),
    Line(
      "university", .moscow, ("Университет", "Ломоносовский проспект, 23"),
      ("University", "23 Lomonosovsky Avenue"), 55_692_700, 37_534_700, .long,
      "wifi breakfast step_free"),
    Line(
      "city", .moscow, ("Москва-Сити", "Пресненская набережная, 12"),
      ("Moscow City", "12 Presnenskaya Embankment"), 55_749_700, 37_537_200, .office,
      "wifi step_free"),
    Line(
      "izmaylovo", .moscow, ("Измайлово", "Первомайская, 42"),
      ("Izmaylovo", "42 Pervomayskaya Street"), 55_794_300, 37_799_300, .usual,
      "parking"),
    Line(
      "sheremetyevo", .moscow, ("Шереметьево, терминал B", "Химки, Шереметьевское шоссе, 1"),
      ("Sheremetyevo, terminal B", "1 Sheremetyevskoye Highway, Khimki"), 55_980_600, 37_414_600,
      .always,
      "wifi step_free"),
    Line(
      "nevsky", .petersburg, ("Невский", "Невский проспект, 66"),
      ("Nevsky", "66 Nevsky Avenue"), 59_933_000, 30_346_200, .late,
      "wifi breakfast"),
    Line(
      "vosstaniya", .petersburg, ("Восстания", "Улица Восстания, 6"),
      ("Vosstaniya", "6 Vosstaniya Street"), 59_933_600, 30_361_000, .long,
      "wifi"),
    Line(
      "rubinstein", .petersburg, ("Рубинштейна", "Рубинштейна, 15"),
      ("Rubinstein", "15 Rubinsteina Street"), 59_930_300, 30_344_600, .late,
      "wifi terrace"),
    Line(
      "petrogradskaya", .petersburg, ("Петроградская", "Каменноостровский проспект, 42"),
      ("Petrogradskaya", "42 Kamennoostrovsky Avenue"), 59_966_500, 30_311_600, .usual,
      "wifi beans"),
    Line(
      "vasilievsky", .petersburg, ("Васильевский", "6-я линия, 25"),
      ("Vasilievsky", "25 6th Line"), 59_942_600, 30_278_700, .usual,
      "wifi breakfast"),
    Line(
      "newholland", .petersburg, ("Новая Голландия", "Набережная Адмиралтейского канала, 2"),
      ("New Holland", "2 Admiralteysky Canal Embankment"), 59_929_500, 30_289_400, .long,
      "terrace step_free"),
    Line(
      "pulkovo", .petersburg, ("Пулково", "Пулковское шоссе, 41"),
      ("Pulkovo", "41 Pulkovskoye Highway"), 59_799_600, 30_271_600, .always,
      "wifi step_free"),
    Line(
      "moskovskaya", .petersburg, ("Московская", "Московский проспект, 205"),
      ("Moskovskaya", "205 Moskovsky Avenue"), 59_851_900, 30_321_800, .usual,
      "parking"),
    Line(
      "bauman", .kazan, ("Баумана", "Баумана, 44"),
      ("Bauman", "44 Baumana Street"), 55_790_100, 49_114_600, .long,
      "wifi terrace"),
    Line(
      "kremlin", .kazan, ("У кремля", "Кремлёвская, 10"),
      ("By the Kremlin", "10 Kremlyovskaya Street"), 55_795_600, 49_108_500, .usual,
      "wifi"),
    Line(
      "kaban", .kazan, ("Набережная Кабана", "Марджани, 3"),
      ("Kaban Embankment", "3 Mardzhani Street"), 55_780_600, 49_115_900, .usual,
      "terrace step_free"),
    Line(
      "malysheva", .yekaterinburg, ("Малышева", "Малышева, 36"),
      ("Malysheva", "36 Malysheva Street"), 56_834_600, 60_598_800, .long,
      "wifi breakfast"),
    Line(
      "vaynera", .yekaterinburg, ("Вайнера", "Вайнера, 12"),
      ("Vaynera", "12 Vaynera Street"), 56_835_300, 60_595_300, .usual,
      "wifi"),
    Line(
      "plotinka", .yekaterinburg, ("Плотинка", "Проспект Ленина, 27"),
      ("Plotinka", "27 Lenina Avenue"), 56_837_900, 60_604_900, .late,
      "terrace"),
    Line(
      "koltsovo", .yekaterinburg, ("Кольцово", "Бахчиванджи, 1"),
      ("Koltsovo", "1 Bakhchivandzhi Street"), 56_743_100, 60_802_700, .always,
      "wifi step_free"),
    Line(
      "krasny", .novosibirsk, ("Красный проспект", "Красный проспект, 29"),
      ("Krasny Avenue", "29 Krasny Avenue"), 55_030_200, 82_920_400, .usual,
      "wifi breakfast"),
    Line(
      "akadem", .novosibirsk, ("Академгородок", "Ильича, 6"),
      ("Akademgorodok", "6 Ilyicha Street"), 54_838_000, 83_109_400, .office,
      "wifi beans"),
    Line(
      "tolmachevo", .novosibirsk, ("Толмачёво", "Обь, аэропорт"),
      ("Tolmachevo", "Ob, the airport"), 55_012_600, 82_650_700, .always,
      "step_free"),
    Line(
      "svetlanskaya", .vladivostok, ("Светланская", "Светланская, 33"),
      ("Svetlanskaya", "33 Svetlanskaya Street"), 43_115_600, 131_886_300, .long,
      "wifi beans"),
    Line(
      "fokina", .vladivostok, ("Адмирала Фокина", "Адмирала Фокина, 9"),
      ("Admirala Fokina", "9 Admirala Fokina Street"), 43_118_200, 131_882_000, .late,
      "terrace"),
    Line(
      "pobedy", .kaliningrad, ("Площадь Победы", "Площадь Победы, 10"),
      ("Pobedy Square", "10 Pobedy Square"), 54_719_100, 20_501_000, .usual,
      "wifi"),
    Line(
      "rybnaya", .kaliningrad, ("Рыбная деревня", "Октябрьская, 4"),
      ("Fish Village", "4 Oktyabrskaya Street"), 54_705_800, 20_516_100, .long,
      "terrace step_free"),
    Line(
      "kuybysheva", .samara, ("Куйбышева", "Куйбышева, 82"),
      ("Kuybysheva", "82 Kuybysheva Street"), 53_188_900, 50_091_400, .usual,
      "wifi"),
    Line(
      "naberezhnaya", .samara, ("Набережная Волги", "Максима Горького, 103"),
      ("Volga Embankment", "103 Maksima Gorkogo Street"), 53_192_000, 50_085_300, .long,
      "terrace"),
    Line(
      "dorcol", .belgrade, ("Дорчол", "Краля Петра, 41"),
      ("Dorćol", "41 Kralja Petra"), 44_821_600, 20_457_600, .late,
      "wifi beans terrace"),
    Line(
      "vracar", .belgrade, ("Врачар", "Макензиева, 24"),
      ("Vračar", "24 Makenzijeva"), 44_802_300, 20_473_300, .usual,
      "wifi breakfast"),
  ]
}

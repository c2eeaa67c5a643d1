import CBrandPictures
import YAML

extension ProgramFolder {
  private static let coffee = read(.coffee)
  private static let pharmacy = read(.pharmacy)
  private static let books = read(.books)

  /// A brand that is built in: `Seed/Brands`, by the links in `Seed/Shipped` and by `CBrandPictures`.
  ///
  /// It is read once.
  static func shipped(_ seed: Seed) throws(YAMLError) -> ProgramFolder {
    switch seed {
    case .coffee: try coffee.get()
    case .pharmacy: try pharmacy.get()
    case .books: try books.get()
    }
  }

  private static func read(_ seed: Seed) -> Result<ProgramFolder, YAMLError> {
    Result { () throws(YAMLError) in try ProgramFolder(files(of: seed), name: seed.rawValue) }
  }

  /// All files of a brand that is built in, by their paths inside its folder.
  static func files(of seed: Seed) -> [String: [UInt8]] {
    texts(of: seed).merging(pictures(of: seed)) { text, _ in text }
  }

  private static func pictures(of seed: Seed) -> [String: [UInt8]] {
    let table =
      switch seed {
      case .coffee: cb_coffee()
      case .pharmacy: cb_pharmacy()
      case .books: cb_books()
      }
    var files: [String: [UInt8]] = [:]
    for picture in UnsafeBufferPointer(start: table.pictures, count: table.count) {
      files[ProgramPictures.folder + String(cString: picture.name)] = Array(
        UnsafeBufferPointer(start: picture.bytes, count: picture.count))
    }
    return files
  }

  /// NB: what is built in has no folders, so that a link's name tells of both.
  private static func texts(of seed: Seed) -> [String: [UInt8]] {
    switch seed {
    case .coffee:
      [
        "program.yaml": PackageResources.coffee_program_yaml,
        "terms.yaml": PackageResources.coffee_terms_yaml,
        "tiers.yaml": PackageResources.coffee_tiers_yaml,
        "rewards.yaml": PackageResources.coffee_rewards_yaml,
        "offers.yaml": PackageResources.coffee_offers_yaml,
        "stamps.yaml": PackageResources.coffee_stamps_yaml,
        "codes.yaml": PackageResources.coffee_codes_yaml,
        "shops.yaml": PackageResources.coffee_shops_yaml,
        "screens/about.yaml": PackageResources.coffee_screens_about_yaml,
        "screens/delivery.yaml": PackageResources.coffee_screens_delivery_yaml,
        "screens/faq.yaml": PackageResources.coffee_screens_faq_yaml,
        "screens/news.yaml": PackageResources.coffee_screens_news_yaml,
        "screens/winter.yaml": PackageResources.coffee_screens_winter_yaml,
      ]
    case .pharmacy:
      [
        "program.yaml": PackageResources.pharmacy_program_yaml,
        "terms.yaml": PackageResources.pharmacy_terms_yaml,
        "intro.yaml": PackageResources.pharmacy_intro_yaml,
        "tiers.yaml": PackageResources.pharmacy_tiers_yaml,
        "rewards.yaml": PackageResources.pharmacy_rewards_yaml,
        "offers.yaml": PackageResources.pharmacy_offers_yaml,
        "codes.yaml": PackageResources.pharmacy_codes_yaml,
        "shops.yaml": PackageResources.pharmacy_shops_yaml,
        "screens/about.yaml": PackageResources.pharmacy_screens_about_yaml,
      ]
    case .books:
      [
        "program.yaml": PackageResources.books_program_yaml,
        "terms.yaml": PackageResources.books_terms_yaml,
        "intro.yaml": PackageResources.books_intro_yaml,
        "rewards.yaml": PackageResources.books_rewards_yaml,
        "offers.yaml": PackageResources.books_offers_yaml,
        "stamps.yaml": PackageResources.books_stamps_yaml,
        "shops.yaml": PackageResources.books_shops_yaml,
        "screens/about.yaml": PackageResources.books_screens_about_yaml,
      ]
    }
  }
}

extension Theme {
  /// The names of the themes that are built in.
  public static let shipped = [
    "dark", "light", "coffee", "pharmacy", "books", "high-contrast", "mono",
  ]

  /// The text of a built-in theme's file.
  static func source(of name: String) -> [UInt8]? {
    switch name {
    case "dark": PackageResources.dark_yaml
    case "light": PackageResources.light_yaml
    case "coffee": PackageResources.coffee_yaml
    case "pharmacy": PackageResources.pharmacy_yaml
    case "books": PackageResources.books_yaml
    case "high-contrast": PackageResources.high_contrast_yaml
    case "mono": PackageResources.mono_yaml
    default: nil
    }
  }
}

extension ThemeDefinition {
  /// What the file of a built-in theme says; it is read once.
  static func shipped(_ name: String) throws(ThemeError) -> ThemeDefinition {
    switch name {
    case "dark": try Shipped.dark.get()
    case "light": try Shipped.light.get()
    case "coffee": try Shipped.coffee.get()
    case "pharmacy": try Shipped.pharmacy.get()
    case "books": try Shipped.books.get()
    case "high-contrast": try Shipped.highContrast.get()
    case "mono": try Shipped.mono.get()
    default: throw .unknown(name)
    }
  }

  private enum Shipped {
    static let dark = read("dark")
    static let light = read("light")
    static let coffee = read("coffee")
    static let pharmacy = read("pharmacy")
    static let books = read("books")
    static let highContrast = read("high-contrast")
    static let mono = read("mono")

    private static func read(_ name: String) -> Result<ThemeDefinition, ThemeError> {
      guard let source = Theme.source(of: name) else { return .failure(.unknown(name)) }
      do throws(ThemeError) {
        return .success(try ThemeDefinition(source: source, file: name + ".yaml"))
      } catch {
        return .failure(error)
      }
    }
  }
}

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

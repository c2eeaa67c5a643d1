/// A place on earth as it is written.
private struct Location: Sendable {
  var latitude = Template("")
  var longitude = Template("")
}

extension CommandTable {
  /// The device around the app.
  static let device: [CommandForm] = [
    toggle("setAirplaneMode") { .setAirplaneMode($0) },
    CommandForm("toggleAirplaneMode", .toggleAirplaneMode),
    toggle("setDarkMode") { .setDarkMode($0) },
    CommandForm("toggleDarkMode", .toggleDarkMode),
    CommandForm("assertDarkMode", .assertDarkMode(true)),
    CommandForm("assertLightMode", .assertDarkMode(false)),
    setOrientationForm,
    setLocationForm,
  ]

  private static var setOrientationForm: CommandForm {
    CommandForm(
      "setOrientation", Orientation.portrait, short: "orientation",
      [KeyForm("orientation", .oneOf, isRequired: true) { $0 = $1 }]
    ) { orientation, _, _ in .setOrientation(orientation) }
  }

  private static var setLocationForm: CommandForm {
    CommandForm(
      "setLocation", Location(),
      [
        KeyForm("latitude", .degrees(90), isRequired: true) { $0.latitude = $1 },
        KeyForm("longitude", .degrees(180), isRequired: true) { $0.longitude = $1 },
      ]
    ) { place, _, _ in .setLocation(latitude: place.latitude, longitude: place.longitude) }
  }

  private static func toggle(
    _ name: String, _ make: @escaping @Sendable (Bool) -> Command
  ) -> CommandForm {
    CommandForm(
      name, false, short: "value", [KeyForm("value", .enabled, isRequired: true) { $0 = $1 }]
    ) { isOn, _, _ in make(isOn) }
  }
}

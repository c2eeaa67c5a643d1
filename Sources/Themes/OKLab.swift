import Glibc

/// A colour in OKLab (https://bottosson.github.io/posts/oklab): equal distances look equal.
struct OKLab: Hashable {
  /// 0 is black, 1 is white.
  var lightness: Double
  var a: Double
  var b: Double

  init(lightness: Double, a: Double, b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  init(_ color: SRGB) {
    let red = SRGB.linear[Int(color.red)]
    let green = SRGB.linear[Int(color.green)]
    let blue = SRGB.linear[Int(color.blue)]
    let long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
  }

  /// The nearest colour that a screen can show, channel by channel.
  var srgb: SRGB {
    let long = lightness + 0.3963377774 * a + 0.2158037573 * b
    let medium = lightness - 0.1055613458 * a - 0.0638541728 * b
    let short = lightness - 0.0894841775 * a - 1.2914855480 * b
    let (l, m, s) = (long * long * long, medium * medium * medium, short * short * short)
    return SRGB(
      Self.channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
      Self.channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
      Self.channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s))
  }

  /// The colour at a share of the way to another, 0–1.
  func mixed(with other: OKLab, _ share: Double) -> OKLab {
    OKLab(
      lightness: lightness + (other.lightness - lightness) * share,
      a: a + (other.a - a) * share, b: b + (other.b - b) * share)
  }

  private var chroma: Double { (a * a + b * b).squareRoot() }

  /// Whether the eye takes the colour for a grey.
  var isGrey: Bool { chroma < 0.045 }

  /// The same hue as strong as the red, green and yellow of 16 colours are, and nearly as light:
  /// a light green is nearer to their yellow.
  var vivid: OKLab {
    let scale = 0.2 / chroma
    return OKLab(lightness: (lightness + 0.65) / 2, a: a * scale, b: b * scale)
  }

  /// Whether two hues, neither of them grey, have one name: at most 50° lie between them.
  func hasHue(of other: OKLab) -> Bool {
    a * other.a + b * other.b >= 0.643 * chroma * other.chroma
  }

  /// The square of the distance.
  func distance(to other: OKLab) -> Double {
    let (light, red, yellow) = (lightness - other.lightness, a - other.a, b - other.b)
    return light * light + red * red + yellow * yellow
  }

  /// The square of the distance, in which another hue is twice as far.
  func difference(from other: OKLab) -> Double {
    let (light, red, yellow) = (lightness - other.lightness, a - other.a, b - other.b)
    return light * light + 4 * (red * red + yellow * yellow)
  }

  private static func channel(_ light: Double) -> UInt8 {
    let light = min(1, max(0, light))
    let share = light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
    return UInt8((share * 255).rounded())
  }
}

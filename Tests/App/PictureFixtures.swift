import App
import Cells
import Loyalty
import Themes

extension Fixture {
  static let croissant = Picture(sha256: String(repeating: "c0", count: 32))

  static let pictureFile = PictureFile(
    path: "/home/vera/summer.png", sha256: String(repeating: "1a", count: 32), kind: .png,
    width: 800, height: 600, bytes: 41_200)

  /// What stands for a drawn picture: each cell another colour.
  static func drawn(_ size: Size) -> Grid {
    var grid = Grid(size)
    for y in 0..<size.height {
      for x in 0..<size.width {
        let top = Color.rgb(red: UInt8(x * 4 % 256), green: UInt8(y * 9 % 256), blue: 90)
        let below = Color.rgb(red: UInt8(x * 4 % 256), green: UInt8(y * 9 % 256 / 2), blue: 30)
        grid.put("▀", x: x, y: y, Style(top, on: below))
      }
    }
    return grid
  }
}

/// The same as elsewhere, each thing with a picture of its own.
extension Fixture {
  static func picture(_ number: Int) -> Picture {
    let digits = String(number + 0x1000, radix: 16)
    return Picture(
      sha256: String(repeating: digits, count: 16),
      alt: [.english: "Drawing \(number)", .russian: "Рисунок \(number)"])
  }

  static var picturedPromotions: PromotionsContents {
    var contents = promotions
    var items: [Promotion] = []
    for number in 0..<12 {
      var promotion = promotion(
        "pro_\(number)", "Акция \(number)", "Offer \(number)", .none, bonus: Int64(10 + number),
        to: Int64(number + 1))
      promotion.picture = picture(number)
      items.append(promotion)
    }
    contents.promotions = items
    return contents
  }

  static var picturedShops: ShopsContents {
    var contents = shops
    contents.shops = shops.shops?.enumerated().map { number, shop in
      var shop = shop
      shop.picture = picture(100 + number)
      return shop
    }
    return contents
  }

  static var picturedHome: HomeContents {
    var contents = home
    contents.program?.brand.picture = picture(200)
    return contents
  }

  static var picturedWallet: WalletContents {
    WalletContents(cards: wallet.cards, pictured: Set(cardPictures.keys))
  }

  /// Draws whatever the screen asks for.
  ///
  /// - Returns: what it asked for.
  @discardableResult
  static func draw(_ state: inout State) -> [PictureWish] {
    let wishes = view(state).wishes
    _ = feed(wishes.map { .pictures(.drawn($0, drawn($0.size))) }, to: &state)
    return wishes
  }
}

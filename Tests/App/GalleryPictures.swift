import Content
import Foundation
import Loyalty

@testable import App
@testable import Client

/// The pictures of the brands, in what golden states have a place for: brought as the app brings
/// them, and waited for.
final class GalleryPictures {
  private static let root = URL(filePath: #filePath).appending(path: "../../..").standardized
  private static let names = [
    "rew_cap": "cappuccino", "rew_cup": "travel-cup", "rew_beans": "beans",
    "rew_grinder": "grinder", "rew_latte": "pumpkin", "rew_tour": "roastery",
    "pro_morning": "morning", "pro_beans": "branch",
    "pro_bag": "mug", "pro_soon": "cookie",
  ]
  private static let shops = ["storefront", "terrace", "station", "embankment", "airport"]

  private let desk: PictureDesk
  private var bytes: [String: [UInt8]] = [:]
  private var drawn: [PictureWish: PicturesEvent] = [:]

  /// - Parameter folder: for those that were brought before.
  init(keepingIn folder: URL) {
    desk = .keeping(
      in: Folders(below: folder.path),
      decodingWith: Self.root.appending(path: ".build/debug/loyalhub").path,
      clock: CalendarClock { Fixture.now })
  }

  /// A brand's picture by its name.
  func picture(_ name: String, of brand: String = "coffee", x: Int? = nil) throws -> Picture {
    let file = Self.root.appending(
      path: "Sources/Server/Seed/Brands/\(brand)/pictures/\(name).png")
    let bytes = Array(try Data(contentsOf: file))
    let digest = Picture.digest(of: bytes)
    self.bytes[digest] = bytes
    return Picture(sha256: digest, focus: x.map { .init(x: $0, y: 50) })
  }

  /// Gives rewards, offers, shops, screens and slides the pictures of the coffee brand.
  func hang(in state: inout State) throws {
    var events: [Event] = []
    if var rewards = state.rewards.contents.rewards {
      for index in rewards.indices {
        rewards[index].picture = try picture(ofItem: rewards[index].id.rawValue)
      }
      var contents = state.rewards.contents
      contents.rewards = rewards
      events.append(.rewards(.loaded(contents)))
    }
    if var promotions = state.promotions.contents.promotions {
      for index in promotions.indices {
        promotions[index].picture = try picture(ofItem: promotions[index].id.rawValue)
      }
      var contents = state.promotions.contents
      contents.promotions = promotions
      events.append(.promotions(.loaded(contents)))
    }
    if var shops = state.shops.contents.shops {
      for index in shops.indices {
        shops[index].picture = try picture(Self.shops[index % Self.shops.count])
      }
      var contents = state.shops.contents
      contents.shops = shops
      events.append(.shops(.loaded(contents)))
    }
    if var screens = state.screens.contents.screens {
      for index in screens.indices { try hang(in: &screens[index]) }
      var contents = state.screens.contents
      contents.screens = screens
      events.append(.screens(.loaded(contents)))
    }
    for index in state.intro.slides.indices {
      for block in state.intro.slides[index].blocks.indices {
        state.intro.slides[index].blocks[block].props.picture = try picture("morning")
      }
    }
    _ = feed(events, to: &state)
  }

  private func picture(ofItem id: String) throws -> Picture? {
    try Self.names[id].map { try picture($0) }
  }

  private func hang(in screen: inout Screen) throws {
    if screen.slug == "news" {
      let alt: JSONValue = ["en": "Coffee cherries", "ru": "Кофейные ягоды"]
      screen.blocks.insert(Block(id: .init("guji"), .image, props: ["alt": alt]), at: 2)
    }
    for index in screen.blocks.indices where screen.blocks[index].kind == .image {
      let digest = try picture(screen.slug == "news" ? "branch" : "roastery").sha256
      screen.blocks[index][Block.picturePath] = ["sha256": .string(digest)]
    }
  }

  /// Brings what the frame of a state asks for, until it asks for nothing more.
  func settle(_ state: inout State) async {
    while case let wishes = view(state).wishes, !wishes.isEmpty {
      for wish in wishes {
        let bytes = bytes[wish.sha256]
        var event = drawn[wish]
        if event == nil {
          event = await desk.bring(wish) { _ throws(PictureFailure) in
            guard let bytes else { throw .missing }
            return bytes
          }
          drawn[wish] = event
        }
        if let event { _ = feed([.pictures(event)], to: &state) }
      }
    }
  }
}

import Content
import Loyalty

/// A program of one language and what a member made of it, told as data; `BrandSeed` puts it into a
/// database.
struct SeedBrand: Sendable {
  var program: Program
  /// ISO 4217: what the tills take.
  var currency: String
  /// Hundredths of money for one whole point.
  var moneyPerPoint: Int64
  /// Days that points of a purchase live.
  var lifetime: Int64
  /// Of the random numbers that the history is made with.
  var seed: UInt64
  /// The first has the history.
  var people: [Person]
  var refund: String
  var orders: [Order]
  var tiers: [Step] = []
  var rewards: [Gift]
  var stores: [Branch]
  var promotions: [Campaign]
  /// Promotions that the first person joined.
  var joined: [String] = []
  var stamps: [StampRule] = []
  var codes: [Code] = []
  var messages: [Message]
  /// Titles and paragraphs of the slides before the first login.
  var intro: [Slide] = []
  var screens: [Screen] = []
  /// Of the first person, who recommends the program.
  var referralCode: String?

  /// The text in the program's language.
  func localized(_ text: String) -> LocalizedText {
    LocalizedText([(program.languages.first ?? .english).rawValue: text])
  }

  struct Slide: Sendable {
    var slug: String
    var title: String
    var text: String
    var picture: String?
  }

  /// The slides as the wire has them.
  var slides: IntroSlides {
    IntroSlides(
      intro.map { slide in
        let picture = slide.picture.map {
          IntroSlide.Block(
            id: "picture", type: .image, props: .init(alt: localized($0)), text: [:])
        }
        let text = IntroSlide.Block(id: "text", type: .paragraph, text: localized(slide.text))
        return IntroSlide(
          slug: slide.slug, title: localized(slide.title),
          blocks: [picture, text].compactMap(\.self))
      })
  }

  struct Person: Sendable {
    var id: String
    var name: String
    var phone: String
    var roles: [Role] = [.member]
  }

  /// What is bought, for so many hundredths of money.
  struct Order: Sendable {
    var title: String
    var price: Int64
    var category: String
  }

  struct Step: Sendable {
    var id: String
    var name: String
    /// Whole points.
    var threshold: Int64
    var benefits: [String]
  }

  struct Gift: Sendable {
    var id: String
    var kind: Reward.Kind
    var title: String
    var about: String
    /// Whole points.
    var cost: Int64
    var stock: Int64?
    var limit: Int64?
    var value: Int64?
  }

  struct Branch: Sendable {
    var id: String
    var city: (id: String, name: String)
    var name: String
    var address: String
    var place: Place
    var phone: String
    var week: CoffeeStores.Week
    var services: [Shop.Service] = []
  }

  /// An offer, in days relative to today.
  struct Campaign: Sendable {
    var id: String
    var title: String
    var about: String
    var reward: String
    var terms: String
    var days: ClosedRange<Int64>
    var enrollment = Promotion.Enrollment.none
    var goal: PromotionRule.Goal?
    /// Whole points.
    var bonus: Int64?
    var places: Int?
    var tiers: [String] = []
  }

  struct Code: Sendable {
    var text: String
    var title: String
    /// Whole points.
    var points: Int64?
    var reward: String?
  }

  struct Message: Sendable {
    var hoursAgo: Int64
    var category: Notification.Category
    var title: String
    var body: String
    var action = Notification.Action.none
    var isRead = false
  }
}

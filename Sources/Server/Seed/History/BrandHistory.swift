import Loyalty

/// What a member made of a program of one language, told as data; `BrandSeed` puts it into a database
/// beside the program's folder.
struct BrandHistory: Sendable {
  /// Days that points of a purchase live.
  var lifetime: Int64
  /// Of the random numbers that the history is made with.
  var seed: UInt64
  /// The first has the history.
  var people: [Person]
  var refund: String
  var orders: [Order]
  /// Promotions that the first person joined.
  var joined: [String] = []
  var messages: [Message]
  /// Of the first person, who recommends the program.
  var referralCode: String?

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
    /// What of it stands on the paper; none is the title alone.
    var parts: [Part] = []

    /// So many of something, for so many hundredths of money each.
    struct Part: Sendable {
      var name: String
      var price: Int64
      var count: Int64 = 1
    }
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

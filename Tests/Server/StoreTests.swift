import Contract
import Loyalty
import Testing

@testable import Server

struct StoreTests {
  private func shops(_ bench: Bench) async throws -> [Shop] {
    let token = try await bench.signIn().accessToken
    return try Wire.decode(Page<Shop>.self, from: await bench.send(.shops, token: token).body).data
  }

  @Test func `forty shops, each whole in both languages`() async throws {
    let shops = try await shops(try Bench())
    #expect(shops.count == 40)
    #expect(Set(shops.map(\.id)).count == 40)
    #expect(Set(shops.map(\.city.id)).count > 3)
    #expect(Set(shops.map(\.timeZone)).count > 2)
    for shop in shops {
      for text in [shop.name, shop.address, shop.city.name] {
        for language in [Language.russian, .english] {
          #expect(text.value(in: language)?.isEmpty == false, "\(shop.id)")
        }
      }
      #expect((-90_000_000...90_000_000).contains(shop.latitude))
      #expect((-180_000_000...180_000_000).contains(shop.longitude))
      if let phone = shop.phone { #expect(PhoneNumber(phone)?.e164 == phone) }
      #expect(shop.week.map(\.weekday) == Array(Set(shop.week.map(\.weekday))).sorted())
    }
  }

  /// At many moments of a year and more, the changes of the clocks among them.
  @Test func `opening hours go forward, never overlap, and know when they end`() async throws {
    let bench = try Bench()
    for _ in 0..<60 {
      for shop in try await shops(bench) {
        let intervals = shop.openIntervals
        for interval in intervals {
          #expect(interval.from < interval.to)
          #expect(interval.from <= shop.hoursKnownUntil)
          // Whole days are sent, so that the list does not change with every minute.
          #expect(interval.to > bench.now.adding(days: -2))
        }
        for (one, next) in zip(intervals, intervals.dropFirst()) { #expect(one.to < next.from) }
        #expect(shop.hoursKnownUntil > bench.now.adding(days: 6))
        #expect(!shop.offsets.isEmpty)
      }
      bench.pass(seconds: 7 * 86_400 + 3600)
    }
  }
}

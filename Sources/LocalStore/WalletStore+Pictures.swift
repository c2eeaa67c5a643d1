public import Loyalty
import SQLite

extension WalletStore {
  /// The cards that have pictures.
  public func pictured() throws(LocalStoreError) -> Set<LocalCard.ID> {
    try read { connection in
      Set(
        try connection.query("SELECT DISTINCT card FROM picture") {
          LocalCard.ID(String($0.int(0)))
        })
    }
  }

  /// Which pictures there are, and how many bytes each has; these are not read.
  public func sides() throws(LocalStoreError) -> [CardSide: Int] {
    try read { connection in
      let sides = try connection.query("SELECT card, side, length(bytes) FROM picture") { row in
        (
          CardSide(card: LocalCard.ID(String(row.int(0))), side: row.text(1)), Int(row.int(2))
        )
      }
      return Dictionary(sides, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The bytes of a picture; `nil` where there is none any more.
  public func picture(_ side: CardSide) throws(LocalStoreError) -> [UInt8]? {
    guard let id = Int64(side.card.rawValue) else { return nil }
    return try read { connection in
      try connection.first(
        "SELECT bytes FROM picture WHERE card = ? AND side = ?", [.integer(id), .text(side.side)]
      ) { $0.blob(0) }
    }
  }
}

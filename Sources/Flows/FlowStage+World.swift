public import App
public import Cells
import Client
import Content
import FoundationEssentials
public import Loyalty

extension FlowStage: FlowWorld {
  public var isInAirplaneMode: Bool {
    get { air.isCut }
    set { air.isCut = newValue }
  }

  public func forget(window: String) { air.leave(window: window) }

  public func clearState(window: String) throws {
    let home = home(of: window)
    // NB: before the first start there is nothing to clear.
    try? FileManager.default.removeItem(atPath: home)
    guard !FileManager.default.fileExists(atPath: home) else {
      throw StepError(en: "cannot remove \(home)", ru: "не удалось удалить \(home)")
    }
    accounts(of: window).reset()
  }

  public func clearSession(window: String) throws {
    let folder = accounts(of: window).folders.state
    // NB: before the first start there is no such folder.
    for account in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      let file = "\(folder)/\(account)/session.json"
      guard FileManager.default.fileExists(atPath: file) else { continue }
      try FileManager.default.removeItem(atPath: file)
    }
  }

  public func show(_ frame: Frame) { onFrame?(frame) }

  public func save(screenshot name: String, _ frame: Frame, _ part: Rect?) throws {
    try onScreenshot?(name, frame, part)
  }

  public func compare(screenshot name: String, _ frame: Frame, _ part: Rect?) throws {
    guard let onComparison else {
      throw StepError(
        en:
          "there is nothing to compare \(name) with: --output FOLDER holds what it is compared with",
        ru: "снимок \(name) сравнить не с чем: то, с чем сравнивают, лежит в --output ПАПКА")
    }
    try onComparison(name, frame, part)
  }

  public func record(_ name: String?) throws { try onRecording?(name) }

  public func sell(_ card: Card, _ amount: String, key: String?, options: [String]) throws {
    let brand = accounts(of: "").current
    sales += 1
    let key = key ?? "flow sale \(sales)"
    try servers.sell(at: brand, card: card.value, amount: amount, key: key, options: options)
    lastSale = (key, brand)
  }

  public func takeBack(_ amount: String?, of sale: String?) throws {
    guard let lastSale else {
      throw StepError(
        en: "there has been no purchase to take back", ru: "возвращать нечего: покупок не было")
    }
    try servers.takeBack(at: lastSale.brand, sale: sale ?? lastSale.key, amount: amount)
  }

  public func travel(milliseconds: Int64) throws {
    try servers.travel(milliseconds: milliseconds)
  }

  public func publish(terms file: String) throws {
    try servers.publish(terms: file, at: accounts(of: "").current)
  }

  public func push(_ folder: String, window: String) throws {
    let accounts = accounts(of: window)
    let exchange = try ContentExchange(
      try accounts.ground(of: accounts.current), of: accounts, language: .english,
      clock: servers.clock)
    // A push notes in the folder what the server has: the next one of this window finds that there.
    let copy = home(of: window) + "/content"
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: copy)
    where !name.hasPrefix(".") {
      try FileManager.default.removeItem(atPath: "\(copy)/\(name)")
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      try FileManager.default.copyItem(atPath: "\(folder)/\(name)", toPath: "\(copy)/\(name)")
    }
    let key = nextPush()
    let result = waiting { () async -> Result<Void, ContentFailure> in
      do throws(ContentFailure) {
        let place = ContentFolder(path: copy)
        let plan = try await exchange.plan(place, publishing: true)
        try await exchange.carryOut(plan, place, key: { key }, done: { _ in })
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }
}

extension Grid {
  /// What stands in a rectangle.
  fileprivate func part(_ area: Rect) -> Grid {
    var part = Grid(area.size)
    part.draw(self, x: -area.x, y: -area.y)
    return part
  }
}

import App
import Cells
import Contract
import HTTPTypes
import InProcess
import LocalStore
import Loyalty
import Synchronization
import TestSupport
import Testing
import Themes

@testable import Client

/// Pictures of the wallet's cards are brought by their digests as others are, from this machine alone.
struct WalletPicturesTests {
  private let folder = TemporaryFolder()
  private let front = PictureBytes.png(width: 30, height: 20)

  private func keep(_ pictures: [String: [UInt8]]) throws {
    let store = try WalletStore.open(folder: Folders(below: folder.path).data).wallet
    let card = LocalCard(name: "Books", number: "4600702084115")
    _ = try store.add([PicturedCard(card, pictures: pictures)], at: Instant(milliseconds: 0)).get()
  }

  private func wish(_ bytes: [UInt8]) -> PictureWish {
    PictureWish(
      Picture(sha256: Picture.digest(of: bytes)), size: Size(width: 24, height: 5),
      ground: .terminal, depth: .trueColor)
  }

  @Test func `what can be shown has its digest, and the rest is left out`() throws {
    let large = front + [UInt8](repeating: 0, count: Picture.Limit.cardBytes)
    try keep(["front": front, "back": [1, 2, 3], "icon": large])
    let wallet = Wallet(folders: Folders(below: folder.path))
    let card = try #require(try wallet.cards().first)
    #expect(try wallet.pictured() == [card.id])
    let named = try wallet.namedPictures()
    #expect(named == [card.id: CardPictures(front: Picture(sha256: wish(front).sha256))])
    let side = CardSide(card: card.id, side: "front")
    #expect(wallet.pictures.side(of: wish(front).sha256) == side)
    #expect(wallet.bytes(of: side) == front)
    try wallet.delete(card.id)
    #expect(wallet.bytes(of: side) == nil)
    #expect(try wallet.namedPictures().isEmpty)
  }

  @Test func `a photograph is shown, however small those of a program have to be`() async throws {
    let photograph = front + [UInt8](repeating: 0, count: 3 << 20)
    try keep(["front": photograph])
    let desk = PictureDesk(
      cache: PictureCache(folder: folder.path + "/pictures"), log: { _ in },
      drawing: { bytes, wish in
        #expect(bytes == photograph)
        return Grid(wish.size)
      })
    let launch = try Launch(
      transport: HandlerTransport { _ in Response(status: .notFound) },
      folders: Folders(below: folder.path), account: "test", size: Size(width: 80, height: 24),
      settings: Settings(language: .english, look: try Look(depth: .palette256)), pictures: desk)
    _ = launch.services.carryOutFile(.namePictures)
    let own = wish(photograph)
    #expect(await launch.services.picture(own, .english) == .drawn(own, Grid(own.size)))
  }

  @Test func `no server hears of them, and no other folder keeps them`() async throws {
    try keep(["front": front])
    let asked = Mutex([String]())
    let transport = HandlerTransport { request in
      asked.withLock { $0.append("\(request)") }
      return Response(status: .notFound)
    }
    let desk = PictureDesk(
      cache: PictureCache(folder: folder.path + "/pictures"), log: { _ in },
      drawing: { _, wish in Grid(wish.size) })
    let launch = try Launch(
      transport: transport, folders: Folders(below: folder.path), account: "test",
      size: Size(width: 80, height: 24),
      settings: Settings(language: .english, look: try Look(depth: .palette256)), pictures: desk)
    let services = launch.services
    let own = wish(front)
    guard case .wallet(.pictures(let named)) = services.carryOutFile(.namePictures) else {
      Issue.record("No pictures")
      return
    }
    #expect(named.values.first?.front?.sha256 == own.sha256)
    let brought = await services.picture(own, .english)
    #expect(brought == .drawn(own, Grid(own.size)))
    #expect(desk.cache.bytes(of: own.sha256) == nil)
    let id = try #require(named.keys.first)
    try services.wallet.delete(id)
    let gone = await services.picture(own, .english)
    #expect(gone == .failed(sha256: own.sha256, .missing))
    #expect(asked.withLock { $0 }.isEmpty)
    // Those of the program are asked for.
    _ = await services.picture(wish([1, 2]), .english)
    #expect(asked.withLock(\.count) == 1)
  }
}

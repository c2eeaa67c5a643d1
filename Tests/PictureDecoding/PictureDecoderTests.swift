import Cells
import Loyalty
import Pictures
import TestSupport
import Testing

@testable import PictureDecoding

struct PictureDecoderTests {
  private static let decoder = PictureDecoder(program: builtProgram, patience: .seconds(60))
  static let ground = PictureGround(.terminal, red: 16, green: 14, blue: 13)

  static func request(
    _ bytes: [UInt8] = Files.png, _ form: PictureRequest.Form = .cells(.direct),
    fit: Picture.Fit = .cover
  ) -> PictureRequest {
    PictureRequest(
      bytes, size: Size(width: 4, height: 2), fit: fit, ground: ground, form: form)
  }

  /// How far each channel of a colour is from another one at most.
  private static func distance(_ color: Color, _ red: Int, _ green: Int, _ blue: Int) -> Int {
    guard case .rgb(let r, let g, let b) = color else { return 255 }
    return max(abs(Int(r) - red), abs(Int(g) - green), abs(Int(b) - blue))
  }

  @Test(arguments: [Files.png, Files.jpeg, Files.webp])
  func `a file of each kind becomes cells`(file: [UInt8]) throws {
    guard case .cells(let cells) = try Self.decoder.decode(Self.request(file)) else {
      Issue.record("no cells")
      return
    }
    #expect(cells.size == Size(width: 4, height: 2))
    #expect(Self.distance(cells[0, 0].background, 0xB5, 0x48, 0x1A) < 12)
    #expect(Self.distance(cells[3, 1].background, 0xF4, 0xEF, 0xE8) < 12)
  }

  @Test func `cells on another thread are the same`() async throws {
    let here = try Self.decoder.decode(Self.request())
    #expect(await Self.decoder.answer(to: Self.request()) == .success(here))
    #expect(await Self.decoder.answer(to: Self.request([1, 2])) == .failure(.fault(.noPicture)))
  }

  @Test func `what a picture leaves of its place is the ground`() throws {
    var request = Self.request(fit: .contain)
    request.size = Size(width: 12, height: 2)
    guard case .cells(let cells) = try Self.decoder.decode(request) else {
      Issue.record("no cells")
      return
    }
    #expect(cells[0, 0] == PictureCells.Cell(.space, .terminal, on: .terminal))
    #expect(cells[5, 0].background == .rgb(red: 0xB5, green: 0x48, blue: 0x1A))
  }

  @Test(arguments: [PictureColors.palette256, .palette16])
  func `few colours are asked for and come`(colors: PictureColors) throws {
    guard case .cells(let cells) = try Self.decoder.decode(Self.request(Files.png, .cells(colors)))
    else {
      Issue.record("no cells")
      return
    }
    guard case .palette = cells[0, 0].background else {
      Issue.record("\(cells[0, 0].background) is no entry")
      return
    }
  }

  @Test func `pixels for kitty are those of the place`() throws {
    guard case .kitty(let pixels) = try Self.decoder.decode(Self.request(Files.png, .kitty)) else {
      Issue.record("no pixels")
      return
    }
    #expect(pixels.width == 32 && pixels.height == 32)
    #expect(pixels.deflated.count < 200)
  }

  @Test(arguments: [Size(width: 8, height: 16), Size(width: 9, height: 19)])
  func `a sixel sequence draws the place`(cell: Size) throws {
    var request = Self.request(Files.png, .sixel)
    request.cell = cell
    guard case .sixel(let bytes) = try Self.decoder.decode(request) else {
      Issue.record("no sequence")
      return
    }
    #expect(bytes.starts(with: [0x1B, UInt8(ascii: "P")]))
  }

  @Test func `what is no picture starts nothing`() {
    let missing = PictureDecoder(program: "/nowhere")
    let wide = Files.png.prefix(16) + [0, 0, 0x4E, 0x20] + Files.png.dropFirst(20)
    #expect(throws: PictureProblem.fault(.tooWide(width: 20_000, height: 32))) {
      try missing.decode(Self.request(Array(wide)))
    }
    #expect(throws: PictureProblem.noPlace) {
      var request = Self.request()
      request.size.width = 0
      _ = try missing.decode(request)
    }
    #expect(throws: PictureProblem.notStarted("No such file or directory")) {
      try missing.decode(Self.request())
    }
  }

  @Test func `what is cut short is told in the library's words`() {
    #expect(throws: PictureProblem.self) {
      try Self.decoder.decode(Self.request(Array(Files.png.dropLast(40))))
    }
  }
}

import Cells
import FoundationEssentials
import Testing

@testable import Terminal

extension OneScreen {
  /// The bytes of pictures in pixels, from frame to frame.
  struct PixelPainterTests {
    private static let size = Size(width: 40, height: 12)
    private static let bare = Modes(mouse: false, bracketedPaste: false)

    private func presenter() throws -> Presenter {
      let presenter = try Presenter(
        term: "xterm-256color", size: Self.size, hasDirectColor: true, lastImage: 70)
      _ = presenter.frame(grid(), Self.bare)
      return presenter
    }

    private func grid(_ text: String = "words") -> Grid {
      var grid = Grid(Self.size)
      grid.put(text, x: 0, y: 0, .plain)
      return grid
    }

    private func placed(
      _ form: PixelForm, x: Int = 4, y: Int = 2, of content: String = "ABC", cut: Int = 0,
      count: Int = 1
    ) -> PlacedPixels {
      let body = String(repeating: content, count: count)
      let bytes = Array((form == .kitty ? body : "\u{1B}P0;1;0q\(body)\u{1B}\\").utf8)
      let pixels = Pixels(
        bytes, size: Size(width: 8, height: 4),
        on: PixelDisplay(form, cell: Size(width: 10, height: 20)))
      let place = Rect(x: x, y: y, width: 8, height: 4)
      return PlacedPixels(pixels, at: place, seen: place.inset(top: cut))
    }

    /// The sequences of a frame, without what wraps it.
    private func body(
      _ presenter: Presenter, _ placed: [PlacedPixels], _ text: String = "words"
    ) -> String {
      let bytes = String(
        decoding: presenter.frame(grid(text), Self.bare, placed), as: UTF8.self)
      guard !bytes.isEmpty else { return "" }
      #expect(bytes.hasPrefix("\u{1B}[?2026h") && bytes.hasSuffix("\u{1B}[?2026l"))
      return String(bytes.dropFirst(8).dropLast(8))
    }

    private func put(
      _ image: Int, _ number: Int, at place: String, y: Int = 0, rows: Int = 4
    ) -> String {
      "\u{1B}[\(place)H\u{1B}_Ga=p,i=\(image),p=\(number),x=0,y=\(y),w=80,"
        + "h=\(rows * 20),c=8,r=\(rows),C=1,q=1\u{1B}\\"
    }

    private let sent =
      "\u{1B}_Ga=t,f=32,o=z,t=d,s=80,v=80,i=71,q=1,m=0;QUJD\u{1B}\\"

    private func wrapped(_ text: String) -> String { "\u{1B}7\(text)\u{1B}[m\u{1B}8" }

    @Test func `kitty: sent once, placed, moved, cropped, taken away`() throws {
      let presenter = try presenter()
      let first = body(presenter, [placed(.kitty)])
      #expect(first == wrapped(sent + put(71, 1, at: "3;5")))
      #expect(body(presenter, [placed(.kitty)]).isEmpty)
      #expect(body(presenter, [placed(.kitty, y: 3)]) == wrapped(put(71, 1, at: "4;5")))
      // Two of its rows have gone above the edge.
      #expect(
        body(presenter, [placed(.kitty, y: 3, cut: 2)])
          == wrapped(put(71, 1, at: "6;5", y: 40, rows: 2)))
      #expect(
        body(presenter, [placed(.kitty), placed(.kitty, x: 20)])
          == wrapped(put(71, 1, at: "3;5") + put(71, 2, at: "3;21")))
      let gone = wrapped(
        "\u{1B}_Ga=d,d=i,i=71,p=1,q=2\u{1B}\\\u{1B}_Ga=d,d=i,i=71,p=2,q=2\u{1B}\\")
      #expect(body(presenter, []) == gone)
      #expect(body(presenter, []).isEmpty)
      // It is still in the terminal's memory.
      #expect(body(presenter, [placed(.kitty)]) == wrapped(put(71, 3, at: "3;5")))
      #expect(presenter.hasImage(71) && !presenter.hasImage(72))
    }

    @Test func `kitty: leaving, repainting and another size delete all, and begin anew`() throws {
      let presenter = try presenter()
      #expect(!String(decoding: presenter.restore, as: UTF8.self).contains("_G"))
      _ = body(presenter, [placed(.kitty)])
      let delete = "\u{1B}_Ga=d,d=I,i=71,q=2\u{1B}\\"
      #expect(
        String(decoding: presenter.restore, as: UTF8.self).contains("\u{1B}_Ga=d,d=A,q=2\u{1B}\\"))
      presenter.repaint()
      let again = body(presenter, [placed(.kitty)])
      #expect(again.contains(delete + "\u{1B}_Ga=t") && again.contains("i=72,"))
      presenter.resize(Size(width: 40, height: 11))
      presenter.resize(Self.size)
      let resized = body(presenter, [placed(.kitty)])
      #expect(resized.contains("d=I,i=72") && resized.contains("i=73,"))
      let closing = String(decoding: presenter.leave(), as: UTF8.self)
      #expect(closing.hasPrefix("\u{1B}_Ga=d,d=I,i=73,q=2\u{1B}\\") && closing.contains("?1049l"))
      #expect(presenter.leave().isEmpty)
    }

    @Test func `kitty: a large picture comes in parts, between frames`() throws {
      let presenter = try presenter()
      let large = placed(.kitty, count: 50_000)
      var received = Data()
      var frames = 0
      repeat {
        let text = body(presenter, [large])
        #expect(text.utf8.count < KittyPainter.mostBytes + 6000)
        for part in text.split(separator: "\u{1B}_G").dropFirst() where part.contains(";") {
          let data = part.drop { $0 != ";" }.dropFirst().prefix { $0 != "\u{1B}" }
          #expect(data.utf8.count <= 4096)
          received += Data(base64Encoded: String(data)) ?? Data()
        }
        frames += 1
        #expect(text.contains("a=p") == !presenter.hasMorePixels)
      } while presenter.hasMorePixels && frames < 99
      #expect(frames == 4 && Array(received) == large.pixels.bytes)
      #expect(body(presenter, [large]).isEmpty)
    }

    @Test func `kitty: what is not wanted any more is given up in the middle`() throws {
      let presenter = try presenter()
      let large = placed(.kitty, count: 100_000)
      _ = body(presenter, [large])
      #expect(presenter.hasMorePixels)
      let cut = "\u{1B}_Gm=0,q=2;\u{1B}\\\u{1B}_Ga=d,d=I,i=71,q=2\u{1B}\\"
      #expect(body(presenter, []) == wrapped(cut))
      #expect(!presenter.hasMorePixels && body(presenter, []).isEmpty)
      _ = body(presenter, [large])
      #expect(String(decoding: presenter.leave(), as: UTF8.self).hasPrefix("\u{1B}_Gm=0,q=2;"))
    }

    @Test func `kitty: nothing stands between the parts of an image`() throws {
      for (count, isGivenUp) in [(60_000, true), (30_000, false)] {
        let presenter = try presenter()
        let large = placed(.kitty, x: 20, of: "DEF", count: count)
        _ = body(presenter, [placed(.kitty)])
        _ = body(presenter, [placed(.kitty), large])
        #expect(presenter.hasMorePixels)
        let text = body(presenter, [placed(.kitty, y: 3), large])
        let commands = text.split(separator: "\u{1B}_G").dropFirst()
        let end = try #require(commands.firstIndex { $0.contains("m=0") })
        #expect(commands[..<end].allSatisfy { $0.hasPrefix("q=1,m=1;") })
        #expect(commands[end].hasPrefix("m=0,q=2;") == isGivenUp)
        #expect(text.contains(put(71, 1, at: "4;5")))
      }
    }

    @Test func `kitty: the oldest images leave the terminal's memory`() throws {
      let presenter = try presenter()
      var text = ""
      // 80 x 80 pixels of four bytes: some 650 of them are 16 MB.
      for number in 0..<700 { text += body(presenter, [placed(.kitty, of: "\(number) ")]) }
      #expect(text.contains("d=I,i=71,q=2") && !text.contains("d=I,i=200,q=2"))
    }

    @Test func `sixel: drawn whole, over what was written, and wiped by its cells`() throws {
      let presenter = try presenter()
      let draw = "\u{1B}[3;5H\u{1B}P0;1;0qABC\u{1B}\\"
      #expect(body(presenter, [placed(.sixel)]) == wrapped(draw))
      #expect(body(presenter, [placed(.sixel)]).isEmpty)
      let gone = body(presenter, [])
      for row in 3...6 { #expect(gone.contains("\u{1B}[\(row);5H\u{1B}[0m        ")) }
      #expect(body(presenter, []).isEmpty)
      _ = body(presenter, [placed(.sixel)])
      let moved = body(presenter, [placed(.sixel, y: 3)])
      #expect(moved.contains("\u{1B}[3;5H\u{1B}[0m        "))
      #expect(moved.contains("\u{1B}[4;5H\u{1B}P0;1;0qABC"))
      // Another one in the same place covers all of it.
      let other = body(presenter, [placed(.sixel, y: 3, of: "DEF")])
      #expect(other == wrapped("\u{1B}[4;5H\u{1B}P0;1;0qDEF\u{1B}\\"))
      presenter.repaint()
      #expect(body(presenter, [placed(.sixel, y: 3, of: "DEF")]).contains("qDEF"))
    }

    @Test func `sixel: what lay below one that is gone is drawn again`() throws {
      let presenter = try presenter()
      let other = placed(.sixel, x: 8, y: 4, of: "DEF")
      let beside = placed(.sixel, x: 20, of: "GHI")
      _ = body(presenter, [placed(.sixel), other, beside])
      let text = body(presenter, [other, beside])
      #expect(text.contains("qDEF") && !text.contains("qGHI") && !text.contains("qABC"))
    }

    @Test func `sixel: nothing is drawn in part, or next to the last row`() throws {
      let presenter = try presenter()
      #expect(body(presenter, [placed(.sixel, cut: 1)]).isEmpty)
      #expect(body(presenter, [placed(.sixel, y: 8)]).isEmpty)
      #expect(body(presenter, [placed(.sixel, y: 7)]).contains("qABC"))
    }

    @Test func `what does not fit on the screen is not shown`() throws {
      let presenter = try presenter()
      for form in [PixelForm.kitty, .sixel] {
        #expect(body(presenter, [placed(form, x: 33)]).isEmpty)
        #expect(body(presenter, [placed(form, y: 40)]).isEmpty)
        #expect(body(presenter, [placed(form, x: -1)]).isEmpty)
      }
    }

    @Test func `what a terminal may print is written where nothing is, and blanked`() throws {
      let presenter = try presenter()
      let hidden = String(decoding: presenter.hidden("Gabc"), as: UTF8.self)
      #expect(hidden == "\u{1B}7\u{1B}[2;1H\u{1B}[0m\u{1B}_Gabc\u{1B}\\\r    \u{1B}8")
      var narrow = Grid(Self.size)
      for y in 0..<12 { narrow.put(String(repeating: "x", count: 9), x: 0, y: y, .plain) }
      _ = presenter.frame(narrow, Self.bare)
      let beside = String(decoding: presenter.hidden("Gabc"), as: UTF8.self)
      #expect(
        beside
          == "\u{1B}7\u{1B}[2;10H\u{1B}[0m\u{1B}_Gabc\u{1B}\\\u{1B}[2;10H    \u{1B}8")
      var full = Grid(Self.size)
      for y in 1..<12 { full.put(String(repeating: "x", count: 38), x: 1, y: y, .plain) }
      _ = presenter.frame(full, Self.bare)
      #expect(presenter.hidden("Gabc").isEmpty)
    }

    @Test func `words beside a picture leave it alone`() throws {
      for form in [PixelForm.kitty, .sixel] {
        let presenter = try presenter()
        _ = body(presenter, [placed(form)])
        let frame = body(presenter, [placed(form)], "other words")
        #expect(frame.contains("other") && !frame.contains("\u{1B}7"))
      }
    }
  }
}

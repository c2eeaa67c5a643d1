import Content
import Loyalty
import TestSupport
import Testing

@Suite struct MergeTests {
  private static let seeds = [UInt64](1...40)

  @Test(arguments: seeds) func `edits of different blocks all stand, whoever merges`(
    seed: UInt64
  ) {
    var random = RandomScreens(seed: seed)
    for _ in 0..<50 {
      let base = random.screen(blocks: random.number(0..<9))
      let mine = random.edit(base, turn: 0, name: "m")
      let theirs = random.edit(base, turn: 1, name: "t")
      let one = ScreenMerge(base: base, mine: mine, theirs: theirs)
      let other = ScreenMerge(base: base, mine: theirs, theirs: mine)
      #expect(one.conflicts.isEmpty)
      #expect(one.screen == other.screen)
      check(one.screen, base, mine, theirs)
    }
  }

  /// Nothing is dropped, nothing invented, and every block is as the one who changed it left it.
  private func check(_ merged: Screen, _ base: Screen, _ mine: Screen, _ theirs: Screen) {
    func byID(_ screen: Screen) -> [Block.ID: Block] {
      Dictionary(screen.blocks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let (old, here, there, now) = (byID(base), byID(mine), byID(theirs), byID(merged))
    #expect(now.count == merged.blocks.count)
    for id in Set(old.keys).union(here.keys).union(there.keys) {
      let expected = here[id] == old[id] ? there[id] : here[id]
      #expect(now[id] == expected, "\(id)")
    }
    #expect(Set(now.keys).isSubset(of: Set(here.keys).union(there.keys)))
    #expect(merged.members["aura"] == base.members["aura"])
  }

  @Test(arguments: seeds) func `who changed nothing gets what the other has`(seed: UInt64) {
    var random = RandomScreens(seed: seed)
    for _ in 0..<50 {
      let base = random.screen(blocks: random.number(0..<9))
      var edited = random.edit(base, turn: 0, name: "m")
      edited = random.edit(edited, turn: 1, name: "n")
      for merge in [
        ScreenMerge(base: base, mine: edited, theirs: base),
        ScreenMerge(base: base, mine: base, theirs: edited),
        ScreenMerge(base: base, mine: edited, theirs: edited),
      ] {
        #expect(merge.conflicts.isEmpty)
        #expect(merge.screen == edited)
      }
    }
  }

  @Test(arguments: seeds) func `of two changes of the same blocks none is lost without a word`(
    seed: UInt64
  ) {
    var random = RandomScreens(seed: seed)
    for _ in 0..<50 {
      let base = random.screen(blocks: random.number(1..<7))
      let mine = random.edit(base, turn: 0, name: "m")
      let theirs = random.edit(base, turn: 0, name: "t")
      var merge = ScreenMerge(base: base, mine: mine, theirs: theirs)
      #expect(Set(merge.screen.blocks.map(\.id)).count == merge.screen.blocks.count)
      for conflict in merge.conflicts {
        #expect(conflict.mine != conflict.theirs)
        #expect(conflict.mine != conflict.base && conflict.theirs != conflict.base)
        merge.settle(conflict.place, .theirs)
      }
      #expect(merge.conflicts.isEmpty)
      for block in theirs.blocks where !base.blocks.contains(block) {
        #expect(merge.screen.blocks.contains(block))
      }
    }
  }

  private let base = Screen(
    slug: "page", title: [.english: "Page", .russian: "Страница"],
    blocks: ["a", "b", "c"].map {
      Block(id: Block.ID($0), .paragraph, text: [.english: $0, .russian: $0])
    })

  private func changed(_ change: (inout Screen) -> Void) -> Screen {
    var screen = base
    change(&screen)
    return screen
  }

  @Test func `the same block in two ways is a conflict, field by field`() throws {
    let mine = changed {
      $0.blocks[1][["text", "en"]] = "mine"
      $0.blocks[1][["text", "ru"]] = "моё"
    }
    let theirs = changed {
      $0.blocks[1][["text", "en"]] = "theirs"
      $0.blocks[1][["props", "level"]] = 2
    }
    let merge = ScreenMerge(base: base, mine: mine, theirs: theirs)
    let conflict = try #require(merge.conflicts.first)
    #expect(merge.conflicts.count == 1)
    #expect(conflict.place == .block(Block.ID("b")))
    #expect(conflict.fields == [["props", "level"], ["text", "en"], ["text", "ru"]])
    #expect(conflict.suggestion == [["props", "level"]])
    #expect(merge.screen.blocks == mine.blocks)

    var settled = merge
    settled.settle(conflict.place, .fields(theirs: conflict.suggestion))
    #expect(settled.screen.blocks[1].text.values == ["en": "mine", "ru": "моё"])
    #expect(settled.screen.blocks[1].props["level"] == 2)

    settled = merge
    settled.settle(conflict.place, .theirs)
    #expect(settled.screen.blocks == theirs.blocks)

    settled = merge
    settled.settle(conflict.place, .both(newID: Block.ID("n")))
    #expect(settled.screen.blocks.map(\.id.rawValue) == ["a", "b", "n", "c"])
    #expect(settled.screen.blocks[1] == mine.blocks[1])
    #expect(settled.screen.blocks[2].text == theirs.blocks[1].text)
  }

  @Test(arguments: [true, false]) func `deleted here, changed there`(isMine: Bool) throws {
    let edited = changed { $0.blocks[1][["text", "en"]] = "new" }
    let deleted = changed { $0.blocks.remove(at: 1) }
    let merge =
      isMine
      ? ScreenMerge(base: base, mine: deleted, theirs: edited)
      : ScreenMerge(base: base, mine: edited, theirs: deleted)
    #expect(merge.conflicts.map(\.fields) == [[]])
    var both = merge
    both.settle(.block(Block.ID("b")), .both(newID: Block.ID("n")))
    #expect(both.screen == edited)
    var kept = merge
    kept.settle(.block(Block.ID("b")), isMine ? .theirs : .mine)
    #expect(kept.screen == edited)
    var gone = merge
    gone.settle(.block(Block.ID("b")), isMine ? .mine : .theirs)
    #expect(gone.screen == deleted)
  }

  @Test func `languages of a title are apart, and what the server writes is theirs`() {
    let mine = changed {
      $0.members["title"]?["en"] = "Mine"
      $0.members["etag"] = "\"old\""
    }
    let theirs = changed {
      $0.members["title"]?["ru"] = "Их"
      $0.members["etag"] = "\"new\""
      $0.members["moon"] = "full"
    }
    let merge = ScreenMerge(base: base, mine: mine, theirs: theirs)
    #expect(merge.conflicts.isEmpty)
    #expect(merge.screen.title == [.english: "Mine", .russian: "Их"])
    #expect(merge.screen.etag == "\"new\"")
    #expect(merge.screen.members["moon"] == "full")
  }

  @Test func `a member that one side took away is gone`() {
    var base = base
    base.members["moon"] = "full"
    let mine = base
    var theirs = base
    theirs.members["moon"] = nil
    let merge = ScreenMerge(base: base, mine: mine, theirs: theirs)
    #expect(merge.conflicts.isEmpty)
    #expect(merge.screen.members["moon"] == nil)
  }

  @Test func `a title that both changed is a conflict`() {
    let mine = changed { $0.members["title"]?["en"] = "Mine" }
    let theirs = changed { $0.members["title"]?["en"] = "Theirs" }
    var merge = ScreenMerge(base: base, mine: mine, theirs: theirs)
    #expect(merge.conflicts.map(\.fields) == [[["en"]]])
    merge.settle(.screen(member: "title"), .fields(theirs: [["en"]]))
    #expect(merge.screen.title.values == ["en": "Theirs", "ru": "Страница"])
  }

  @Test func `blocks with the same id or none are all kept`() {
    let odd = changed {
      $0.blocks += [$0.blocks[0], Block(members: [:]), Block(members: ["type": "x"])]
    }
    #expect(ScreenMerge(base: base, mine: odd, theirs: base).screen == odd)
    let theirs = changed { $0.blocks.remove(at: 2) }
    let merged = ScreenMerge(base: base, mine: odd, theirs: theirs).screen
    #expect(merged.blocks.count == 5)
  }

  @Test func `moves that chase one another end`() {
    let mine = changed { $0.blocks.swapAt(0, 2) }
    let theirs = changed {
      $0.blocks.swapAt(0, 1)
      $0.blocks.swapAt(1, 2)
    }
    let one = ScreenMerge(base: base, mine: mine, theirs: theirs).screen
    #expect(one == ScreenMerge(base: base, mine: theirs, theirs: mine).screen)
    #expect(Set(one.blocks.map(\.id)).count == 3)
  }

  @Test(.timeLimit(.minutes(20))) func `a thousand blocks against a thousand`() {
    var random = RandomScreens(seed: 9)
    let base = random.screen(blocks: 1000)
    var mine = base
    mine.blocks.reverse()
    var theirs = base
    theirs.blocks.insert(contentsOf: (0..<1000).map { random.block("t\($0)") }, at: 500)
    let seconds = processorSeconds {
      let merge = ScreenMerge(base: base, mine: mine, theirs: theirs)
      #expect(merge.conflicts.isEmpty)
      #expect(merge.screen.blocks.count == 2000)
    }
    #expect(seconds < 10)
  }
}

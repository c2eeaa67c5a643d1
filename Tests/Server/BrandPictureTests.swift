import Content
import Loyalty
import Testing

@testable import Server

/// The pictures of the brands that are built in.
struct BrandPictureTests {
  @Test(arguments: Seed.allCases)
  func `each picture is shown somewhere, with words in each language`(seed: Seed) throws {
    let folder = try ProgramFolder.shipped(seed)
    let shown = Self.shown(folder)
    #expect(Set(shown.map(\.sha256)) == Set(folder.pictures.all.map(\.sha256)))
    let languages = Set(folder.program.languages.map(\.rawValue))
    for picture in shown {
      #expect(picture.alt.map { Set($0.values.keys) } == languages, "\(picture)")
    }
  }

  @Test(arguments: Seed.allCases)
  func `whatever may have a picture has one`(seed: Seed) throws {
    let folder = try ProgramFolder.shipped(seed)
    #expect(folder.program.brand.picture != nil)
    #expect(folder.rewards.filter { $0.isActive && $0.picture == nil }.map(\.id) == [])
    #expect(folder.offers.filter { $0.picture == nil }.map(\.id) == [])
    #expect(folder.shops.filter { $0.picture == nil }.map(\.id) == [])
    let slides = folder.intro?.slides ?? []
    #expect(slides.filter { $0.picture == nil }.map(\.slug) == [])
  }

  /// By whatever names one.
  private static func shown(_ folder: ProgramFolder) -> [Picture] {
    let items =
      folder.rewards.map(\.picture) + folder.offers.map(\.picture) + folder.shops.map(\.picture)
    let slides = folder.intro?.slides.map(\.picture) ?? []
    let blocks = folder.screens.flatMap(\.blocks).map(\.picture)
    return ([folder.program.brand.picture] + items + slides + blocks).compactMap { $0 }
  }
}

extension IntroSlide {
  /// The words of a slide's picture stand beside it.
  fileprivate var picture: Picture? {
    let image = blocks.first { $0.type == .image }
    guard var picture = image?.props.picture else { return nil }
    picture.alt = image?.props.alt
    return picture
  }
}

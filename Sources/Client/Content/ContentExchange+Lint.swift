public import Content
import ContentFiles
import Contract
import LocalStore
import Loyalty
import Sync
import YAML

extension ContentExchange {
  /// What is wrong with the files, as far as this machine knows the program; asks no server.
  public func lint(_ folder: ContentFolder) throws(ContentFailure) -> [FileFinding] {
    let files = try folder.files()
    let known = (try? document(ScreenPage.self, .screens))?.screens.map(\.slug)
    let pulled = try folder.state().screens.keys
    return findings(files, screens: Set(known ?? []).union(pulled).union(files.keys))
  }

  /// Refuses files that are not fit to be saved.
  func check(
    _ files: [String: ContentFile], screens: Set<String>
  ) throws(ContentFailure) {
    let errors = findings(files, screens: screens).filter { $0.finding.severity == .error }
    if !errors.isEmpty { throw .findings(errors) }
  }

  private func findings(
    _ files: [String: ContentFile], screens: Set<String>
  ) -> [FileFinding] {
    let ground = ground(files, screens: screens)
    return files.sorted { $0.key < $1.key }.flatMap { slug, file in
      file.screen.findings(on: ground).map { finding in
        FileFinding(
          place: file.mark(of: finding).map(\.description) ?? slug + ContentFile.suffix,
          finding: finding)
      }
    }
  }

  private func ground(_ files: [String: ContentFile], screens: Set<String>) -> LintGround {
    let program = try? store.home(latest: 0).program
    // Nobody has told yet which languages there are: those of the titles.
    let written = Set(files.values.flatMap { $0.screen.title.values.keys }).sorted()
    let rewards = try? document(Page<Reward>.self, .rewards)
    let promotions = try? document(Page<Promotion>.self, .promotions)
    let stores = try? document(Page<Shop>.self, .stores)
    return LintGround(
      languages: program?.languages ?? written.map { Language(rawValue: $0) }, screens: screens,
      rewards: rewards.map { Set($0.data.map(\.id.rawValue)) },
      promotions: promotions.map { Set($0.data.map(\.id.rawValue)) },
      stores: stores.map { Set($0.data.map(\.id.rawValue)) })
  }

  private func document<Body: Decodable>(_ type: Body.Type, _ resource: Resource) throws -> Body? {
    try store.document(resource).map { try Wire.decode(type, from: $0) }
  }
}

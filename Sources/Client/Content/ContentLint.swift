public import Content
import ContentFiles
import Contract
import Glibc
import LocalStore
import Loyalty
import Sync
import YAML

/// Checks files by what this machine knows of the program; asks no server, and needs no account.
public struct ContentLint: Sendable {
  /// `nil` where nothing is known.
  let store: LocalStore?

  init(store: LocalStore?) {
    self.store = store
  }

  /// What is known of an account's program; nothing is made where there is nothing yet.
  ///
  /// - Parameter accounts: with the one that is meant; `nil` is none.
  public init(_ accounts: Accounts?) {
    // NB: without what is known of the program the files are checked by themselves, and what was
    // left out is said.
    let folder = accounts.map { "\($0.folders.data)/\($0.folder(of: $0.current))" }
    let known = folder.flatMap { access("\($0)/store.sqlite", F_OK) == 0 ? $0 : nil }
    store = known.flatMap { try? LocalStore.open(folder: $0).store }
  }

  /// What was found in a folder.
  public struct Report: Sendable {
    public var findings: [FileFinding] = []
    /// Files that make no sense, or the folder itself.
    public var problems: [FileProblem] = []
    /// What could not be looked at.
    public var gaps: [LintGround.Gap] = []
  }

  /// Checks all files that can be read, whatever the others are.
  public func report(on folder: ContentFolder) -> Report {
    let contents: ContentFolder.Contents
    do throws(FileProblem) {
      contents = try folder.contents()
    } catch {
      return Report(problems: [error])
    }
    var report = Report(problems: contents.problems)
    var all = Set(document(ScreenPage.self, .screens)?.screens.map(\.slug) ?? [])
    do throws(ContentFailure) {
      all.formUnion(try folder.state().screens.keys)
    } catch {
      if case .files(let problems) = error { report.problems += problems }
    }
    if contents.files.isEmpty, !report.problems.isEmpty { return report }
    // A link to the screen of a file that cannot be read is not dead; pull names files after screens.
    let here = contents.missing.union(contents.files.keys)
    let ground = ground(contents.files, screens: all.isEmpty ? nil : all.union(here))
    report.gaps = ground.gaps
    if program == nil { report.gaps.insert(.languages, at: 0) }
    report.findings = findings(Array(contents.files.values) + contents.twins, on: ground)
    return report
  }

  /// Refuses files that are not fit to be saved.
  ///
  /// - Parameters:
  ///   - files: those that are looked at.
  ///   - all: all of them, which lead to one another.
  func check(
    _ files: [String: ContentFile], among all: [String: ContentFile], screens: Set<String>
  ) throws(ContentFailure) {
    let found = findings(Array(files.values), on: ground(all, screens: screens))
    let errors = found.filter { $0.finding.severity == .error }
    if !errors.isEmpty { throw .findings(errors) }
  }

  private func findings(
    _ files: [ContentFile], on ground: LintGround
  ) -> [FileFinding] {
    files.sorted { ($0.screen.slug, $0.name) < ($1.screen.slug, $1.name) }.flatMap { file in
      file.screen.findings(on: ground).map { finding in
        FileFinding(place: file.mark(of: finding).map(\.description) ?? file.name, finding: finding)
      }
    }
  }

  // Damage of the store is met, and told, where the app opens it.
  private var program: Program? { try? store?.home(latest: 0).program }

  private func ground(_ files: [String: ContentFile], screens: Set<String>?) -> LintGround {
    // Nobody has told yet which languages there are: those of the titles.
    let written = Set(files.values.flatMap { $0.screen.title.values.keys }).sorted()
    func ids<Element>(
      _ resource: Resource, _ id: (Element) -> String
    ) -> Set<String>? where Element: Codable & Hashable & Sendable {
      document(Page<Element>.self, resource).map { Set($0.data.map(id)) }
    }
    var ground = LintGround(
      languages: program?.languages ?? written.map { Language(rawValue: $0) }, screens: screens,
      rewards: ids(.rewards) { (reward: Reward) in reward.id.rawValue },
      promotions: ids(.promotions) { (promotion: Promotion) in promotion.id.rawValue },
      shops: ids(.shops) { (shop: Shop) in shop.id.rawValue },
      tiers: choices.map { Set($0.tiers) }, segments: choices.map { Set($0.segments) })
    ground.hasToldLanguages = program != nil
    return ground
  }

  private var choices: ContentChoices? {
    let bytes = try? store?.document(.contentChoices)
    return bytes.flatMap { try? Wire.decode(ContentChoices.self, from: $0) }
  }

  private func document<Body: Decodable>(_ type: Body.Type, _ resource: Resource) -> Body? {
    // A body that this version cannot read is one that it does not know.
    let bytes = try? store?.document(resource)
    return bytes.flatMap { try? Wire.decode(type, from: $0) }
  }
}

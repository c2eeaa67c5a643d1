import Content
import ContentFiles
import Loyalty
import YAML

/// A program as a business writes it: a folder of YAML files, one for each resource.
///
/// All in it is checked when it is read, also what one file says of another.
struct ProgramFolder: Sendable {
  let program: Program
  /// Hundredths of money for one whole point; `nil` is the tills' own.
  let moneyPerPoint: Int64?
  /// ISO 4217; `nil` is the tills' own.
  let currency: String?
  let intro: IntroSlides?
  /// Without them nobody is asked to agree to more than the name of the terms.
  let terms: MembershipTerms?
  let tiers: [Tier]
  let rewards: [WrittenReward]
  let offers: [WrittenOffer]
  let stamps: [StampRule]
  let codes: [WrittenCode]
  let shops: [WrittenShop]
  let screens: [Screen]
  let pictures: ProgramPictures

  /// The files that are read; each but the first may be missing.
  static let names = [
    "program.yaml", "terms.yaml", "intro.yaml", "tiers.yaml", "rewards.yaml", "offers.yaml",
    "stamps.yaml", "codes.yaml", "shops.yaml",
  ]
  private static let screensFolder = "screens/"

  /// Reads a folder.
  ///
  /// - Parameters:
  ///   - files: by their paths inside it.
  ///   - name: stands before the path in what is said of a file.
  /// - Throws: what is wrong first, and in which file, line and column.
  init(_ files: [String: [UInt8]], name: String) throws(YAMLError) {
    try ProgramFolder.refuseOthers(Array(files.keys), name)
    let pictures = ProgramPictures(files)
    self.pictures = pictures
    let program = try ProgramFile(
      try YAMLNode.document(in: files["program.yaml"] ?? [], file: "\(name)/program.yaml"),
      pictures)
    self.program = program.program
    moneyPerPoint = program.moneyPerPoint
    currency = program.currency
    let terms = ProgramTerms(program, pictures)

    /// Reads a file that may be missing or hold comments only.
    func read<Result>(
      _ file: String, _ body: (YAMLNode) throws(YAMLError) -> Result
    ) throws(YAMLError) -> Result? {
      let path = "\(name)/\(file)"
      guard let bytes = files[file],
        !(try YAMLNode.documents(in: bytes, file: path).isEmpty)
      else { return nil }
      return try body(try YAMLNode.document(in: bytes, file: path))
    }
    intro = try read("intro.yaml", terms.intro)
    self.terms = try read("terms.yaml", terms.membership)
    let tiers = try read("tiers.yaml", terms.tiers) ?? []
    let rewards = try read("rewards.yaml", terms.rewards) ?? []
    let tierIDs = Set(tiers.map(\.id.rawValue))
    let rewardIDs = Set(rewards.map(\.id.rawValue))
    let offers =
      try read("offers.yaml") { (node) throws(YAMLError) in
        try terms.offers(node, tiers: tierIDs)
      } ?? []
    let offerIDs = Set(offers.map(\.id.rawValue))
    stamps =
      try read("stamps.yaml") { (node) throws(YAMLError) in
        try terms.stamps(node, rewards: rewardIDs)
      } ?? []
    codes =
      try read("codes.yaml") { (node) throws(YAMLError) in
        try terms.codes(node, rewards: rewardIDs, offers: offerIDs)
      } ?? []
    shops = try read("shops.yaml", terms.shops) ?? []
    self.tiers = tiers
    self.rewards = rewards
    self.offers = offers
    var screens: [Screen] = []
    for (path, bytes) in files.sorted(by: { $0.key < $1.key })
    where path.hasPrefix(ProgramFolder.screensFolder) && ContentFile.isRead(path) {
      var file = try ContentFile(bytes, file: "\(name)/\(path)")
      try file.resolvePictures(pictures.digest)
      screens.append(file.screen)
    }
    self.screens = screens
  }

  /// A file with a slip in its name would be passed over in silence, and what it says with it.
  private static func refuseOthers(_ paths: [String], _ name: String) throws(YAMLError) {
    for path in paths.sorted() where !names.contains(path) {
      let isScreen = path.hasPrefix(screensFolder) && ContentFile.isRead(path)
      guard !isScreen, !ProgramPictures.isRead(path), !path.hasSuffix(".md") else { continue }
      let known = (names + ["\(screensFolder)*.yaml", "\(ProgramPictures.folder)*.png"])
        .joined(separator: ", ")
      throw YAMLError(
        en: "No file of this name is read; read are \(known)",
        ru: "Файла с таким именем здесь не бывает; бывают \(known)",
        at: YAMLMark(file: "\(name)/\(path)", line: 1, column: 1))
    }
  }
}

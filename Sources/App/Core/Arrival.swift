import Loyalty

/// What the server's answers mean to what is on the screen.
extension State {
  /// Reads again what shows something that has come into the local store; nothing else.
  ///
  /// The first time it is all that is shown, whatever has come.
  mutating func takeArrived(_ changes: Set<Resource>) -> [Effect] {
    guard live.hasRead else { return readFirst() }
    let loads = shownLoads + FeatureDescription.all.flatMap(\.rereads)
    return loads.filter { !$0.resources.isDisjoint(with: changes) }.map { .reload($0) }
  }

  /// The server has answered, and what came is on the screen: what did not come is as it was stored.
  mutating func takePull() -> [Effect] {
    confirmConnection()
    for feature in FeatureDescription.all { feature.confirm(now, &self) }
    let effects = readFirst() + askForOpen() + followOn()
    if !network.isWorking { live.isNews = false }
    return effects
  }

  /// What is stored is shown after the first answer, whatever it was; the first frame is not kept
  /// waiting for it.
  mutating func readFirst() -> [Effect] {
    guard !live.hasRead else { return [] }
    live.hasRead = true
    return shownLoads.map { .reload($0) }
  }

  /// What the server alone knows about what is open.
  mutating func askForOpen() -> [Effect] {
    guard isInside else { return [] }
    let asked = openEffects.filter { if case .load = $0 { false } else { true } }
    return asked + FeatureDescription.all.flatMap { $0.asks(&self) }
  }

  /// All that the screen, or a key that works at once, shows of the local store.
  private var shownLoads: [Load] {
    var loads = FeatureDescription.all.flatMap { $0.shows(self) }
    guard isInside else { return loads }
    for case .load(let load) in openEffects where !loads.contains(load) { loads.append(load) }
    return loads
  }

  /// What the surfaces on the screen load.
  private var openEffects: [Effect] {
    let surfaces = sheets.map(\.surface) + (sheets.isEmpty ? [base] : [])
    var effects: [Effect] = []
    for effect in surfaces.flatMap({ $0.loads(self) }) where !effects.contains(effect) {
      effects.append(effect)
    }
    return effects
  }
}

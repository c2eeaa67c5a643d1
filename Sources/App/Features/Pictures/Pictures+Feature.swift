extension FeatureDescription {
  static let pictures = FeatureDescription(
    settle: { event, state in if event == .pulled { state.pictures.retry() } })
}

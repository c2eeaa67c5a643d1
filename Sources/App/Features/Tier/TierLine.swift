import Cells
import Loyalty
import Themes

/// Home's one line about the tier: its name, a bar, what the next one takes.
func drawTierLine(_ state: State, in rect: Rect, on canvas: inout Canvas) {
  guard let status = state.home.contents.tier, let tier = status.tier, !rect.isEmpty else { return }
  let id: Element.ID = "home.tier"
  let name = tier.name.value(in: state.settings.language) ?? ""
  let words = state.words(forNextOf: status)
  let isFocused = canvas.markInMargin(id, of: rect)
  let shown = truncated(name, to: max(1, rect.width / 3))
  canvas.write(shown, in: rect, isFocused ? .selection : .heading)
  var rest = rect.inset(left: displayWidth(of: shown) + 1)
  let width = min(10, rest.width - displayWidth(of: words) - 1)
  if width >= 4 {
    canvas.progress(status.progress, in: rest.top(1).narrowed(to: width))
    rest = rest.inset(left: width + 1)
  }
  canvas.write(words, in: rest, .muted)
  canvas.add(
    Element(
      id, .button, "\(name), \(words)".replacing("\u{A0}", with: " "), bounds: rect.top(1),
      action: .tier(.show)))
}

extension TierStatus {
  /// How far from this tier to the next, 0–1.
  var progress: Double {
    guard let next else { return 1 }
    let start = tier?.threshold ?? .zero
    let whole = Double((next.threshold - start).rawValue)
    guard whole > 0 else { return 0 }
    return max(0, min(1, Double((earned - start).rawValue) / whole))
  }
}

extension State {
  /// What the next tier takes, or that there is none.
  func words(forNextOf status: TierStatus) -> String {
    guard let next = status.next else { return phrases.say(.tierTop) }
    return phrases.say(
      .tierToNext,
      [
        "points": phrases.number(next.missing, of: program),
        "tier": next.name.value(in: settings.language) ?? "",
      ])
  }
}

/// The text without what could move a cursor, reorder a line or hide words.
///
/// Dropped: control characters, format characters (bidirectional overrides and isolates, zero-width
/// spaces, byte order marks, tags), supplementary variation selectors, noncharacters, and marks with
/// nothing to stand on. A joiner stays only where it joins (emoji, scripts other than ASCII).
/// Tabs become spaces, and so do line ends unless they are kept (then each is one `\n`).
///
/// - Parameter limit: Characters; a longer text ends in `…` as the last of them.
public func cleaned(
  _ text: String, limit: Int = 2000, keepingNewlines: Bool = false
) -> String {
  guard limit > 0 else { return "" }
  if isClean(text, limit: limit) { return text }
  let scalars = visibleScalars(
    of: text, lineEnd: keepingNewlines ? "\n" : " ", atMost: (limit + 1) * scalarsInCluster)
  var result = ""
  var count = 0
  for cluster in String(scalars) {
    guard count < limit else {
      result.removeLast()
      return result + "…"
    }
    result.append(contentsOf: bounded(cluster))
    count += 1
  }
  return result
}

/// Whether it is short, of ASCII and Cyrillic letters alone: most texts are.
private func isClean(_ text: String, limit: Int) -> Bool {
  guard text.utf8.count <= limit * 2 else { return false }
  var count = 0
  for scalar in text.unicodeScalars {
    let value = scalar.value
    guard value >= 0x20 && value < 0x7F || value >= 0x400 && value < 0x483 else { return false }
    count += 1
  }
  return count <= limit
}

/// More than any family emoji or conjunct takes; what a heap of combining marks is cut to.
private let scalarsInCluster = 16

private func bounded(_ cluster: Character) -> String {
  var scalars = cluster.unicodeScalars.prefix(scalarsInCluster)
  while let last = scalars.last, scalars.count == scalarsInCluster, isJoiner(last) {
    scalars.removeLast()
  }
  return String(String.UnicodeScalarView(scalars))
}

private func visibleScalars(
  of text: String, lineEnd: Unicode.Scalar, atMost maximum: Int
) -> String.UnicodeScalarView {
  var kept = String.UnicodeScalarView()
  var count = 0
  var attached = 0
  var previous: Unicode.Scalar = "\n"
  var joiner: Unicode.Scalar?
  var afterReturn = false
  for scalar in text.unicodeScalars {
    defer { afterReturn = scalar == "\r" }
    guard let visible = visible(scalar, lineEnd: lineEnd), !(afterReturn && scalar == "\n")
    else { continue }
    if isJoiner(visible) {
      joiner = previous.isASCII ? nil : visible
      continue
    }
    if visible.isASCII { joiner = nil }
    let isMark = !visible.isASCII && visible.properties.isGraphemeExtend
    attached = isMark || joiner != nil ? attached + 1 : 0
    if attached >= scalarsInCluster || (isMark && previous == "\n") { continue }
    if let pending = joiner {
      kept.append(pending)
      count += 1
      attached += 1
    }
    joiner = nil
    kept.append(visible)
    count += 1
    previous = visible
    if count >= maximum { break }
  }
  return kept
}

/// What a scalar becomes; `nil` drops it.
private func visible(_ scalar: Unicode.Scalar, lineEnd: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar.value {
  case 0x20...0x7E: return scalar
  case 0x09: return " "
  case 0x0A...0x0D, 0x85, 0x2028, 0x2029: return lineEnd
  case 0xE0100...0xE01EF: return nil
  default: break
  }
  if isJoiner(scalar) { return scalar }
  switch scalar.properties.generalCategory {
  case .control, .format: return nil
  default: return scalar.properties.isNoncharacterCodePoint ? nil : scalar
  }
}

/// U+200C and U+200D.
private func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value == 0x200C || scalar.value == 0x200D
}

/// The names of an enum's cases, as the compiler notes them beside the type; empty for all else.
///
/// "Nominal Type Descriptors" in https://github.com/swiftlang/swift/blob/main/docs/ABI/TypeMetadata.rst
/// and the records of `include/swift/RemoteInspection/Records.h`.
public func caseNames(of type: Any.Type) -> [String] {
  let metadata = unsafeBitCast(type, to: UnsafeRawPointer.self)
  let enumKind = 0x201
  guard metadata.load(as: Int.self) == enumKind else { return [] }
  let fields = target(of: metadata.load(fromByteOffset: 8, as: UnsafeRawPointer.self) + 16)
  let size = Int(fields.load(fromByteOffset: 10, as: UInt16.self))
  let count = Int(fields.load(fromByteOffset: 12, as: UInt32.self))
  return (0..<count).map { index in
    let name = target(of: fields + 16 + index * size + 8)
    return String(cString: name.assumingMemoryBound(to: CChar.self))
  }
}

/// Where a relative pointer leads.
private func target(of place: UnsafeRawPointer) -> UnsafeRawPointer {
  place + Int(place.load(as: Int32.self))
}

/// The case that a value is, and what the case carries.
public func caseName(of value: Any) -> (name: String, payload: [Any]) {
  guard let child = Mirror(reflecting: value).children.first else { return ("\(value)", []) }
  let payload = Mirror(reflecting: child.value)
  let parts = payload.displayStyle == .tuple ? payload.children.map(\.value) : [child.value]
  return (child.label ?? "", parts)
}

/// The cases that none of the values is, of each enum that is met among them.
///
/// - Parameter isMet: which types count, also where they are what a case carries.
public func casesLeftOut(of values: [Any], where isMet: (Any.Type) -> Bool) -> [String] {
  var seen: [ObjectIdentifier: (type: Any.Type, names: Set<String>)] = [:]
  func note(_ value: Any) {
    let type = type(of: value)
    guard isMet(type) else { return }
    let (name, payload) = caseName(of: value)
    seen[ObjectIdentifier(type), default: (type, [])].names.insert(name)
    for part in payload { note(part) }
  }
  for value in values { note(value) }
  return seen.values.flatMap { type, names in
    let all = caseNames(of: type)
    if all.isEmpty { return ["\(type) is no enum with cases"] }
    return all.filter { !names.contains($0) }.map { "\(type).\($0)" }
  }
}

extension Collection<UInt8> {
  /// The bytes of a text without the mark that some editors begin every file with: U+FEFF in UTF-8.
  public var withoutByteOrderMark: SubSequence {
    starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self[...]
  }
}

/// Arithmetic that ends at the greatest and at the smallest number there is.
///
/// For what comes out of a database or off the wire: a program checks what it writes, but nobody
/// checks what a person has set by hand, and a trap ends the server for everybody.
extension Int64 {
  public func adding(saturating other: Int64) -> Int64 {
    let (sum, isOver) = addingReportingOverflow(other)
    return isOver ? (other < 0 ? .min : .max) : sum
  }

  public func subtracting(saturating other: Int64) -> Int64 {
    let (difference, isOver) = subtractingReportingOverflow(other)
    return isOver ? (other < 0 ? .max : .min) : difference
  }

  public func multiplied(saturating other: Int64) -> Int64 {
    let (product, isOver) = multipliedReportingOverflow(by: other)
    return isOver ? ((self < 0) == (other < 0) ? .max : .min) : product
  }
}

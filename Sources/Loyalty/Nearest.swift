/// The word of some that was meant by one that is none of them; `nil` when none is like it.
///
/// A beginning stands for the only word that begins so; else it is the word with the fewest letters
/// wrong, left out, too many, or swapped with their neighbour (Damerau and Levenshtein).
public func nearest(_ word: String, among known: [String]) -> String? {
  let typed = Array(word.lowercased().prefix(40))
  guard typed.count > 1 else { return nil }
  let begun = known.filter { $0.lowercased().hasPrefix(String(typed)) }
  if begun.count == 1 { return begun.first }
  let distances = known.map { ($0, editDistance(typed, Array($0.lowercased()))) }
  let limit = typed.count > 5 ? 3 : typed.count > 2 ? 2 : 1
  return distances.filter { $0.1 <= limit }.min { $0.1 < $1.1 }?.0
}

/// How many letters are wrong, left out, too many, or swapped with their neighbour.
public func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var before = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  for i in left.indices {
    var row = [i + 1]
    for j in right.indices {
      let change = last[j] + (left[i] == right[j] ? 0 : 1)
      var least = min(change, last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        least = min(least, before[j - 1] + 1)
      }
      row.append(least)
    }
    (before, last) = (last, row)
  }
  return last[right.count]
}

// A number of points as each language says it, its groups parted by anything.
const number = String(POINTS).replace(/\B(?=(\d{3})+$)/g, '.')
const last = POINTS % 10, lastTwo = POINTS % 100
const isTeen = lastTwo >= 11 && lastTwo <= 14
output.russian = number + ' ' +
  (last == 1 && !isTeen ? 'балл' : last >= 2 && last <= 4 && !isTeen ? 'балла' : 'баллов')
output.english = number + (POINTS == 1 ? ' point' : ' points')

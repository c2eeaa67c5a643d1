// What a purchase of so many roubles is worth: one point for each twenty.
output.points = Math.floor(Number(AMOUNT) / 20)

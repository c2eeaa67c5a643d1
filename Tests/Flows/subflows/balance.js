// Points as the screen writes them, to be counted with: "1,389 points" is read as 1389, and 1409 is
// looked for as "1.409", whatever stands between the thousands.
output.read = (text) => Number(text.replace("−", "-").replace(/[^0-9-]/g, ""))
output.shown = (points) => String(points).replace("-", "−").replace(/\B(?=(\d{3})+$)/g, ".")

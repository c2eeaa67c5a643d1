"""Numbers that stand on the screen in letters of three rows, as a person reads them."""

DIGITS = {
    "0": ("▟▀▀▙", "█  █", "▜▄▄▛"),
    "1": ("▗█ ", " █ ", "▄█▄"),
    "2": ("▀▀▀▙", "▟▀▀▘", "█▄▄▄"),
    "3": ("▀▀▀▙", " ▀▀█", "▄▄▄▛"),
    "4": (" ▟█ ", "▟▘█ ", "▀▀█▀"),
    "5": ("█▀▀▀", "▀▀▀▙", "▄▄▄▛"),
    "6": ("▟▀▀▀", "█▀▀▙", "▜▄▄▛"),
    "7": ("▀▀▀█", "  ▟▘", " ▐▌ "),
    "8": ("▟▀▀▙", "▟▀▀▙", "▜▄▄▛"),
    "9": ("▟▀▀▙", "▜▄▄█", "▄▄▄▛"),
    "−": ("   ", "▄▄▄", "   "),
    ",": (" ", " ", "▞"),
    ".": (" ", " ", "▖"),
}


def with_numbers(text):
    """The text, and below it each large number with what stands at its foot."""
    lines = text.split("\n")
    width = max(map(len, lines), default=0)
    rows = [line.ljust(width) for line in lines]
    said = [number for three in zip(rows, rows[1:], rows[2:]) for number in _numbers(three, width)]
    return "\n".join([text, *said])


def _numbers(three, width):
    column = 0
    while column < width:
        number, end = _number(three, column)
        if not number:
            column += 1
            continue
        column = end
        if not any(row[end:end + 2].strip() for row in three):
            yield f"{number} {three[2][end:].strip()}"


def _number(three, column):
    number, end = "", column
    while True:
        found = _letter(three, column)
        if not found:
            return number, end
        # What parts thousands in Russian is a column without anything.
        number += ("\u00a0" if number and column - end == 3 else "") + found
        end = column + len(DIGITS[found][0])
        column = end + (1 if _letter(three, end + 1) else 3)


def _letter(three, column):
    return next(
        (letter for letter, drawn in DIGITS.items()
         if all(row.startswith(part, column) for row, part in zip(three, drawn))), None)

"""What a program switched on in the terminal, read from the bytes that it wrote."""

import re

_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])|\x1b([=>])")

APPLICATION_CURSOR_KEYS = 1
ALTERNATE_SCREEN = 1049
CURSOR = 25
# Whether the cursor blinks: kitty's own description says so wherever the cursor is shown again.
_BLINKING = 12
_ON_AT_START = {7, CURSOR}
NAMES = {
    1: "application cursor keys", 7: "autowrap", 25: "cursor", 47: "alternate screen (47)",
    1000: "mouse", 1002: "mouse drag", 1003: "mouse motion", 1004: "focus reports",
    1005: "mouse (UTF-8)", 1006: "mouse (SGR)", 1015: "mouse (urxvt)",
    1047: "alternate screen (1047)", 1049: "alternate screen", 2004: "bracketed paste",
    2026: "synchronized output", 2048: "resize reports",
}


class Modes:
    """The private modes after some bytes, and how often each was opened and closed."""

    def __init__(self, data):
        self.on = {mode: mode in _ON_AT_START for mode in NAMES}
        self.opened = dict.fromkeys(NAMES, 0)
        self.closed = dict.fromkeys(NAMES, 0)
        self.keypad = False
        for match in _MODE.finditer(data):
            if match[3]:
                self.keypad = match[3] == b"="
                continue
            for mode in (int(number) for number in match[1].split(b";") if number):
                self.on[mode] = match[2] == b"h"
                counts = self.opened if self.on[mode] else self.closed
                counts[mode] = counts.get(mode, 0) + 1

    @property
    def left_behind(self):
        """In words, what is not as it was before the program ran."""
        changed = [NAMES.get(mode, f"mode {mode}") + (" is on" if on else " is off")
                   for mode, on in self.on.items()
                   if on != (mode in _ON_AT_START) and mode != _BLINKING]
        return changed + (["keypad is in application mode"] if self.keypad else [])


def frames(data):
    """How many synchronized updates were begun."""
    return data.count(b"\x1b[?2026h")

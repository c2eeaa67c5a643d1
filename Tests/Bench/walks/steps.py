"""The walk that each contender takes: what is done and what has to be seen, step by step."""

from harness.programs import PHONE

# Nothing moves and there are no pictures, for all of them.
WALK = [
    ("launch", ""),
    ("see", "Log in or join"),
    ("type", PHONE),
    ("press", "Enter"),
    ("see", "your code is"),
    ("press", "F2"),
    ("see", "as of"),
    ("press", "2"),
    ("see", "Filter coffee"),
    ("press", "Down"),
    ("press", "/"),
    ("type", "latte"),
    ("see", "Matcha latte"),
    ("press", "Enter"),
    ("press", "Escape"),
    ("see", "Filter coffee"),
    ("tap", "Rewards"),
    ("see", "A shot of syrup"),
    ("press", "Down"),
    ("press", "Enter"),
    ("see", "at no extra charge"),
    ("press", "Escape"),
    ("see", "Free espresso"),
    ("tap", "Offers"),
    ("see", "Ethiopia week"),
    ("tap", "News"),
    ("see", "The winter menu"),
    ("press", "1"),
    ("see", "as of"),
    ("see", "The tenth coffee"),
]
# How many of them it takes until the first screen is there.
START = 2

_HEAD = """appId: loyalhub.coffee
name: {name}
---
"""
_STEPS = {
    "launch": "- launchApp: {{ clearState: true, arguments: {{ language: en, motion: none }} }}",
    "see": '- assertVisible: {{ text: ".*{value}.*" }}',
    "type": '- inputText: "{value}"',
    "press": '- pressKey: "{value}"',
    "tap": '- tapOn: {{ text: "{value}" }}',
}


def flow(name, steps):
    """The walk, or its first steps, in Maestro's language."""
    return _HEAD.format(name=name) + "".join(
        _STEPS[kind].format(value=value) + "\n" for kind, value in WALK[:steps])


def write_flows(folder, count, steps=len(WALK)):
    """So many files with the walk; their folder."""
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:03}.yaml").write_text(flow(f"walk {number}", steps))
    return folder

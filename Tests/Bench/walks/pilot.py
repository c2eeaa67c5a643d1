"""The walk through an app in Textual, by its own Pilot: it presses, clicks and looks at widgets."""

import asyncio
import pathlib
import sys

BENCH = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(BENCH), str(BENCH.parent / "Screen")]

from textual.events import Paste  # noqa: E402  (beside this file)
from textual.widgets import OptionList  # noqa: E402

from walks.shop import Shop  # noqa: E402
from walks.steps import WALK  # noqa: E402

KEYS = {"Enter": "enter", "Escape": "escape", "Down": "down", "F2": "f2", "/": "slash"}
# The widget in which a text is looked for, or the tab that has it.
PLACES = {
    "Log in or join": "#title", "your code is": "#message", "as of": "#balance",
    "Filter coffee": "#entries", "Matcha latte": "#entries", "A shot of syrup": "#goods",
    "at no extra charge": "#words", "Free espresso": "#goods", "Ethiopia week": "#promotions",
    "The winter menu": "#page", "The tenth coffee": "#stamps",
    "Rewards": "#--content-tab-rewards", "Offers": "#--content-tab-offers",
    "News": "#--content-tab-news",
}
PAUSES = 100


def text_of(widget):
    """What is in sight of it."""
    if isinstance(widget, OptionList):
        top = widget.scroll_offset.y
        rows = widget.options[top:top + widget.size.height]
        return "\n".join(str(row.prompt) for row in rows)
    return str(widget.content)


async def see(pilot, text):
    for _ in range(PAUSES):
        for widget in pilot.app.screen.query(PLACES[text]):
            if widget.region and text in text_of(widget):
                return
        await pilot.pause()
    raise AssertionError(f"no {text!r}")


async def enter(pilot, text):
    """In one event, as the others do it: to press each letter takes Pilot 40 ms a letter."""
    pilot.app.post_message(Paste(text))
    await pilot.pause()


async def walk(steps):
    async with Shop().run_test(size=(80, 24)) as pilot:
        for kind, value in WALK[:steps]:
            if kind == "see":
                await see(pilot, value)
            elif kind == "type":
                await enter(pilot, value)
            elif kind == "press":
                await pilot.press(KEYS.get(value, value))
            elif kind == "tap":
                await pilot.click(PLACES[value])


if __name__ == "__main__":
    walks, steps = map(int, sys.argv[1:])
    for _ in range(walks):
        asyncio.run(walk(steps))

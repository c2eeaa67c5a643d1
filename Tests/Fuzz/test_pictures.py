"""Pictures with some of their bytes changed, cut out or doubled: the process that decodes ends with an
answer within its limits, and the app with a page of them stays what it was."""

import os
import pathlib
import random
import resource
import struct

import pytest
from harness import pictures, processes
from harness.effort import sample
from harness.picture_files import CLEAR_WEBP, FILES, INKS, QUARTERS, lying
from harness.pictured import Pictured
from harness.pictures import (
    CELLS, DIRECT, KITTY, PALETTE_16, PALETTE_256, PIXELS, SIXEL, SIXELS, UNREADABLE, ask, request)

SEED = 15
SOURCES = {**FILES, "inks": INKS, "lying": lying(6), "clear": CLEAR_WEBP}
# Of what is written by the app, in bytes: what allocators keep for the next picture.
GROWTH = 4_000_000


def mutated(file, generator):
    """A file with some bytes changed, or cut out, or doubled; its head mostly stays."""
    data = bytearray(file)
    for _ in range(generator.choice((1, 1, 2, 5, 30))):
        place = generator.randrange(len(data)) if generator.random() < 0.2 else generator.randrange(
            min(24, len(data) - 1), len(data))
        way = generator.random()
        if way < 0.6:
            data[place] = generator.choice((0, 1, 0x7F, 0x80, 0xFF, generator.randrange(256)))
        elif way < 0.8:
            del data[place:place + generator.choice((1, 4, 40))]
        else:
            data[place:place] = data[place:place + generator.choice((1, 4, 400))]
        if len(data) < 30:
            break
    return bytes(data)


def sound(data):
    """A PNG whose checksums are right, so that what is damaged is looked at."""
    result, place = data[:8], 8
    while place + 12 <= len(data):
        length = min(struct.unpack(">I", data[place:place + 4])[0], len(data) - place - 12)
        result += pictures.chunk(data[place + 4:place + 8], data[place + 8:place + 8 + length])
        place += 12 + length
    return result


def damaged(name, number, generator):
    data = mutated(SOURCES[name], generator)
    return sound(data) if name == "png" and number % 2 else data


@pytest.mark.parametrize("name", SOURCES)
def test_damaged_files_end_in_an_answer(name):
    generator = random.Random(SEED)
    endings = {}
    for number in range(sample(60, 3000)):
        data = damaged(name, number, generator)
        form = generator.choice((DIRECT, DIRECT, PALETTE_256, PALETTE_16, SIXEL, KITTY))
        began = resource.getrusage(resource.RUSAGE_CHILDREN)
        status, kind, body = ask(request(data, form=form))
        ended = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert status == 0 and kind in (CELLS, SIXELS, PIXELS, UNREADABLE), (number, data.hex())
        assert ended.ru_utime - began.ru_utime < 2.5, (number, data.hex())
        if kind == UNREADABLE:
            assert body.isascii() and body.decode().isprintable(), (number, body)
        endings[kind] = endings.get(kind, 0) + 1
    # Both ends are reached: some of the damage is refused, some is seen.
    assert len(endings) > 1
    # The largest process of all so far, in KB.
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 256 << 10


def zombies(process):
    """Processes that have ended and that nobody has asked about."""
    return [child for child, _ in processes.children(process)
            if "\nState:\tZ" in pathlib.Path(f"/proc/{child}/status").read_text()]


def test_an_app_that_is_shown_them_stays_what_it_was(home, server):
    """Pages of them, each with a sound one at its end, which comes when all are done."""
    generator = random.Random(SEED)
    names = list(SOURCES)
    answers = {"The first.": FILES["png"]}
    for number in range(sample(45, 480)):
        answers[f"Damaged {number}."] = damaged(names[number % len(names)], number, generator)
    answers["The last."] = QUARTERS
    with Pictured(server, answers) as page, page.client(home, rows=300) as client:
        page.wait_for_drawn(client, ["The first."])
        files = len(os.listdir(f"/proc/{client.process}/fd"))
        memory = processes.written_memory(client.process)
        while "The last." not in client.text and len(page.asked) < len(page.digests):
            client.press("PageDown")
            client.wait_until_quiet(0.3, 120)
        client.press("End")
        page.wait_for_drawn(client, ["The last."], seconds=120)
        client.wait_for(lambda: not processes.children(client.process), 60)
        assert zombies(client.process) == []
        assert processes.written_memory(client.process) - memory < GROWTH
        assert len(os.listdir(f"/proc/{client.process}/fd")) <= files + 2
        # Nothing of it has come to the terminal: the app is where it was, and leaves as ever.
        client.press("1")
        client.wait_for("points")
        client.press("C-c")
        assert client.wait_for_exit() == 0

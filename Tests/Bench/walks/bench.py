"""The contenders, as commands in a home of their own."""

import json
import operator
import pathlib
import sys

from harness.programs import CLIENT, FOLDER

from .cost import Cost, cost
from .steps import WALK

WALKS = pathlib.Path(__file__).resolve().parent


class Bench:
    def __init__(self, home):
        self.folder = home.path
        self.environment = home.environment(
            LOYALHUB_PROGRAMS=str(FOLDER), PYTHONDONTWRITEBYTECODE="1", TEXTUAL_ANIMATIONS="none")

    def play(self, *options):
        return cost([[CLIENT, "test", *map(str, options)]], self.environment)

    def walk(self, script, *processes, steps=len(WALK)):
        """So many walks in each of some processes at once."""
        command = [sys.executable, str(WALKS / script)]
        return cost([[*command, str(walks), str(steps)] for walks in processes], self.environment)

    def count(self, path):
        """Flows, steps and requests; fails when one of the flows does."""
        output = self.folder / "counted"
        self.play("--parallel", 2, "--output", output, path)
        lines = [json.loads(line) for line in (output / "report.jsonl").read_text().splitlines()]
        steps = [line for line in lines if line["type"] == "step"]
        requests = sum(len(step["requests"]) for step in steps)
        return sum(line["type"] == "flow" for line in lines), len(steps), requests

    def alone(self, folder, steps):
        """A walk of each contender."""
        return {
            "loyalhub test": lambda: self.play(folder),
            "pexpect + pyte": lambda: self.walk("in_terminal.py", 1, steps=steps),
            "Textual's Pilot": lambda: self.walk("pilot.py", 1, steps=steps),
        }

    def together(self, folder, walks):
        """Several walks of each contender, two at a time."""
        halves = (walks // 2, walks - walks // 2)
        return {
            "loyalhub test": lambda: self.play("--parallel", 2, folder),
            "pexpect + pyte": lambda: self.walk("in_terminal.py", *halves),
            "Textual's Pilot": lambda: self.walk("pilot.py", *halves),
        }


def in_turn(runs, *groups):
    """For each group the costs of each contender by its name; the first turn only warms up."""
    turns = [[{name: run() for name, run in group.items()} for group in groups]
             for _ in range(runs + 1)]
    return [{name: [turn[place][name] for turn in turns[1:]] for name in group}
            for place, group in enumerate(groups)]


def beyond(runs, starts):
    """What is left of the least costs without the least of the start."""
    def least(costs):
        return map(min, zip(*costs))

    return {name: [Cost(*map(operator.sub, least(costs), least(starts[name])))]
            for name, costs in runs.items()}

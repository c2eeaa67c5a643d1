"""One walk, played as a flow, typed into a terminal by pexpect, and taken by Textual's own Pilot.

The contenders take turns, so that ratios survive a drifting machine. A walk costs what its process
costs from the start to the end, with the servers and whatever else it starts.
"""

import argparse
import os
import pathlib
import sys

BENCH = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(BENCH), str(BENCH.parent / "Screen")]

from harness.programs import Home  # noqa: E402  (beside this file)
from walks.bench import Bench, beyond, in_turn  # noqa: E402
from walks.cost import adopt_orphans  # noqa: E402
from walks.steps import START, WALK, write_flows  # noqa: E402
from walks.table import print_aim, print_head, print_walks, spread  # noqa: E402

FLOWS = BENCH.parent / "Flows"
READ = 400


def compare(bench, one, options):
    """The table of the walks; the costs of the one that is played alone."""
    short = write_flows(bench.folder / "short", 1, START)
    many = write_flows(bench.folder / "many", options.walks)
    starts, alone, together = in_turn(
        options.runs, bench.alone(short, START), bench.alone(one, len(WALK)),
        bench.together(many, options.walks))
    print_head()
    rest = len(WALK) - START
    print_walks("one walk", alone, len(WALK), 1)
    print_walks(f"{options.walks} walks, two at once", together, len(WALK), options.walks)
    print_walks(f"its first {START} steps alone: the start, the first screen", starts, START)
    print_walks(f"the {rest} steps after them, of the quickest runs", beyond(alone, starts), rest)
    return alone["loyalhub test"]


def play_all(bench, runs):
    """All flows of the tests."""
    flows, steps, requests = bench.count(FLOWS)
    costs = [bench.play("--parallel", 2, FLOWS) for _ in range(runs)]
    print_aim("all of Tests/Flows, two at once, s", [cost.wall for cost in costs], 15)
    rates = [flows / cost.wall for cost in costs]
    walls, processors = ([what * 1000 / steps for what in whats] for whats in zip(*costs))
    print(f"  {flows} flows, {steps} steps, {requests} requests: {spread(rates)} flows/s,\n"
          f"  {spread(walls)} ms a step, {spread(processors)} of the processor")


def measure(bench, options):
    one = write_flows(bench.folder / "one", 1)
    counted = bench.count(one)
    assert counted[:2] == (1, len(WALK)) and bench.count(one) == counted, counted
    print(f"The walk: {counted[1]} steps, {counted[2]} requests to its server.\n")
    walk = compare(bench, one, options)
    print()
    print_aim("one walk with its server, wall, ms", [cost.wall * 1000 for cost in walk], 300)
    print_aim("… CPU, ms", [cost.processor * 1000 for cost in walk], 150)
    read = write_flows(bench.folder / "read", READ)
    reading = [bench.play("--check", read).wall for _ in range(options.runs)]
    print_aim(f"{READ} flows are read (--check), s", reading, 1)
    if options.all:
        play_all(bench, options.all)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, help="turns of the contenders")
    parser.add_argument("--walks", type=int, default=6, help="of each contender, two at once")
    parser.add_argument("--all", type=int, default=3, help="runs of all of Tests/Flows; may be 0")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    adopt_orphans()
    home = Home()
    try:
        measure(Bench(home), options)
    finally:
        home.remove()
    print(f"\n80×24, medians (least–most); the app in Textual has no server; load {load:.1f} "
          f"before, {os.getloadavg()[0]:.1f} after. Trust the ratios.")


if __name__ == "__main__":
    main()

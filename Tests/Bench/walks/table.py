"""Costs of several runs, as lines of a table."""

import operator
import statistics

OF = "{:>13}{:>10}"
ROW = "{:20}{:>9}{:>20}" + OF + "{:>20}" + OF


def number(value):
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def spread(values):
    """The median of the runs, their least and their most."""
    if len(values) == 1:
        return number(values[0])
    return f"{number(statistics.median(values))} ({number(min(values))}–{number(max(values))})"


def print_head():
    of = ["of loyalhub", "of Pilot"]
    print(ROW.format("", "walks/s", "wall ms a step", *of, "CPU ms a step", *of))


def print_walks(title, runs, steps, walks=None):
    """Costs of each contender beside those of loyalhub, the first, and of Pilot, the last.

    Ratios are medians of those of each turn. Parts of walks (no `walks`) have no rate.
    """
    print(title)
    for name, costs in runs.items():
        rate = number(statistics.median(walks / cost.wall for cost in costs)) if walks else ""
        fields = [rate]
        for what in map(operator.attrgetter, ("wall", "processor")):
            values = [what(cost) * 1000 / steps / (walks or 1) for cost in costs]
            fields.append(spread(values))
            fields += [ratio(map(what, costs), map(what, runs[other]))
                       for other in (list(runs)[0], list(runs)[-1])]
        print(ROW.format("  " + name, *fields))


def ratio(values, others):
    return number(statistics.median(map(operator.truediv, values, others)))


def print_aim(what, values, aim):
    print(f"{what:44}{spread(values):>20}   aim ≤ {aim}")

"""Other processes, from outside: what they started, what they cost, when they end."""

import pathlib
import re
import select


def children(process):
    """(number, name) of each process that `process` started and that still runs."""
    found = []
    for task in pathlib.Path(f"/proc/{process}/task").iterdir():
        for child in (task / "children").read_text().split():
            name = pathlib.Path(f"/proc/{child}/comm").read_text().strip()
            found.append((int(child), name))
    return found


def wait_for_end(descriptor, seconds=10):
    """Whether the process behind a pidfd ends in time, whoever its parent is."""
    return bool(select.select([descriptor], [], [], seconds)[0])


def wakeups(process):
    """How often the threads of a process gave up the processor of their own accord."""
    total = 0
    for task in pathlib.Path(f"/proc/{process}/task").iterdir():
        try:
            status = (task / "status").read_text()
        except OSError:  # the thread has ended meanwhile
            continue
        total += int(re.search(r"^voluntary_ctxt_switches:\s*(\d+)", status, re.M)[1])
    return total


def written_memory(process):
    """What is resident now and the process's own, in bytes: no page of a file that others share."""
    status = pathlib.Path(f"/proc/{process}/status").read_text()
    return int(re.search(r"^RssAnon:\s*(\d+) kB", status, re.M)[1]) * 1024


def peak_memory(process):
    """The largest resident set so far, in bytes."""
    status = pathlib.Path(f"/proc/{process}/status").read_text()
    return int(re.search(r"^VmHWM:\s*(\d+) kB", status, re.M)[1]) * 1024

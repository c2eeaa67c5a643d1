"""What commands cost, with all processes that they start."""

import ctypes
import os
import tempfile
import time
from typing import NamedTuple

PR_SET_CHILD_SUBREAPER = 36


class Cost(NamedTuple):
    """Seconds until the commands have ended, and those of the processor."""

    wall: float
    processor: float


def adopt_orphans():
    """What outlives its parent becomes a child of this process, which counts it too."""
    assert ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0


def cost(commands, environment):
    """Runs commands at once; each has to succeed."""
    with tempfile.TemporaryFile() as said:
        files = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
                 (os.POSIX_SPAWN_DUP2, said.fileno(), 1), (os.POSIX_SPAWN_DUP2, said.fileno(), 2)]
        begin = time.monotonic()
        started = {os.posix_spawn(command[0], command, environment, file_actions=files): command
                   for command in commands}
        wall, processor, failed = 0, 0, []
        while (ended := _wait()) is not None:
            process, status, usage = ended
            processor += usage.ru_utime + usage.ru_stime
            if command := started.get(process):
                wall = time.monotonic() - begin
                failed += [command] if status else []
        said.seek(0)
        assert not failed, f"{failed} failed:\n{said.read().decode()[-4000:]}"
    return Cost(wall, processor)


def _wait():
    """The next child that ends; `None` when there is none any more."""
    try:
        return os.wait4(-1, 0)
    except ChildProcessError:
        return None

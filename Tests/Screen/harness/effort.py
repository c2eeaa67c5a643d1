"""How much is tried: a bounded sample, or all of it in `Tests/run long` (`LOYALHUB_LONG=1`)."""

import os


def sample(few, many):
    return many if "LOYALHUB_LONG" in os.environ else few

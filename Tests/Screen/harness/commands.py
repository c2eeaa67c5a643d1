"""The program as a command: what it says, and how it ends, whoever runs it."""

import os
import subprocess

# An ordinary person, who may not do what rights forbid: root without the power to pass them over.
ORDINARY = [] if os.geteuid() else [
    "setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner", "--"]
# Somebody whom the user database does not know; the program itself may stand where only root looks.
HOMELESS = [
    "setpriv", "--reuid=54321", "--regid=54321", "--clear-groups",
    "--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--"]


def run(arguments, environment, typed="", seconds=30, **options):
    """Runs a command to its end, with what is typed into it."""
    return subprocess.run(
        arguments, env=environment, input=typed, text=True, capture_output=True, timeout=seconds,
        **options)

"""A program in tmux: a terminal that knows the alternate screen, and that we did not write."""

import os
import select
import shlex
import subprocess
import time

from .letters import with_numbers


class Tmux:
    """One window with a shell in it; use as a context manager."""

    def __init__(self, home, columns=80, rows=24):
        self._home = home
        self._socket = str(home.path / "tmux.sock")
        self._size = (columns, rows)
        self._written = None

    @property
    def text(self):
        return with_numbers(self._run("capture-pane", "-p"))

    @property
    def coloured_text(self):
        """The screen with its colours as SGR sequences."""
        return self._run("capture-pane", "-p", "-e", "-N")

    def state(self, *flags):
        """The window's own flags by name, such as `alternate_on`."""
        text = self._run("display-message", "-p", " ".join(f"#{{{flag}}}" for flag in flags))
        return dict(zip(flags, text.split()))

    def type(self, text):
        self._run("send-keys", "-l", text)

    def press(self, *keys):
        self._run("send-keys", *keys)

    def command(self, line):
        self.type(line)
        self.press("Enter")

    def wait_for(self, holds, seconds=20):
        """Waits until the screen contains a text, or until what is called returns something."""
        if isinstance(holds, str):
            wanted = holds
            holds = lambda: wanted in self.text  # noqa: E731
        deadline = time.monotonic() + seconds
        while not (found := holds()):
            left = deadline - time.monotonic()
            assert left > 0, f"not within {seconds} s; the screen:\n{self.text.rstrip()}"
            if select.select([self._written], [], [], left)[0]:
                os.read(self._written, 65536)
        return found

    def _run(self, *arguments):
        return subprocess.run(
            ["tmux", "-u", "-S", self._socket, *arguments], check=True, stdout=subprocess.PIPE,
            env=self._environment(), text=True, timeout=20).stdout

    def _environment(self, **changes):
        """The window's terminal is tmux itself: it says which."""
        return self._home.environment(TERM=None, **changes)

    def __enter__(self):
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self._run("kill-server")
        if self._written is not None:
            os.close(self._written)

    def _start(self):
        # `--noediting`: the shell leaves the line settings alone, so that ours can be compared.
        shell = "bash --norc --noprofile --noediting -i"
        self._run("-f", "/dev/null", "new-session", "-d", "-x", str(self._size[0]),
                  "-y", str(self._size[1]),
                  shlex.join(["env", *(f"{name}={value}" for name, value
                                       in self._environment(PS1="prompt> ").items())])
                  + " " + shell)
        # Woken by what is written in the window, instead of asking again and again.
        fifo = self._home.path / "tmux.fifo"
        os.mkfifo(fifo)
        self._written = os.open(fifo, os.O_RDWR | os.O_NONBLOCK)
        self._run("pipe-pane", "-O", f"cat >{shlex.quote(str(fifo))}")
        self.wait_for("prompt>")

"""Runs between a terminal with a window and a program: all bytes pass, keys come from a file too.

`relay.py FOLDER PROGRAM…` is started by the terminal. What is written into the pipe `keys` is typed, what the
program writes is also kept in `output`, of which the pipe `written` tells, and the window's size, which is the
program's too, in `size`; the program's number stands in `process`.
"""

import contextlib
import fcntl
import os
import pty
import select
import signal
import sys
import termios
import tty


def main():
    folder = sys.argv[1]
    keys = os.open(f"{folder}/keys", os.O_RDWR | os.O_NONBLOCK)
    output = os.open(f"{folder}/output", os.O_WRONLY | os.O_APPEND)
    written = os.open(f"{folder}/written", os.O_RDWR | os.O_NONBLOCK)
    tty.setraw(0)
    child, program = pty.fork()
    if child == 0:
        os.execv(sys.argv[2], sys.argv[2:])

    with open(f"{folder}/process", "w") as file:
        file.write(str(child))

    def take_size(*_):
        size = fcntl.ioctl(0, termios.TIOCGWINSZ, bytes(8))
        fcntl.ioctl(program, termios.TIOCSWINSZ, size)
        with open(f"{folder}/size.new", "wb") as file:
            file.write(size)
        os.replace(f"{folder}/size.new", f"{folder}/size")

    signal.signal(signal.SIGWINCH, take_size)
    take_size()
    # It may have asked before it had a size.
    os.kill(child, signal.SIGWINCH)
    while True:
        for ready in select.select([0, keys, program], [], [])[0]:
            try:
                data = os.read(ready, 65536)
            except OSError:
                data = b""
            if ready != program:
                os.write(program, data)
            elif not data:
                # The window stays, so that it can be looked at.
                os.write(output, b"\0")
                os.write(written, b".")
                os.close(program)
                signal.pause()
            else:
                os.write(output, data)
                while data:
                    data = data[os.write(1, data):]
                with contextlib.suppress(BlockingIOError):
                    os.write(written, b".")


main()

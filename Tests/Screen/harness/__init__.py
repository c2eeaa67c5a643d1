"""Runs terminal programs from outside: through a pty of our own, through tmux, beside a server."""

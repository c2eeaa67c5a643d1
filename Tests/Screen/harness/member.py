"""What a member does and sees, in either language."""

from .programs import CLIENT, PHONE
from .terminal import Terminal

WELCOME = "Phone|Телефон"
# Six digits that stand alone: the one-time code in the banner.
CODE = r"(?<![\d+])\d{6}(?!\d)"
BALANCE = r"\d[\d\s\u00a0\u202f,.]*\s(?:points?|балл(?:а|ов)?)\b"
HISTORY = r"All history|History|Вся история|История"
OFFLINE = r"Offline|cannot be reached|Нет связи|недоступен"


def open_demo(home, **changes):
    size = {name: changes.pop(name) for name in ("columns", "rows") if name in changes}
    return Terminal([CLIENT, "demo"], home.environment(**changes), **size)


def open_client(home, server, *options, **changes):
    """The client on a server; None leaves the choice to its settings."""
    size = {name: changes.pop(name) for name in ("columns", "rows") if name in changes}
    address = ["--server", server.address] if server else []
    return Terminal([CLIENT, *address, *options], home.environment(**changes), **size)


def log_in(terminal, server=None, phone=PHONE):
    """From the welcome screen to the balance, with the code of the banner or of the server."""
    terminal.wait_for(WELCOME)
    terminal.press(phone, "Enter")
    code = server.next_code() if server else terminal.wait_for(CODE)[0]
    terminal.wait_for(r"\bCode\b|\bКод\b")
    terminal.press(code, "Enter")
    return terminal.wait_for(BALANCE)[0]

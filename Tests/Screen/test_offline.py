"""No server is a state, not an error: what was known is shown, and it mends itself."""

import re
import signal

from harness import processes
from harness.member import BALANCE, OFFLINE, WELCOME, log_in, open_client
from harness.programs import PHONE


def test_the_last_known_state_is_shown_and_mends_itself(home, server):
    with open_client(home, server) as client:
        balance = log_in(client, server)
        client.wait_until_quiet()
        client.press("q")
        assert client.wait_for_exit() == 0
    assert server.stop() == 0

    with open_client(home, server) as client:
        client.wait_for(BALANCE)
        assert balance in client.text
        client.wait_for(OFFLINE)
        assert balance in client.text
        server.start()
        client.wait_for(lambda: not _is_offline(client), 30)
        assert balance in client.text
        client.press("q")
        assert client.wait_for_exit() == 0


def test_nothing_known_and_no_server(home, server):
    assert server.stop() == 0
    with open_client(home, server) as client:
        client.wait_for(WELCOME)
        client.press(PHONE, "Enter")
        client.wait_for(OFFLINE)
        client.press("C-c")
        assert client.wait_for_exit() == 0


def test_a_server_that_stops_while_the_client_runs(home, server):
    with open_client(home, server) as client:
        balance = log_in(client, server)
        assert server.stop() == 0
        client.press("r")
        client.wait_for(OFFLINE)
        assert balance in client.text
        client.signal(signal.SIGTERM)
        client.wait_for_exit()


def test_a_damaged_store_is_set_aside(home, server):
    with open_client(home, server) as client:
        balance = log_in(client, server)
        client.press("q")
        assert client.wait_for_exit() == 0
    [store] = home.path.rglob("store.sqlite")
    damaged = b"not a database" * 1000
    for leftover in store.parent.glob("store.sqlite-*"):
        leftover.unlink()
    store.write_bytes(damaged)

    with open_client(home, server) as client:
        client.wait_for(lambda: balance in client.text)
        client.press("q")
        assert client.wait_for_exit() == 0
    aside = [path for path in store.parent.iterdir() if path.is_file() and path.read_bytes() == damaged]
    assert len(aside) == 1, "nothing is thrown away"


def test_two_clients_share_one_session(home, server):
    with open_client(home, server) as first:
        balance = log_in(first, server)
        with open_client(home, server) as second:
            second.wait_for(lambda: balance in second.text)
            second.press("q")
            assert second.wait_for_exit() == 0
        assert not processes.children(first.process)
        first.press("r")
        first.wait_until_quiet()
        assert balance in first.text
        first.press("q")
        assert first.wait_for_exit() == 0


def _is_offline(client):
    return re.search(OFFLINE, client.text)

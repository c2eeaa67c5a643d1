"""What the server says of its own accord, on an open screen: also after it was away."""

from harness.member import OFFLINE, log_in, open_client


def shown(points):
    return rf"\b{points // 1000}[.,\s\u00a0]?{points % 1000:03d}\s+points"


def test_a_purchase_shows_without_a_key(home, server):
    with open_client(home, server) as client:
        log_in(client, server)
        client.wait_until_quiet()
        points = server.sell(400)
        client.wait_for(shown(points), 5)
        client.wait_for(r"\+20")


def test_a_return_shows_without_a_key(home, server):
    with open_client(home, server) as client:
        log_in(client, server)
        points = server.sell(400, "sale")
        client.wait_for(shown(points), 5)
        client.wait_until_quiet()
        server.take_back("sale")
        client.wait_for(shown(points - 20), 5)


def test_a_purchase_while_the_server_was_away(home, server):
    with open_client(home, server) as client:
        log_in(client, server)
        client.wait_until_quiet()
        assert server.stop() == 0
        points = server.sell(600)
        # Nobody presses a key: the end of the stream tells that the server is gone.
        client.wait_for(OFFLINE, 20)
        server.start()
        client.wait_for(shown(points), 30)


def test_a_restart_in_a_moment_is_not_noticed_and_loses_nothing(home, server):
    with open_client(home, server) as client:
        log_in(client, server)
        client.wait_until_quiet()
        assert server.stop() == 0
        points = server.sell(600)
        server.start()
        client.wait_for(shown(points), 20)

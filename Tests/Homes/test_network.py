"""What stands between the client and its server is named, and is in the log."""

import json

import pytest
from harness.answering import Answering, forwarding, saying
from harness.authority import Authority
from harness.commands import run
from harness.programs import CLIENT

PROBLEM = {"Content_Type": "application/problem+json"}


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("ca") / "ca")


def open_on(home, address, *options, **environment):
    """The first screen as lines, and what is in the log afterwards."""
    done = run([CLIENT, "--linear", "--server", address, *options],
               home.environment(**environment), "q\n")
    log = home.path / "xdg_state_home/loyalhub/loyalhub.log"
    return done, log.read_text() if log.exists() else ""


def assert_told(home, address, words, logged, *options, **environment):
    done, log = open_on(home, address, *options, **environment)
    assert done.returncode == 0, done.stderr
    assert words in done.stdout
    assert logged in log
    assert "tries again" not in done.stdout
    assert "cannot be reached. Check the network" not in done.stdout
    return done, log


@pytest.mark.parametrize("variable", ["CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR"])
def test_certificates_of_a_company_are_believed_as_curl_does(home, server, authority, variable):
    trusted = authority.hashed() if variable == "SSL_CERT_DIR" else authority.certificate
    with Answering(forwarding(server.socket), authority.sign("good")) as tls:
        done, log = open_on(
            home, f"https://localhost:{tls.port}", LANG="en_US.UTF-8", **{variable: str(trusted)})
    assert "Zerna" in done.stdout
    assert "certificate" not in done.stdout
    assert log == ""


def test_an_unknown_issuer_is_not_trusted(home, server, authority):
    with Answering(forwarding(server.socket), authority.sign("unknown")) as tls:
        assert_told(home, f"https://localhost:{tls.port}", "certificate is not trusted",
                    "unable to get local issuer certificate")


@pytest.mark.parametrize("name, days, words, logged", [
    ("expired", ("-9d", "-1d"), "certificate has expired", "certificate has expired"),
    ("early", ("+2d", "+9d"), "certificate is not valid yet", "not yet valid"),
])
def test_a_certificate_out_of_its_time(home, server, authority, name, days, words, logged):
    with Answering(forwarding(server.socket), authority.sign(name, days=days)) as tls:
        assert_told(home, f"https://localhost:{tls.port}", words, logged,
                    SSL_CERT_FILE=str(authority.certificate))


def test_a_certificate_for_another_host(home, server, authority):
    with Answering(forwarding(server.socket), authority.sign("other", "other.example")) as tls:
        assert_told(home, f"https://localhost:{tls.port}", "certificate is for other.example",
                    "target host name 'localhost'", SSL_CERT_FILE=str(authority.certificate))


def test_authorities_that_cannot_be_read(home, server, authority):
    with Answering(forwarding(server.socket), authority.sign("file")) as tls:
        assert_told(home, f"https://localhost:{tls.port}",
                    "list of trusted certificates cannot be read", "curl 77",
                    SSL_CERT_FILE="/nowhere/ca.crt")


def test_plain_http_on_a_port_for_tls(home):
    with Answering(lambda connection: connection.recv(1) and connection.sendall(
            b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")) as plain:
        assert_told(home, f"https://localhost:{plain.port}", "There is no HTTPS at this address",
                    "wrong version number")


def test_the_page_of_a_network_in_place_of_the_server(home, authority):
    page = saying("200 OK", b"<html>Welcome to the hotel", Content_Type="text/html")
    with Answering(page, authority.sign("portal")) as portal:
        assert_told(home, f"https://localhost:{portal.port}", "Another page answers in place",
                    "other_page", SSL_CERT_FILE=str(authority.certificate))


def test_a_redirection_is_named_and_not_followed(home):
    visited = []
    with Answering(lambda connection: visited.append(connection)) as elsewhere:
        away = saying("302 Found", Location=f"http://localhost:{elsewhere.port}/login")
        with Answering(away) as portal:
            assert_told(home, f"http://127.0.0.1:{portal.port}",
                        f"The server sends on to localhost:{elsewhere.port}", "redirected")
    assert visited == []


def test_a_proxy_that_asks_for_a_password(home):
    asking = saying("407 Proxy Authentication Required", Proxy_Authenticate="Basic realm=x")
    with Answering(asking) as proxy:
        _, log = assert_told(
            home, "https://shop.example", "The proxy asks for a password", "407",
            https_proxy=f"http://anna:secret@127.0.0.1:{proxy.port}")
    assert "secret" not in log


def test_a_proxy_that_asks_for_a_password_in_the_clear(home):
    asking = saying("407 Proxy Authentication Required", Proxy_Authenticate="Basic realm=x")
    with Answering(asking) as proxy:
        assert_told(home, "http://shop.example", "The proxy asks for a password", "407",
                    "--insecure-http", http_proxy=f"http://127.0.0.1:{proxy.port}")


def test_a_proxy_that_is_not_there(home):
    with Answering(saying("200 OK")) as gone:
        pass
    assert_told(home, "https://shop.example", "The proxy cannot be reached", "proxy_unreachable",
                https_proxy=f"http://127.0.0.1:{gone.port}")


def test_a_name_that_nobody_knows(home):
    # Too long for the name system: no question leaves this machine.
    done, log = open_on(home, f"https://{'a' * 64}.example")
    assert "name is not found" in done.stdout
    assert "Could not resolve host" in log


def test_nobody_listens(home):
    with Answering(saying("200 OK")) as gone:
        pass
    done, log = open_on(home, f"http://127.0.0.1:{gone.port}")
    assert "The server cannot be reached" in done.stdout
    assert "refused" in log


def test_a_server_that_is_not_available_is_quoted(home):
    problem = json.dumps({
        "type": "urn:x", "title": "Under repair until noon.", "status": 503,
        "code": "maintenance", "errors": [], "retry_after_s": 600}).encode()
    with Answering(saying("503 Service Unavailable", problem, **PROBLEM)) as busy:
        done = run([CLIENT, "content", "log", "news", "--server",
                    f"http://127.0.0.1:{busy.port}"], home.environment())
        opened, log = open_on(home, f"http://127.0.0.1:{busy.port}")
    assert done.returncode != 0
    assert "“Under repair until noon”." in opened.stdout
    assert "maintenance: Under repair until noon." in log


def test_an_app_that_is_too_old_is_told_so(home):
    with Answering(saying("426 Upgrade Required")) as new:
        assert_told(home, f"http://127.0.0.1:{new.port}", "This version of the app is too old",
                    "client_too_old")


@pytest.mark.parametrize("configured", ["option", "variable", "file"])
def test_another_machine_is_not_asked_in_the_clear(home, configured):
    arguments, environment = [CLIENT, "--linear"], home.environment()
    if configured == "option":
        arguments += ["--server", "http://shop.example"]
    elif configured == "variable":
        environment["LOYALHUB_SERVER"] = "http://shop.example"
    else:
        folder = home.path / "xdg_config_home/loyalhub"
        folder.mkdir(parents=True)
        (folder / "config.yaml").write_text("server: http://shop.example\n")
    done = run(arguments, environment, "q\n")
    assert done.returncode == 1
    assert "--insecure-http" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("address", [
    "https://anna:secret@shop.example", "ftp://anna:secret@shop.example"])
def test_a_password_in_an_address_is_said_to_nobody(home, address):
    done, log = open_on(home, address)
    assert done.returncode == 1
    assert "secret" not in done.stderr + done.stdout + log


def test_an_address_cannot_move_the_cursor(home):
    done, _ = open_on(home, "https://shop\x1b[2J\x07.example")
    assert done.returncode == 1
    assert "\x1b" not in done.stderr and "\x07" not in done.stderr


def test_letters_that_look_alike_are_not_mixed(home):
    done, _ = open_on(home, "https://аpple.com")
    assert done.returncode == 1
    assert "look alike" in done.stderr


def test_a_name_in_another_script_is_kept_by_its_ascii_form(home):
    proxy = {"https_proxy": "http://127.0.0.1:1"}
    for address in ("https://кафе.рф", "https://КАФЕ.РФ/", "https://xn--80akn5b.xn--p1ai"):
        done, _ = open_on(home, address, **proxy)
        assert done.returncode == 0, done.stderr
    folders = [path.name for path in (home.path / "xdg_data_home/loyalhub").iterdir()]
    assert len(folders) == 1 and "xn--80akn5b" in folders[0]
    config = home.path / "xdg_config_home/loyalhub/config.yaml"
    assert config.read_text() == "server: 'https://xn--80akn5b.xn--p1ai'\n"


def problem(status, **members):
    body = {"type": "urn:x", "title": "x", "status": status, "code": "x", "errors": [], **members}
    return json.dumps(body).encode()


def banner(words):
    """A server that speaks first, and not HTTP."""
    return lambda connection: (connection.sendall(words), connection.recv(65536))


@pytest.mark.parametrize("talk, kind, advice, logged", [
    (saying("500 Internal Server Error", b"upstream", Content_Type="text/plain"),
     "The server answered 500", "If it stays, tell whoever runs the server", "status 500"),
    (saying("429 Too Many Requests", Retry_After="90"),
     "The server asks for patience", "tries again in", "status 429"),
    (saying("429 Too Many Requests", Retry_After="Sat, 01 Jan 2124 00:00:00 GMT",
            Date="Fri, 31 Dec 2123 23:50:00 GMT"),
     "The server asks for patience", "tries again in", "status 429"),
    (banner(b"SSH-2.0-OpenSSH_9.2\r\n"),
     "This is not a Loyalhub server", "does not speak HTTP", "not_http"),
    (saying("451 Unavailable For Legal Reasons"),
     "The server answered 451", "for legal reasons", "status 451"),
    (saying("204 No Content"), "This is not a Loyalhub server", "Check the address", "status 204"),
    (saying("200 OK", b'{"ok": true}', Content_Type="application/json"),
     "This is not a Loyalhub server", "Check the address", "JSON that is no answer of ours"),
    (saying("200 OK", b"<html>Log in", Content_Type="application/json"),
     "Another page answers", "open any page in a browser", "other_page"),
    (saying("511 Network Authentication Required"),
     "The network asks for a sign-in", "Open any page in a browser", "network_login"),
    (saying("503 Service Unavailable", Retry_After="600"),
     "The server is not available now", "tries again in", "status 503"),
    (saying("503 Service Unavailable", problem(503, code="maintenance", title="Until noon."),
            Retry_After="600", **PROBLEM),
     "The server is not available now", "“Until noon”.", "maintenance"),
    (saying("200 OK", b"{", Content_Type="application/json"),
     "The server’s answer makes no sense", "tell whoever runs the server", "no sense"),
])
def test_an_answer_that_is_not_ours_is_named_with_what_to_do(home, talk, kind, advice, logged):
    with Answering(talk) as other:
        done, log = open_on(home, f"http://127.0.0.1:{other.port}")
    assert done.returncode == 0, done.stderr
    assert kind in done.stdout
    assert advice in done.stdout
    assert logged in log
    assert "trying again" not in done.stdout


def test_the_certificate_of_a_proxy_is_called_the_proxys(home, authority):
    with Answering(saying("200 OK"), authority.sign("proxy")) as proxy:
        _, log = assert_told(
            home, "https://shop.example", "The proxy’s certificate is not trusted",
            "proxy_certificate", https_proxy=f"https://localhost:{proxy.port}")
    assert "shop.example" not in log.replace("proxy", "")


def test_one_server_is_one_account_however_it_is_written(home):
    proxy = {"https_proxy": "http://127.0.0.1:1"}
    for address in ("https://shop.example:443", "https://shop.example.", "https://SHOP.example/"):
        done, _ = open_on(home, address, **proxy)
        assert done.returncode == 0, done.stderr
    assert len(list((home.path / "xdg_data_home/loyalhub").iterdir())) == 1


def test_a_server_that_was_once_asked_in_the_clear_opens_again(home):
    proxy = {"http_proxy": "http://127.0.0.1:1"}
    done, _ = open_on(home, "http://shop.example", "--insecure-http", **proxy)
    assert done.returncode == 0, done.stderr
    again = run([CLIENT, "--linear"], home.environment(**proxy), "q\n")
    assert again.returncode == 0, again.stderr
    assert "http://shop.example is asked without encryption" in again.stdout
    log = home.path / "xdg_state_home/loyalhub/loyalhub.log"
    assert "without TLS, as was agreed to: http://shop.example" in log.read_text()
    other, _ = open_on(home, "http://shop.example:8080", **proxy)
    assert other.returncode == 1 and "--insecure-http" in other.stderr

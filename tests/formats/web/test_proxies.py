"""Proxies that the system names: when they are asked, and how."""

import ssl
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
import trustme

from summit_tui.formats.fetching import Fetched, FetchError, fetch
from summit_tui.formats.web.address import read_address
from summit_tui.formats.web.proxies import Proxy, proxy_for
from tests.formats.web.serving import Answer, page, sent_to, serving


@pytest.mark.parametrize(
    ("variables", "proxy"),
    [
        ({}, None),
        ({"http_proxy": "http://gate.example:3128"}, Proxy("gate.example", 3128)),
        ({"http_proxy": "gate.example:3128"}, Proxy("gate.example", 3128)),
        ({"http_proxy": "http://gate.example/"}, Proxy("gate.example", 80)),
        ({"http_proxy": "http://[2001:db8::1]:81"}, Proxy("2001:db8::1", 81)),
        ({"https_proxy": "http://gate.example:3128"}, None),
        ({"all_proxy": "http://gate.example:3128"}, Proxy("gate.example", 3128)),
        ({"http_proxy": "http://gate.example", "no_proxy": "x.example, event.example"}, None),
        ({"http_proxy": "http://gate.example", "no_proxy": "*"}, None),
        (
            {"http_proxy": "http://me:a%40b@gate.example"},
            Proxy("gate.example", 80, {"Proxy-Authorization": "Basic bWU6YUBi"}),
        ),
    ],
)
def test_the_standard_variables_name_it(
    variables: dict[str, str], proxy: Proxy | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert proxy_for(read_address("http://event.example/")) == proxy


@pytest.mark.parametrize(
    "named", ["socks5://gate.example:1080", "http://", "http://[x", "http://x:y"]
)
def test_a_proxy_of_another_sort_is_told(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", named)
    with pytest.raises(FetchError, match="correct http_proxy or unset it"):
        proxy_for(read_address("http://event.example/"))


def _nobody(host: str, _port: int) -> list[str]:
    assert host == "127.0.0.1", "only the proxy is looked up"
    return [host]


def _fetch(url: str) -> Fetched:
    answer = fetch(url, resolve=_nobody)
    assert isinstance(answer, Fetched)
    return answer


def test_a_proxy_is_given_the_whole_address(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {
        "http://event.example/old": sent_to("/plan"),
        "http://event.example/plan": page(b"BEGIN:VCALENDAR"),
    }
    with serving(pages) as gate:
        monkeypatch.setenv("http_proxy", f"http://me:word@127.0.0.1:{gate.port}")
        assert _fetch("http://event.example/old").body == b"BEGIN:VCALENDAR"
    for _, headers in gate.asked:
        assert headers["host"] == "event.example"
        assert headers["proxy-authorization"] == "Basic bWU6d29yZA=="


@pytest.mark.parametrize(
    "host", ["10.0.0.1", "127.1", "localhost", "printer.localhost", "localhost.", "[::1]"]
)
def test_what_is_seen_to_be_private_is_not_given_to_a_proxy(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving({"*": page()}) as gate:
        monkeypatch.setenv("http_proxy", gate.url())
        with pytest.raises(FetchError, match="--allow-private") as told:
            _fetch(f"http://{host}/")
        assert told.value.kind == "private"
        assert gate.asked == []
        answer = fetch(f"http://{host}/", allow_private=True, resolve=_nobody)
        assert isinstance(answer, Fetched)


def _tunnel(context: ssl.SSLContext, answer: Answer) -> Answer:
    """Return what opens a tunnel, and answers at its other end itself."""

    def tunnel(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        with context.wrap_socket(handler.connection, server_side=True) as secured:
            handler.wfile = secured.makefile("wb")
            with secured.makefile("rb") as asked:
                while asked.readline().strip():
                    pass
            answer(handler)
            handler.wfile.close()

    return tunnel


def test_encryption_goes_through_a_proxy_to_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("event.example").configure_cert(context)
    pages = {"event.example:443": _tunnel(context, page(b"BEGIN:VCALENDAR"))}
    with serving(pages) as gate:
        monkeypatch.setenv("https_proxy", gate.url())
        assert _fetch("https://event.example/plan").body == b"BEGIN:VCALENDAR"
        with pytest.raises(
            FetchError, match=r"other\.example/: the proxy does not connect there \(404\)"
        ) as told:
            _fetch("https://other.example/")
        assert told.value.kind == "unreachable"

"""Who is let in, and under which address."""

import socket

import pytest

from summit_tui.tui.web.serving import address, is_loopback, is_own


@pytest.mark.parametrize(
    ("host", "only_here"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),  # noqa: S104
        ("::", False),
        ("192.168.1.5", False),
        ("localhost.example.org", False),
        ("", False),
    ],
)
def test_which_addresses_only_this_machine_reaches(host: str, only_here: bool) -> None:
    assert is_loopback(host) is only_here


@pytest.mark.parametrize(
    ("host", "origin", "here", "anybody"),
    [
        ("127.0.0.1:8000", None, True, True),
        ("127.0.0.1:8000", "http://127.0.0.1:8000", True, True),
        ("[::1]:8000", "http://[::1]:8000", True, True),
        ("localhost:8000", "http://127.0.0.1:8000", False, False),
        ("127.0.0.1:8000", "https://example.org", False, False),
        ("127.0.0.1:8000", "http://127.0.0.1:9000", False, False),
        ("127.0.0.1:8000", "null", False, False),
        ("example.org:8000", "http://example.org:8000", False, True),
        ("", None, False, True),
    ],
)
def test_only_our_own_page_may_speak(
    host: str, origin: str | None, here: bool, anybody: bool
) -> None:
    assert is_own(host, origin, anybody=False) is here
    assert is_own(host, origin, anybody=True) is anybody


def test_an_address_leads_to_the_server() -> None:
    assert address("127.0.0.1", 80) == "http://127.0.0.1:80/"
    assert address("::1", 8000) == "http://[::1]:8000/"
    assert address("0.0.0.0", 8000) == f"http://{socket.gethostname()}:8000/"  # noqa: S104

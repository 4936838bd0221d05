"""Fetching: which addresses are asked, and where redirects lead."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tests.formats.web.asking import at_once, fetched, refused
from tests.formats.web.serving import Site, page, sent_to, serving

_ICS = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(status: int) -> None:
    pages = {"/old": sent_to("new/plan?a=b", status), "/new/plan?a=b": page(_ICS)}
    with serving(pages) as site:
        found = fetched(site.url("/old"))
    assert (found.url, found.body) == (site.url("/new/plan?a=b"), _ICS)


def test_five_redirects_are_followed_and_no_more() -> None:
    pages = {f"/{number}": sent_to(f"/{number + 1}") for number in range(9)} | {"/6": page(_ICS)}
    with serving(pages) as site:
        assert fetched(site.url("/1")).body == _ICS
        error = refused(site.url("/0"))
    assert error.kind == "redirect"
    assert "sent on more than 5 times" in str(error)


def test_a_loop_comes_to_an_end() -> None:
    with serving({"*": sent_to("/")}) as site:
        assert refused(site.url()).kind == "redirect"
    assert len(site.asked) == 6


@pytest.mark.parametrize(
    "place",
    ["file:///etc/passwd", "ftp://127.0.0.1/", "javascript:x", "http://u:p@127.0.0.1/", "//[x/"],
)
def test_a_redirect_to_anything_else_is_refused(place: str) -> None:
    error = at_once(sent_to(place))
    assert error.kind == "redirect"
    assert "sends on to where nothing is opened" in str(error)


def test_a_redirect_without_a_place_is_no_answer() -> None:
    assert at_once(page(b"", 302)).status == 302


def _by_name(names: Mapping[str, list[str]]) -> Callable[[str, int], list[str]]:
    return lambda host, _port: names[host]


def test_private_addresses_are_refused_before_anything_is_asked() -> None:
    with serving({"*": page()}) as site:
        for host in ("127.0.0.1", "localhost", "127.1", "2130706433"):
            error = refused(site.url(host=host), allow_private=False)
            assert error.kind == "private"
            assert "--allow-private" in str(error)
    assert site.asked == []


def test_a_redirect_to_a_private_address_is_refused() -> None:
    """The first address is public by the book; only what it sends on to is not."""
    names = {"event.example": ["8.8.8.8"], "intranet.example": ["10.0.0.5"]}
    with (
        serving({"*": sent_to("http://intranet.example/")}) as site,
        pytest.MonkeyPatch.context() as patch,
    ):
        _lead("8.8.8.8", site, patch)
        error = refused("http://event.example/", allow_private=False, resolve=_by_name(names))
    assert error.kind == "private"
    assert str(error).startswith(
        "http://intranet.example/, where event.example sends to: it is 10.0.0.5, a private address"
    )


def _lead(address: str, site: Site, patch: pytest.MonkeyPatch) -> None:
    """Have connections to `address` lead to `site`: the net as this machine would see it."""
    from urllib3.util import connection

    connect = connection.create_connection

    def led(place: tuple[str, int], *rest: object, **options: object) -> object:
        assert place == (address, 80)
        return connect(("127.0.0.1", site.port), *rest, **options)  # type: ignore[arg-type]  # passed on

    patch.setattr(connection, "create_connection", led)


def test_a_name_is_looked_up_once_and_that_address_connected_to() -> None:
    """A name that answers otherwise the second time (DNS rebinding) gains nothing."""
    asked = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append((host, port))
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    with serving({"*": page(_ICS)}) as site:
        assert fetched(site.url(host="Münchner.example"), resolve=resolve).body == _ICS
    real = "xn--mnchner-n2a.example"
    assert asked == [(real, site.port)]
    assert site.asked[0][1]["host"] == f"{real}:{site.port}"


def test_the_next_address_is_tried_when_one_takes_no_connection() -> None:
    with serving({"*": page(_ICS)}) as site:
        both = ["127.0.0.2", "127.0.0.1"]
        assert fetched(site.url(host="event.example"), resolve=lambda *_: both).body == _ICS


def test_addresses_share_the_time_that_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that swallows everything leaves time for the next."""
    from urllib3.util import connection

    shares: list[tuple[str, float]] = []

    def swallowed(place: tuple[str, int], timeout: float, **_: object) -> object:
        shares.append((place[0], timeout))
        raise TimeoutError

    def connect(place: tuple[str, int], *rest: Any, **options: Any) -> object:
        return swallowed(place, rest[0] if rest else options.pop("timeout"))

    monkeypatch.setattr(connection, "create_connection", connect)
    found = ["192.0.2.1", "192.0.2.2", "192.0.2.3"]
    error = refused("http://event.example/", resolve=lambda *_: found, clock=lambda: 0.0)
    assert error.kind == "timeout"
    assert "takes no connection in time" in str(error)
    assert shares == [("192.0.2.1", 5.0), ("192.0.2.2", 7.5), ("192.0.2.3", 15.0)]


def test_a_port_where_nobody_listens_is_told() -> None:
    with serving({}) as site:
        pass
    error = refused(site.url())
    assert error.kind == "unreachable"
    assert "takes no connections there" in str(error)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "plan.xml", "http://a:b@example.org/", ""])
def test_what_is_no_address_is_refused(url: str) -> None:
    error = refused(url)
    assert error.kind == "address"
    assert repr(url) in str(error)

"""From the address of an event to what its server is asked for."""

import pytest

from summit_tui.formats.readers.pretalx_addresses import api_of, is_pretalx, next_page, wanted
from tests.formats.readers.pretalx_documents import SLOT, as_json, page

API = "https://talks.example.org/api/events/vacuum24/"


@pytest.mark.parametrize(
    ("address", "api"),
    [
        (API, API),
        (f"{API}slots/?page=2", API),
        ("https://talks.example.org/vacuum24", API),
        ("https://talks.example.org/vacuum24/", API),
        ("https://talks.example.org/vacuum24/schedule/", API),
        ("https://talks.example.org/vacuum24/schedule/v/1.2/?lang=de#2024-05-04", API),
        ("https://talks.example.org/vacuum24/talk/QUARTZ/", API),
        ("https://x.example/talks/api/events/v/rooms/", "https://x.example/talks/api/events/v/"),
        ("https://talks.example.org/", ""),
        ("https://talks.example.org/orga/", ""),
        ("https://talks.example.org/2024/programme/day-1.html", ""),
        ("ftp://talks.example.org/vacuum24/", ""),
        ("", ""),
    ],
)
def test_the_api_of_an_address(address: str, api: str) -> None:
    assert api_of(address) == api


def test_what_is_asked_for() -> None:
    event, sessions, *others = wanted(API)
    assert event.addresses == (API,)
    assert [address.split("?")[0].removeprefix(API) for address in sessions.addresses] == [
        "slots/",
        "talks/",
        "submissions/",
    ]
    assert not event.optional
    assert not sessions.optional
    assert all(each.optional for each in others)


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (f"{API}slots/?page=2", f"{API}slots/?page=2"),
        ("?page=2", f"{API}slots/?page=2"),
        ("https://elsewhere.example/api/?page=2", ""),
        ("http://talks.example.org/api/events/vacuum24/slots/?page=2", ""),
        ("https://[x/", ""),
        (f"{API}slots/", ""),
    ],
)
def test_the_next_page_is_on_the_same_server(after: str, found: str) -> None:
    assert next_page(as_json(page(SLOT, after=after)), f"{API}slots/") == found


@pytest.mark.parametrize("data", [as_json(page(SLOT)), as_json(SLOT), b"", b"{", b"[" * 100_000])
def test_nothing_follows_the_last_page(data: bytes) -> None:
    assert next_page(data, API) == ""


def test_a_page_of_pretalx_says_so() -> None:
    assert is_pretalx(b"<html><footer>powered by <a href='#'>pretalx</a></footer></html>")
    assert not is_pretalx(b"<html>talks</html>")

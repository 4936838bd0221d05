"""Addresses: what they are once read, what is refused, and where redirects lead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.formats.web.address import followed, read_address


@pytest.mark.parametrize(
    ("url", "read", "shown"),
    [
        ("https://example.org", "https://example.org/", "example.org"),
        ("HTTP://Example.ORG:80/A?b#c", "http://example.org/A?b", "example.org"),
        ("https://example.org:8443/x", "https://example.org:8443/x", "example.org:8443"),
        ("https://münchen.de/plan/ä?q=ö", "https://xn--mnchen-3ya.de/plan/%C3%A4?q=%C3%B6", None),
        ("https://аррӏе.com/", "https://xn--80ak6aa92e.com/", "xn--80ak6aa92e.com"),
        ("https://１２７.0.0.1/", "https://127.0.0.1/", "127.0.0.1"),
        ("http://[2001:DB8:0::1]:81/", "http://[2001:db8::1]:81/", "[2001:db8::1]:81"),
        ("https://example.org/a%20b%2Fc?x=%26", "https://example.org/a%20b%2Fc?x=%26", None),
        ("https://my_event.example.org./", "https://my_event.example.org./", None),
    ],
)
def test_an_address_is_read(url: str, read: str, shown: str | None) -> None:
    address = read_address(url)
    assert address.url == read
    assert read_address(address.url) == address
    assert shown is None or address.shown == shown


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file:///etc/passwd", "only http and https are opened, not file"),
        ("ftp://example.org/", "not ftp"),
        ("example.org/schedule.xml", "not a bare name"),
        ("https://", "no host"),
        ("https://user:word@example.org/", "behind a user name"),
        ("https://@example.org/", "behind a user name"),
        ("https://example.org\\@evil.example/", "behind a user name|letters, digits"),
        ("https://example.org:0/", "no port 0"),
        ("https://example.org:99999/", "means nothing"),
        ("https://exa%41mple.org/", "letters, digits"),
        ("https://exam;ple.org/", "letters, digits"),
        ("https://[::1%25eth0]/", "one machine only"),
        ("https://[12345::]/", "means nothing"),
        ("https://straße.de/", "read in two ways"),
        ("https://example.org/a b", "blanks"),
        ("https://example.org/\r\nX: y", "blanks"),
        ("https://exam\u200bple.org/", "cannot be seen"),
        ("https://" + "a" * 254 + "/", "letters, digits"),
    ],
)
def test_what_is_no_address_says_why(url: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_address(url)


@pytest.mark.parametrize(
    ("location", "leads_to"),
    [
        ("/x", "https://example.org:8443/x"),
        ("y?z", "https://example.org:8443/a/y?z"),
        ("?z=1", "https://example.org:8443/a/b?z=1"),
        ("//other.example/x", "https://other.example/x"),
        ("http://other.example", "http://other.example/"),
        (" /pro gramme ", "https://example.org:8443/pro%20gramme"),
        ("/programm\u00c3\u00a9", "https://example.org:8443/programm%C3%A9"),
        ("#top", "https://example.org:8443/a/b"),
    ],
)
def test_a_location_is_followed(location: str, leads_to: str) -> None:
    assert followed(read_address("https://example.org:8443/a/b"), location).url == leads_to


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "javascript:x", "https://u:p@e.example/", "//[broken/", "\\\\host\\x"],
)
def test_a_location_that_is_not_opened_is_refused(location: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        followed(read_address("https://example.org/"), location)


def test_a_place_for_messages_holds_no_key() -> None:
    assert read_address("https://example.org/x?key=1").place == "https://example.org/x?…"
    assert read_address("https://example.org/x").place == "https://example.org/x"


@given(st.text(max_size=40), st.text(max_size=20))
def test_whatever_is_read_is_one_plain_line(url: str, location: str) -> None:
    """Nothing can be smuggled into a request: no text gives a target with a blank in it."""
    for text in (url, f"https://{url}", f"https://example.org/{url}"):
        try:
            address = followed(read_address(text), location)
        except ValueError:
            continue
        assert address.url.isascii()
        assert address.url.isprintable()
        assert " " not in address.url
        assert read_address(address.url) == address

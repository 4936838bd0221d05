"""Fetching, from a server in this process: what comes, and what ends."""

import gzip
import zlib
from collections.abc import Callable

import pytest

from summit_tui import __version__
from summit_tui.formats.fetching import (
    Fetched,
    Limits,
    Validators,
)
from tests.formats.web.asking import at_once, fetched
from tests.formats.web.serving import Answer, endless, page, raw, serving

_ICS = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


def test_what_lies_there_comes_with_what_is_said_about_it() -> None:
    answer = page(
        _ICS,
        Content_Type='text/Calendar; charset="ISO-8859-1"',
        ETag='W/"1"',
        Last_Modified="Tue, 02 Apr 2019 07:30:00 GMT",
    )
    with serving({"/plan?x=%20": answer}) as site:
        url = site.url("/plan?x=%20#day-2")
        found = fetched(url)
    url = url.removesuffix("#day-2")
    known = Validators('W/"1"', "Tue, 02 Apr 2019 07:30:00 GMT", url)
    assert found == Fetched(url, _ICS, "text/calendar", "iso-8859-1", known)
    assert found.host == f"127.0.0.1:{site.port}"


def test_the_request_says_who_asks_and_nothing_about_the_person() -> None:
    with serving({"*": page(Set_Cookie="a=b")}) as site:
        fetched(site.url())
        fetched(site.url())
    assert len(site.asked) == 2
    for _, headers in site.asked:
        assert headers == {
            "host": f"127.0.0.1:{site.port}",
            "user-agent": f"summit-tui/{__version__} (reads conference programmes)",
            "accept": "*/*",
            "accept-encoding": "gzip, deflate",
            "connection": "close",
        }


@pytest.mark.parametrize(
    ("sent", "media_type", "charset"),
    [
        ("application/json", "application/json", ""),
        ("TEXT/XML; Charset=UTF-8", "text/xml", "utf-8"),
        ("nonsense", "text/plain", ""),
        ("text/html; charset=a\x7fb", "text/html", ""),
        ("text/html; charset=\xe9", "text/html", ""),
        ("te xt/html", "", ""),
        (";;;", "text/plain", ""),
        ("", "", ""),
    ],
)
def test_a_content_type_is_read_or_left(sent: str, media_type: str, charset: str) -> None:
    with serving({"*": page(Content_Type=sent)}) as site:
        found = fetched(site.url())
    assert (found.media_type, found.charset) == (media_type, charset)


_CHUNKED = b"Transfer-Encoding: chunked\r\n\r\n"
_BODIES: dict[str, Answer] = {
    "plain": page(_ICS),
    "gzip": page(gzip.compress(_ICS), Content_Encoding="gzip"),
    "deflate": page(zlib.compress(_ICS), Content_Encoding="deflate"),
    "no length": raw(b"\r\n", _ICS),
    "chunked": raw(
        _CHUNKED, b"5\r\nBEGIN\r\n1a;x=y\r\n", _ICS[5:-1], b"\r\n1\r\n\n\r\n0\r\nX: y\r\n\r\n"
    ),
    "chunked and a length": raw(
        b"Content-Length: 3\r\n", _CHUNKED, b"20\r\n", _ICS, b"\r\n0\r\n\r\n"
    ),
    "more than its length": raw(b"Content-Length: 32\r\n\r\n", _ICS, b"and more"),
    "after 100": raw(b"\r\n", b"HTTP/1.1 200 OK\r\n\r\n", _ICS, head=b"HTTP/1.1 100 Continue\r\n"),
    "HTTP/1.0": raw(b"\r\n", _ICS, head=b"HTTP/1.0 200 OK\r\n"),
}  # fmt: skip


@pytest.mark.parametrize("sort", _BODIES)
def test_a_body_comes_whole_however_it_is_sent(sort: str) -> None:
    with serving({"*": _BODIES[sort]}) as site:
        assert fetched(site.url()).body == _ICS


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (raw(b"Content-Length: 100\r\n\r\n", _ICS), "cut short"),
        (raw(b"Transfer-Encoding: chunked\r\n\r\n20\r\n", _ICS[:9]), "cut short"),
        (raw(b"Transfer-Encoding: chunked\r\n\r\n20\r\n", _ICS, b"\r\n"), "cut short"),
        (raw(b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", _ICS), "cut short"),
        (raw(b"Content-Encoding: gzip\r\n\r\n", gzip.compress(_ICS)[:-9]), "in the middle"),
        (raw(b"Content-Encoding: gzip\r\n\r\n", _ICS), "damaged"),
        (raw(b"Content-Encoding: br\r\n\r\n", _ICS), "not offered"),
        (raw(b"Content-Length: 1, 2\r\n\r\n", _ICS), "cut short"),
        (raw(head=b""), "cut short"),
        (raw(head=b"SSH-2.0-OpenSSH\r\n"), "cut short"),
        (raw(head=b"HTTP/1.1 nine hundred\r\n\r\n"), "cut short"),
        (raw(b"X: " + b"y" * 70_000 + b"\r\n\r\n"), "cut short"),
        (raw(*[b"X: y\r\n"] * 200, b"\r\n"), "cut short"),
    ],
)
def test_a_broken_answer_is_told(answer: Answer, told: str) -> None:
    error = at_once(answer)
    assert error.kind == "broken"
    assert told in str(error)
    assert str(error).startswith("http://127.0.0.1:")


_SMALL = Limits(size=1000)


@pytest.mark.parametrize(
    "answer",
    [
        page(b"x" * 1001),
        raw(b"Content-Length: 1001\r\n\r\n"),  # told by its head alone
        raw(b"\r\n", b"x" * 1001),
        raw(b"Content-Encoding: gzip\r\n\r\n", gzip.compress(bytes(1001))),
        endless(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 1000),
        endless(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"4\r\nabcd\r\n"),
        endless(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", b"X: trailer\r\n"),
        endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        endless(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", gzip.compress(b"")),
    ],
)
def test_too_much_of_anything_is_too_large(answer: Answer) -> None:
    error = at_once(answer, limits=_SMALL)
    assert error.kind == "too-large"
    assert "larger than 1000 bytes" in str(error)


def test_the_largest_allowed_comes() -> None:
    with serving({"*": page(b"x" * 1000)}) as site:
        assert len(fetched(site.url(), limits=_SMALL).body) == 1000


def _ticking(step: float) -> Callable[[], float]:
    time = 0.0

    def clock() -> float:
        nonlocal time
        time += step
        return time

    return clock


@pytest.mark.parametrize(
    ("head", "piece", "told"),
    [
        (b"HTTP/1.1 200 OK\r\n\r\n", b"x", "not all of it came within 300 seconds"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n", "no answer within 15 seconds"),
    ],
)
def test_a_server_that_never_ends_is_left(head: bytes, piece: bytes, told: str) -> None:
    error = at_once(endless(head, piece), clock=_ticking(1))
    assert error.kind == "timeout"
    assert told in str(error)


@pytest.mark.parametrize(
    ("answer", "limits", "told"),
    [
        (raw(head=b""), Limits(first=0), "no answer within 0 seconds"),
        (page(), Limits(total=0), "not all of it came within 0 seconds"),
    ],
)
def test_no_time_is_no_answer(answer: Answer, limits: Limits, told: str) -> None:
    error = at_once(answer, limits=limits)
    assert error.kind == "timeout"
    assert told in str(error)

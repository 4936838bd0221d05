"""Fetching: other answers than a body, asking for news, progress, and being stopped."""

import threading

import pytest

from summit_tui.formats.fetching import (
    Fetched,
    NotModified,
    Validators,
    fetch,
)
from tests.formats.web.asking import at_once, fetched, refused
from tests.formats.web.serving import endless, page, raw, sent_to, serving

_ICS = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


@pytest.mark.parametrize("status", [201, 202, 204, 206, 300, 304, 400, 403, 404, 429, 500, 503])
def test_any_other_status_is_an_error(status: int) -> None:
    error = at_once(page(b"", status))
    assert (error.kind, error.status) == ("status", status)


def test_retry_after_is_told() -> None:
    assert at_once(page(b"", 429, Retry_After="30")).wait == 30


def test_a_key_in_the_address_is_not_repeated() -> None:
    with serving({}) as site:
        assert "secret" not in str(refused(site.url("/plan?key=secret")))


_MARK = Validators('"1"', "Tue, 02 Apr 2019 07:30:00 GMT")


def test_what_did_not_change_does_not_come_again() -> None:
    with serving({"*": page(b"", 304)}) as site:
        known = Validators(_MARK.etag, _MARK.last_modified, site.url())
        assert fetch(site.url(), known=known, allow_private=True) == NotModified(site.url(), known)
    headers = site.asked[0][1]
    assert headers["if-none-match"] == '"1"'
    assert headers["if-modified-since"] == "Tue, 02 Apr 2019 07:30:00 GMT"


def test_a_new_mark_is_taken_over_and_the_other_stays() -> None:
    with serving({"*": page(b"", 304, ETag='"2"')}) as site:
        answer = fetch(site.url(), known=_MARK, allow_private=True)
    assert answer.validators == Validators('"2"', _MARK.last_modified, site.url())


def test_marks_are_shown_to_whom_they_came_from_only() -> None:
    pages = {"/": sent_to("/plan"), "/plan": page(b"", 304)}
    with serving(pages) as site:
        known = Validators(_MARK.etag, "", site.url("/plan"))
        answer = fetch(site.url(), known=known, allow_private=True)
    assert answer == NotModified(site.url("/plan"), known)
    assert ["if-none-match" in headers for _, headers in site.asked] == [False, True]


def test_marks_that_cannot_be_sent_are_left_out() -> None:
    with serving({"*": page(_ICS, ETag="x" * 600)}) as site:
        assert fetched(site.url()).validators.etag == ""
        answer = fetch(site.url(), known=Validators("a\r\nX: y", ""), allow_private=True)
    assert isinstance(answer, Fetched)
    assert "x" not in site.asked[1][1]


def test_progress_is_told_in_bytes_as_they_travel() -> None:
    steps: list[tuple[int, int | None]] = []

    def told(read: int, total: int | None) -> None:
        steps.append((read, total))

    with serving({"/": page(b"x" * 40_000), "/unknown": raw(b"\r\n", b"x" * 9)}) as site:
        fetched(site.url(), progress=told)
        assert steps == [(16_384, 40_000), (32_768, 40_000), (40_000, 40_000)]
        fetched(site.url("/unknown"), progress=told)
        assert steps[3:] == [(9, None)]


def test_it_is_cancelled_in_the_middle() -> None:
    read: list[int] = []
    with serving({"*": endless(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 9_000)}) as site:
        error = refused(
            site.url(),
            progress=lambda count, _total: read.append(count),
            cancelled=lambda: len(read) >= 3,
        )
    assert error.kind == "cancelled"
    assert not error.passing


def test_an_interruption_passes_and_hangs_up() -> None:
    def interrupt(_read: int, _total: int | None) -> None:
        raise KeyboardInterrupt

    hung_up = threading.Event()

    def answer(handler: object) -> None:
        try:
            endless(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 9_000)(handler)  # type: ignore[arg-type]  # passed on
        except OSError:
            hung_up.set()
            raise

    with serving({"*": answer}) as site:
        with pytest.raises(KeyboardInterrupt):
            fetch(site.url(), allow_private=True, progress=interrupt)
        assert hung_up.wait(timeout=30)

"""Kept copies: asked for news only, served when the network is away, whole or absent, bounded."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from summit_tui.catalogue import clock
from summit_tui.catalogue.places import cache_folder
from summit_tui.catalogue.sections import pack
from summit_tui.formats.fetching import Fetched, FetchError, Validators
from summit_tui.formats.kept_copies import Copy, KeptCopies, age
from tests.formats.web.serving import Answer, page, raw, serving

_URL = "https://event.example/plan?x=1"
_AT = datetime(2019, 4, 2, 7, 30, tzinfo=UTC)


def _copy(body: bytes = b"BEGIN:VCALENDAR", url: str = _URL) -> Copy:
    known = Validators('"\xe9"', "Tue, 02 Apr 2019 07:30:00 GMT", url)
    return Copy(Fetched(url, body, "text/calendar", "utf-8", known), _AT)


def test_a_copy_is_kept_as_it_is() -> None:
    copies = KeptCopies()
    assert copies.get(_URL) is None
    assert copies.keep(_URL, _copy())
    assert copies.get("HTTPS://Event.example:443/plan?x=1#now") == _copy()
    assert copies.get("https://event.example/plan?x=2") is None
    assert KeptCopies(cache_folder() / "copies").get(_URL) == _copy()


def test_a_copy_is_for_its_owner_alone() -> None:
    KeptCopies().keep(_URL, _copy())
    assert (cache_folder() / "copies").stat().st_mode & 0o777 == 0o700


def _only_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


@pytest.mark.parametrize("cut", [0, 10, 100, 200, -1])
def test_a_copy_that_was_cut_is_absent(cut: int, tmp_path: Path) -> None:
    copies = KeptCopies(tmp_path)
    copies.keep(_URL, _copy())
    path = _only_file(tmp_path)
    path.write_bytes(path.read_bytes()[:cut])
    assert copies.get(_URL) is None


def test_a_copy_with_any_byte_changed_is_absent(tmp_path: Path) -> None:
    copies = KeptCopies(tmp_path)
    copies.keep(_URL, _copy())
    path = _only_file(tmp_path)
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert copies.get(_URL) in (None, _copy())


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"[]",
        b"{}",
        b'{"url": 1, "media_type": "", "charset": "", "validators": 5, "at": ""}',
        b'{"url": "", "media_type": "", "charset": "", "validators": [], "at": "2019-04-02"}',
        b'{"url": "", "media_type": "", "charset": "", "validators": [], "at": 7}',
        b'{"url": "", "media_type": "", "charset": "", "validators": [1, 2, 3, 4], "at": "x"}',
    ],
)
def test_a_copy_of_another_sort_is_absent(head: bytes, tmp_path: Path) -> None:
    copies = KeptCopies(tmp_path)
    copies.keep(_URL, _copy())
    sections = {"head": head, "body": b""}
    _only_file(tmp_path).write_bytes(pack(f"copy\n{_URL}".encode(), sections))
    assert copies.get(_URL) is None


def test_the_oldest_copies_go(tmp_path: Path) -> None:
    copies = KeptCopies(tmp_path, most_copies=3)
    urls = [f"https://event.example/{number}" for number in range(5)]
    for number, url in enumerate(urls):
        copies.keep(url, _copy(url=url))
        for path in tmp_path.iterdir():
            if path.stat().st_mtime > 1000:
                os.utime(path, (number, number))
    assert [copies.get(url) is not None for url in urls] == [False, False, True, True, True]


def test_copies_are_bounded_in_bytes_but_the_newest_stays(tmp_path: Path) -> None:
    copies = KeptCopies(tmp_path, most_bytes=2500)
    (tmp_path / ".left-behind").write_bytes(b"x" * 2000)
    os.utime(tmp_path / ".left-behind", (1, 1))
    for number in range(2):
        copies.keep(f"https://event.example/{number}", _copy(b"x" * 600))
    assert len(list(tmp_path.iterdir())) == 2
    copies.keep(_URL, _copy(b"x" * 5000))
    assert copies.get(_URL) == _copy(b"x" * 5000)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    copies = KeptCopies(tmp_path / "file")
    assert not copies.keep(_URL, _copy())
    assert copies.get(_URL) is None


def test_only_news_come_again_and_the_age_begins_anew() -> None:
    pages: dict[str, Answer] = {"/": page(b"one", ETag='"1"', Content_Type="text/plain")}
    copies = KeptCopies()
    with serving(pages) as site:
        clock.pretend(_AT)
        first = copies.take(site.url(), allow_private=True)
        pages["/"] = page(b"", 304)
        clock.pretend(_AT + timedelta(hours=3))
        same = copies.take(site.url(), allow_private=True)
        pages["/"] = page(b"two", ETag='"2"')
        other = copies.take(site.url(), allow_private=True)
        pages["/"] = page(b"two", ETag='"3"')
        marked_anew = copies.take(site.url(), allow_private=True)
    asked_with = [headers.get("if-none-match") for _, headers in site.asked]
    assert asked_with == [None, '"1"', '"1"', '"2"']
    assert [one.changed for one in (first, same, other, marked_anew)] == [True, False, True, False]
    assert same.copy == Copy(first.copy.fetched, _AT + timedelta(hours=3))
    assert other.copy.fetched.body == b"two"
    assert copies.get(site.url()) == marked_anew.copy


@pytest.mark.parametrize(
    "away", [page(b"", 503), raw(head=b""), page(b"x" * 9, Content_Length="99")]
)
def test_the_copy_serves_while_the_server_is_away(away: Answer) -> None:
    pages = {"/": page(b"one", ETag='"1"')}
    copies = KeptCopies()
    with serving(pages) as site:
        clock.pretend(_AT)
        first = copies.take(site.url(), allow_private=True)
        clock.pretend(_AT + timedelta(hours=3))
        pages["/"] = away
        kept = copies.take(site.url(), allow_private=True)
    assert (kept.copy, kept.changed) == (first.copy, False)
    assert kept.trouble is not None
    assert age(kept.copy.at) == "3 hours ago"
    offline = copies.take(site.url(), allow_private=True)
    assert offline.copy == first.copy
    assert offline.trouble is not None
    assert offline.trouble.kind == "unreachable"


def test_no_copy_serves_for_what_will_not_pass() -> None:
    pages = {"/": page(b"one")}
    copies = KeptCopies()
    with serving(pages) as site:
        copies.take(site.url(), allow_private=True)
        pages["/"] = page(b"", 404)
        with pytest.raises(FetchError, match="404"):
            copies.take(site.url(), allow_private=True)
        with pytest.raises(FetchError, match="--allow-private"):
            copies.take(site.url())
        with pytest.raises(FetchError, match="cancelled"):
            copies.take(site.url(), allow_private=True, cancelled=lambda: True)
    assert copies.get(site.url()) is not None


def test_without_a_copy_the_trouble_is_an_error() -> None:
    with serving({"*": page(b"", 503)}) as site, pytest.raises(FetchError, match="503"):
        KeptCopies().take(site.url(), allow_private=True)
    with pytest.raises(FetchError, match="only http and https"):
        KeptCopies().take("file:///etc/passwd")


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(0), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(seconds=-5), "just now"),
        (timedelta(seconds=60), "1 minute ago"),
        (timedelta(minutes=59), "59 minutes ago"),
        (timedelta(minutes=119), "1 hour ago"),
        (timedelta(hours=47), "1 day ago"),
        (timedelta(days=400), "400 days ago"),
    ],
)
def test_an_age_is_said_in_words(passed: timedelta, words: str) -> None:
    clock.pretend(_AT)
    assert age(_AT - passed) == words

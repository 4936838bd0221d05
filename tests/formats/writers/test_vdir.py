"""A vdir out: names that stay, files that say whose they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.catalogue.model import Event
from summit_tui.formats.revisions import uid
from summit_tui.formats.writers.vdir import file_name, is_ours, render
from tests.factories import make_catalogue, make_session
from tests.formats.exports import HOSTILE, full_session, make_export, nasty_sessions

EVENT = make_catalogue().event


def only(session_id: str = "s1") -> tuple[str, bytes]:
    """Return the name and the content of the file of one session."""
    ((name, data),) = render(make_export(make_session(session_id))).items()
    return name, data


def test_a_file_for_each_session_that_has_a_time() -> None:
    files = render(make_export(*nasty_sessions(), make_session("no-time", None)))
    assert len(files) == len(nasty_sessions())
    for data in files.values():
        assert data.count(b"BEGIN:VCALENDAR") == data.count(b"BEGIN:VEVENT") == 1


def test_the_name_is_the_uids_alone() -> None:
    assert only("inside-lambda")[0] == "inside-lambda-7e7b6d650d.ics"
    moved = make_session("inside-lambda", "16:00", title="Other", room="Elsewhere")
    assert list(render(make_export(make_session("a"), moved)))[1] == only("inside-lambda")[0]


@given(st.lists(st.text(min_size=1, max_size=90), unique=True, max_size=5))
def test_names_are_portable_and_no_two_alike(ids: list[str]) -> None:
    names = [file_name(f"{each}@demo.summit-tui") for each in ids]
    assert len(set(map(str.lower, names))) == len(ids)
    for name in names:
        assert name.isascii()
        assert len(name) <= 80
        assert not set(name) & set('/\\:*?"<>| ')
        assert not name.startswith((".", "-"))


@pytest.mark.parametrize("session_id", ["s1", "a, b; c\\d", "é日本語", "x" * 200, HOSTILE])
def test_what_it_wrote_is_its_own(session_id: str) -> None:
    name, data = only(session_id)
    assert is_ours(EVENT, name, data)
    assert is_ours(EVENT, name, data.replace(b"\r\n", b"\n"))
    assert not is_ours(EVENT, f"x{name}", data)
    assert not is_ours(Event("other", "Other"), name, data)


@pytest.mark.parametrize(
    ("part", "other"),
    [
        (b"SUMMARY:Title of s1", b"SUMMARY:Title of s1!"),
        (b"UID:s1@", b"UID:s2@"),
        (b"X-SUMMIT-TUI-DIGEST:", b"X-SUMMIT-TUI-DIGEST:0"),
        (b"X-SUMMIT-TUI-DIGEST:", b"X-OTHER-DIGEST:"),
        (b"END:VCALENDAR", b"\nEND:VCALENDAR"),
    ],
)
def test_what_another_program_changed_is_not(part: bytes, other: bytes) -> None:
    name, data = only()
    assert part in data
    assert not is_ours(EVENT, name, data.replace(part, other))
    assert not is_ours(EVENT, name, b"")


def test_it_holds_what_the_calendar_holds() -> None:
    session = full_session()
    text = next(iter(render(make_export(session, alarm=10)).values())).decode()
    for line in (f"UID:{uid(EVENT, session)}", "TRIGGER:-PT10M", "SEQUENCE:0", "VERSION:2.0"):
        assert f"{line}\r\n" in text
    assert "X-WR-CALNAME" not in text

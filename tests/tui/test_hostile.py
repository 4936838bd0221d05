"""Text from a catalogue is data: whatever it holds shows literally and does nothing."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from summit_tui.catalogue.model import Catalogue, Event, Link, Room, SessionList, Speaker
from summit_tui.tui.describe import about
from summit_tui.tui.looks import LOOKS
from summit_tui.tui.palette import _prompt
from summit_tui.tui.picks import Picks, picks_of
from tests.factories import make_catalogue, make_session
from tests.tui.harness import NARROW, SIZES, on_screen, picked, press, running, said

MARKUP = (
    "[/nope]",
    "[@click=app.quit]x[/]",
    "[b]bold[/b] [$primary]p",
    "list[int] [sic] [[",
    "a\\",
    "[link=https://evil.example]y",
    "$text-error :smile: {x} %s",
)
WIDE_TEXT = (
    "日本語のセッション、とても長い題名です。まだ続きます、まだまだ続きます",
    "👩🏽‍🚀 Rockets 🏳️‍🌈 and 🇫🇷 flags",
    "क्षत्रिय नमस्ते दुनिया",
    "q\u0303" * 40,
    "ملخص الجلسة الافتتاحية",
    "x" * 500,
    "﷽﷽﷽",
)


def hostile(text: str) -> Catalogue:
    session = make_session(
        "s1",
        title=text,
        subtitle=text,
        code=text,
        tracks=(text,),
        room=text,
        speakers=(Speaker(text, text, text),),
        tags=(text,),
        links=(Link(text, f"https://example.org/{text}"), Link(text, "javascript:x")),
        abstract=text,
        level=300,
    )
    other = make_session("s2", "10:00", title=text, room=text)
    given = make_catalogue(session, other, rooms=(Room(text, text),), tracks=(text,))
    event = Event("demo", text, "Europe/Paris", venue=text)
    return Catalogue(event, given.sessions, given.scale, given.rooms, given.tracks)


@pytest.mark.parametrize("text", MARKUP)
async def test_markup_shows_literally_and_does_nothing(text: str, tmp_path: Path) -> None:
    catalogue = hostile(text)
    picked(tmp_path, *catalogue.sessions)
    async with running(tmp_path, catalogue) as (app, pilot):
        for keys in ((), ("A",), ("P", "w"), ("n",), ("escape", "o"), ("escape", "e")):
            await press(pilot, *keys)
            lines = "\n".join(on_screen(app))
            assert text in lines, keys
        await press(pilot, "escape", "u")
        assert text in said(app)[-1]
        await press(pilot, "ctrl+p", "t", "i")
        on_screen(app)
        await press(pilot, "escape", "slash", *text[:3], "escape", "escape")
        for y, line in enumerate(on_screen(app)):
            if text in line[80:]:
                await pilot.click(offset=(80 + line[80:].index(text) + 1, y))
        assert app.is_running
        assert not app._exit


@pytest.mark.parametrize("text", WIDE_TEXT, ids=range(len(WIDE_TEXT)))
@pytest.mark.parametrize("size", [*SIZES, (40, 12)])
async def test_wide_text_keeps_every_line_as_wide_as_the_screen(
    text: str, size: tuple[int, int], tmp_path: Path
) -> None:
    catalogue = hostile(text)
    picked(tmp_path, *catalogue.sessions)
    async with running(tmp_path, catalogue, size=size) as (app, pilot):
        for keys in ((), ("enter",), ("escape", "A"), ("P",)):
            await press(pilot, *keys)
            for line in on_screen(app):
                assert cell_len(line) == size[0], line


async def test_a_session_without_anything_is_shown(tmp_path: Path) -> None:
    bare = make_session("bare", None, title="?", duration=None)
    async with running(tmp_path, make_catalogue(bare), size=NARROW) as (app, pilot):
        assert any("talk" in line for line in on_screen(app))
        await press(pilot, "space", "enter", "escape", "A", "enter", "o", "escape", "e", "escape")
        assert any("No time yet" in line for line in on_screen(app))


async def test_a_note_from_the_file_is_data_too(tmp_path: Path) -> None:
    (tmp_path / "agenda.yaml").write_text(
        "event: demo\npicks:\n  - id: s1\n    title: '[/nope]'\n    note: '[/nope] [b]'\n"
    )
    async with running(tmp_path, make_catalogue()) as (app, pilot):
        await press(pilot, "A")
        assert "[/nope]" in "\n".join(on_screen(app))
        await press(pilot, "n")
        assert "[/nope] [b]" in "\n".join(on_screen(app))


def test_hosts_of_look_alikes_are_shown_as_they_are() -> None:
    from summit_tui.search.context import Context
    from summit_tui.search.programme import programme_of
    from summit_tui.tui.describe import more
    from tests.factories import at

    session = make_session(links=(Link("bank", "https://аррӏе.com/"), Link("bad", "file:///x")))
    catalogue = make_catalogue(session)
    text = more(session, programme_of(catalogue), Context(at("09:00"))).plain
    assert "xn--80ak6aa92e.com" in text
    assert "not opened: only http and https" in text


@pytest.mark.parametrize("text", MARKUP)
def test_contents_hold_the_text_and_no_actions(text: str) -> None:
    session = make_session("s1", title=text)
    catalogue = Catalogue(Event("e", "E"), SessionList([session]))
    content = about(session, catalogue, Picks(picks_of_nothing(catalogue).agenda))
    assert text in content.plain
    assert text in _prompt(text, text).plain
    looks = {*LOOKS.values(), "$foreground-muted", "bold", "$text-error", "$text-success", ""}
    assert {str(span.style) for span in content.spans} <= looks


def picks_of_nothing(catalogue: Catalogue) -> Picks:
    from summit_tui.agenda.model import Agenda

    return picks_of(Agenda(catalogue.event.id), catalogue)

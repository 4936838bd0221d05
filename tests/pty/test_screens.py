"""What the application sends to a terminal while one walks through every screen of it.

The catalogue and the agenda are made of attacks; the keys are those of a person.
"""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.pty import hostile
from tests.pty.received import SCREEN_OWN, leaks
from tests.pty.summit import environment
from tests.pty.terminal import COLUMNS, LINES, Terminal
from tests.pty.watched import Watched

ENTER, PALETTE, SAVE, UNDO = "\r", "\x10", "\x13", "u"
ESCAPE = "\x1b[27u"
"""As newer terminals send it; a bare escape means something else with the key that follows it."""
EMPTY = "\x15"
END, HOME = "\x1b[F", "\x1b[H"
PASTE = "\x1b[200~{}\x1b[201~"
PASTED = ("c1-csi", "bidi", "zero-width", "tags", "soft-hyphen", "annotation", "bell")
"""Attacks that a terminal hands on when they are pasted, and that end no line."""
SEARCH_LINE = 1
WIDE, NORMAL, NARROW = (COLUMNS, LINES), (90, 30), (60, 24)


def opened(folder: Path, size: tuple[int, int] = WIDE, **env: str) -> Watched:
    catalogue, agenda = hostile.write(folder)
    files = ("--catalogue", str(catalogue), "--agenda", str(agenda), "--at", hostile.DURING)
    return Watched(*files, env=environment(**env), cwd=folder, size=size)


def assert_harmless(terminal: Watched) -> None:
    received = bytes(terminal.received)
    assert leaks(received, SCREEN_OWN) == []
    assert hostile.MARK not in received
    assert b"Traceback" not in received


def search(terminal: Watched, words: str, wanted: str) -> None:
    terminal.press("/", SEARCH_LINE)
    terminal.send(words)
    terminal.see(f"/ {words} ", wanted)
    terminal.press(ENTER, SEARCH_LINE)


@pytest.mark.parametrize("size", [WIDE, NORMAL, NARROW], ids=str)
def test_a_walk_over_every_session(size: tuple[int, int], tmp_path: Path) -> None:
    with opened(tmp_path, size) as terminal:
        terminal.see("osc-title", "45 picks", "quit")
        terminal.press(HOME)
        for _ in range(len(hostile.IDS) - 1):
            terminal.press("j")
        terminal.see("persian")
        terminal.press(ENTER)
        terminal.see("my note")
        terminal.press(ESCAPE)
        assert terminal.quit() == 0
        assert_harmless(terminal)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=str)
def test_a_walk_over_the_agenda(size: tuple[int, int], tmp_path: Path) -> None:
    with opened(tmp_path, size) as terminal:
        terminal.see("osc-title", "45 picks")
        terminal.press("A")
        terminal.see("Mon", "33 picks")
        terminal.press(END)
        terminal.see("persian")
        for _ in range(len(hostile.IDS)):
            terminal.press("k")
        terminal.see("no longer in the")  # beside a title that takes its room
        assert terminal.quit() == 0
        assert_harmless(terminal)


def test_a_walk_over_the_dialogues(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.see("osc-title", "45 picks")
        terminal.send("?")
        terminal.see("say that I was there")
        terminal.send(ESCAPE)
        terminal.see_no("say that I was there")
        terminal.send("n")
        terminal.see("Note on")
        terminal.send("typed ")
        terminal.see("typed")
        terminal.send(SAVE)
        terminal.see_no("Note on")
        terminal.send("e")
        terminal.see("enter writes it")
        terminal.send(ESCAPE)
        terminal.see_no("enter writes it")
        terminal.send("o")
        terminal.see("https://example.org/")
        terminal.send(ESCAPE)
        terminal.see_no("https://example.org/")
        terminal.press("f", SEARCH_LINE + 1)
        terminal.send("jjjj ")
        terminal.see("[x]")
        assert terminal.quit() == 0
        assert_harmless(terminal)
    assert "typed" in (tmp_path / "agenda.yaml").read_text()


def test_the_palette_over_hostile_titles_and_speakers(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.see("osc-title", "45 picks")
        terminal.send(PALETTE)
        terminal.see("a command, session, speaker or saved search")
        for words, found in (("lighthouse osc", "H04"), ("nobody 7", "speaker"), ("bidi", "H21")):
            terminal.send(words)
            terminal.see(f"/  {words} ", found)
            terminal.send(EMPTY)
            terminal.see("a command, session, speaker or saved search")
        terminal.send("lighthouse closing-tag")
        terminal.see("[/nope] lighthouse closing-tag")
        terminal.send(ESCAPE)
        terminal.see_no("session · ")
        assert terminal.quit() == 0
        assert_harmless(terminal)


def test_what_picking_says(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.see("osc-title", "45 picks")
        for name in ("osc-clipboard", "closing-tag", "action"):
            search(terminal, f"lighthouse {name}", "1 of")
            terminal.send(" ")
            terminal.see("44 picks")
            terminal.send(UNDO)
            terminal.see("45 picks", "Undone")
            terminal.press("w")
            terminal.press(ESCAPE)
            terminal.see("44 of 44")
        terminal.send("x")
        terminal.see("44 picks", "41 clashes")
        assert terminal.quit() == 0
        assert_harmless(terminal)


def test_the_export_says_where_without_foreign_code(tmp_path: Path) -> None:
    folder = tmp_path / "odd\x1b]0;PWNED\x07\x9b97;97m\u202e"
    folder.mkdir()
    with opened(folder) as terminal:
        terminal.see("osc-title", "45 picks")
        terminal.send("e")
        terminal.see("enter writes it")
        terminal.send(ENTER)
        terminal.see("Written to")
        assert terminal.quit() == 0
        assert_harmless(terminal)
    assert (folder / "hostile.ics").exists()


@pytest.mark.parametrize("name", hostile.MARKUP)
def test_markup_stands_as_it_is(name: str, tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.see("osc-title", "45 picks")
        search(terminal, f"lighthouse {name}", "1 of 44")
        terminal.see(f"{hostile.MARKUP[name]} light")
        assert terminal.quit() == 0


@pytest.mark.parametrize("name", hostile.SURVIVORS)
def test_emoji_and_scripts_arrive_whole(name: str, tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.see("osc-title", "45 picks")
        search(terminal, f"lighthouse {name}", "1 of 44")
        terminal.see(f"lighthouse {name}")
        unstyled = re.sub(rb"\x1b\[[0-9;]*m", b"", bytes(terminal.received))  # the match is marked
        assert f"{hostile.SURVIVORS[name]} lighthouse {name}".encode() in unstyled
        assert terminal.quit() == 0


def test_a_click_on_markup_runs_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.see("osc-title", "45 picks")
        search(terminal, "lighthouse action", "1 of 44")
        terminal.see("[@click=app.quit]x lighthouse")
        for row, line in enumerate(terminal.text.split("\n"), 1):
            for found in re.finditer(re.escape("]x"), line):
                place = f"{found.start() + 2};{row}"
                terminal.send(f"\x1b[<0;{place}M\x1b[<0;{place}m")
        terminal.send("?")
        terminal.see("say that I was there")  # it has not been quit
        terminal.send(ESCAPE)
        terminal.see_no("say that I was there")
        assert terminal.quit() == 0


def test_what_is_pasted_into_the_search_box_is_cleaned(tmp_path: Path) -> None:
    pasted = "".join(hostile.ATTACKS[name] for name in PASTED)
    with opened(tmp_path) as terminal:
        terminal.see("osc-title", "45 picks")
        terminal.press("/", SEARCH_LINE)
        terminal.send(PASTE.format(f"lighthouse {pasted} rich-link"))
        terminal.see("rich-link", "of 44")
        terminal.send("\u202e\u200bend")
        terminal.see("end")
        terminal.send("\x03")
        assert terminal.ended() == 0
        assert_harmless(terminal)


def test_bytes_that_are_no_text_do_not_end_the_application(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.see("osc-title", "45 picks")
        terminal.send("/")
        terminal.send(b"caf\xe9 \xff\xfe")
        terminal.see("caf\ufffd")
        terminal.send("\x11")
        assert terminal.ended() == 0
        assert_harmless(terminal)


def test_what_is_pasted_into_a_note_is_cleaned(tmp_path: Path) -> None:
    pasted = "".join(hostile.ATTACKS[name] for name in PASTED)
    with opened(tmp_path) as terminal:
        terminal.see("osc-title", "45 picks")
        terminal.send("n")
        terminal.see("Note on")
        terminal.send(PASTE.format(f"before {pasted} behind"))
        terminal.see("behind")
        terminal.send(SAVE)
        terminal.see_no("Note on")
        terminal.see("behind")
        assert terminal.quit() == 0
        assert_harmless(terminal)
    assert "\\u202e" not in (tmp_path / "agenda.yaml").read_text()


def test_a_query_that_means_nothing_is_told_without_foreign_code(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.see("osc-title", "45 picks")
        terminal.press("/", SEARCH_LINE)
        terminal.send("[bold]:x nope:x[/]")
        terminal.see("[bold]:x nope:x[/]", "nope", "^")
        terminal.send("\x03")
        assert terminal.ended() == 0
        assert_harmless(terminal)


def test_a_damaged_agenda_is_told_on_the_screen(tmp_path: Path) -> None:
    catalogue, _ = hostile.write(tmp_path)
    agenda = tmp_path / "odd\x1b]0;PWNED\x07\x9b97;97m[nope]\u202e.yaml"
    agenda.write_bytes(b"\x00\x1b]0;PWNED\x07\xff")
    with Watched("--catalogue", str(catalogue), "--agenda", str(agenda), "--at", "08:00") as it:
        it.see("[nope]")
        assert it.quit() == 0
        assert_harmless(it)


def test_a_change_from_outside_is_told_on_the_screen(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.see("osc-title", "45 picks")
        hostile_note = hostile.quoted("".join(hostile.ATTACKS.values()) + "[/nope]")
        (tmp_path / "agenda.yaml").write_text(
            f"picks: [{{id: h-osc-title, want: must, note: {hostile_note}}}]\n"
        )
        terminal.see("1 pick")
        assert terminal.quit() == 0
        assert_harmless(terminal)


def test_the_first_run_says_what_it_is_and_no_other_does(tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.see("Any key begins", "45 picks")
        terminal.send("A")
        terminal.see_no("Any key begins")
        assert terminal.quit() == 0
    with opened(tmp_path) as terminal:
        terminal.see("45 picks")
        assert terminal.quit() == 0
        assert b"Any key begins" not in terminal.received


@pytest.mark.parametrize("keys", ["q", "\x03", "\x11"], ids=["q", "ctrl+c", "ctrl+q"])
def test_leaving_gives_the_terminal_back(keys: str, tmp_path: Path) -> None:
    with opened(tmp_path) as terminal:
        terminal.see("osc-title", "45 picks")
        terminal.send(keys)
        assert terminal.ended() == 0
        received = bytes(terminal.received)
        assert all(left > entered for entered, left in _modes(received))
        assert received.rindex(b"\x1b[?25h") > received.rindex(b"\x1b[?25l")


def _modes(received: bytes) -> Sequence[tuple[int, int]]:
    """Return where alternate screen, mouse and paste were turned on, and off, the last time."""
    modes = (b"1049", b"1000", b"1003", b"1006", b"2004")
    found = [(received.rfind(b"\x1b[?%bh" % m), received.rfind(b"\x1b[?%bl" % m)) for m in modes]
    assert all(on >= 0 for on, _ in found)
    return found


def test_no_color_sends_no_colour(tmp_path: Path) -> None:
    with opened(tmp_path, NO_COLOR="1") as terminal:
        terminal.see("osc-title", "45 picks")
        for keys in ("j", "A", "P", "?"):
            terminal.press(keys)
        terminal.see("say that I was there")
        terminal.send(ESCAPE)
        terminal.see_no("say that I was there")
        assert terminal.quit() == 0
        assert_harmless(terminal)
        styles = re.findall(rb"\x1b\[([0-9;]*)m", bytes(terminal.received))
        codes = {int(code) for style in styles for code in style.split(b";") if code}
        defaults = {39, 49}
        assert {code for code in codes if 30 <= code <= 49 or code >= 90} <= defaults


_BROKEN = """
import sys
from summit_tui.cli.start import main
from summit_tui.tui.screens.session_screen import SessionScreen
def broken(screen):
    raise RuntimeError("broken for a test")
SessionScreen.show_head = broken
main()
"""


def test_an_application_that_breaks_down_does_not_end_with_0() -> None:
    with Terminal([sys.executable, "-c", _BROKEN], environment()) as terminal:
        assert terminal.ended() == 1
        assert b"broken for a test" in terminal.received
        received = bytes(terminal.received)
        assert all(left > entered for entered, left in _modes(received))

"""The last good version of a damaged agenda."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from summit_tui.agenda import change
from summit_tui.agenda.errors import DamagedAgendaError
from summit_tui.agenda.journal import journal_of
from summit_tui.agenda.rescue import last_good, read_version
from summit_tui.agenda.store import AgendaStore
from tests.factories import make_session


@pytest.fixture
def store(tmp_path: Path) -> AgendaStore:
    return AgendaStore(tmp_path / "agenda.yaml", "demo")


def rescued(store: AgendaStore) -> str | None:
    good = last_good(store.path.resolve(), "demo")
    return None if good is None else good.text


def test_the_version_last_written_is_built_again_to_the_byte(store: AgendaStore) -> None:
    steps: list[Callable[[], object]] = [
        lambda: store.apply(change.add([make_session("a")])),
        lambda: store.apply(change.add([make_session("b")])),
        lambda: store.apply(change.remove(["a"])),
        store.undo,
        store.undo,
        store.redo,
        lambda: store.apply(change.set_note(make_session("b"), "x")),
    ]
    for step in steps:
        step()
        text = store.path.read_text()
        store.path.write_text("\0" * 10)
        assert rescued(store) == text
        store.path.write_text(text)


def test_without_a_journal_it_is_the_version_before(store: AgendaStore) -> None:
    store.apply(change.add([make_session("a")]))
    before = store.path.read_text()
    store.apply(change.add([make_session("b")]))
    journal_of(store.path.resolve()).unlink()
    assert rescued(store) == before


def test_after_a_damage_was_mended_the_next_one_is_too(store: AgendaStore) -> None:
    for each in "abc":
        store.apply(change.add([make_session(each)]))
        store.path.write_text("{" * 40)
    store.apply(change.add([make_session("d")]))
    assert [pick.id for pick in store.read()] == ["a", "b", "c", "d"]


def test_an_agenda_begun_anew_is_not_mixed_up_with_the_one_before(store: AgendaStore) -> None:
    for each in "abc":
        store.apply(change.add([make_session(each)]))
    store.path.unlink()
    store.apply(change.add([make_session("new")]))
    text = store.path.read_text()
    store.path.write_text("\0")
    assert rescued(store) == text


def test_nothing_is_made_up(store: AgendaStore, tmp_path: Path) -> None:
    assert rescued(store) is None
    store.apply(change.add([make_session("a")]))
    store.apply(change.add([make_session("b")]))
    shutil.rmtree(journal_of(store.path.resolve()).parent)
    backup = tmp_path / "agenda.yaml.bak"
    for content in ("", "\0", "picks: [", "picks: [{id: a, rating: 9}]"):
        backup.write_text(content)
        assert rescued(store) is None


def test_a_file_cut_off_anywhere_but_behind_a_line_is_damaged(store: AgendaStore) -> None:
    store.apply(change.add([make_session("a", title="Kept short")]))
    store.apply(change.set_note(make_session("b", title="Also"), "a note\nof two lines"))
    text = store.path.read_text()
    for length in range(len(text) - 1):
        store.path.write_text(text[:length])
        if text[:length].endswith("\n") and "- id" in text[:length]:
            read_version(store.path, "demo")
        else:
            with pytest.raises(DamagedAgendaError, match=str(store.path)):
                read_version(store.path, "demo")


@pytest.mark.parametrize(
    ("edit", "ids"),
    [
        (lambda text: text.rstrip("\n"), "ab"),
        (lambda text: text[: text.index("  - id: b")], "a"),
        (lambda text: text.replace("want: want", "want: must").rstrip("\n"), "ab"),
        (lambda text: "picks: []", ""),
        (lambda text: text.partition("picks:")[0] + "picks: []\n", ""),
    ],
)
def test_what_an_editor_leaves_is_not_damaged(
    edit: Callable[[str], str], ids: str, store: AgendaStore
) -> None:
    for each in "ab":
        store.apply(change.add([make_session(each)]))
    store.path.write_text(edit(store.path.read_text()))
    assert "".join(read_version(store.path, "demo").agenda.picks) == ids


def test_a_journal_that_tells_another_story_is_not_believed(store: AgendaStore) -> None:
    store.apply(change.add([make_session("a")]))
    before = store.path.read_text()
    store.apply(change.add([make_session("b")]))
    where = journal_of(store.path.resolve())
    where.write_text(where.read_text().replace("Title of b", "Another"))
    assert rescued(store) == before

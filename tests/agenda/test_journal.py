"""The journal of changes."""

from pathlib import Path

import pytest

from summit_tui.agenda import journal
from summit_tui.agenda.journal import DONE, NEW, UNDONE, Entry
from summit_tui.agenda.model import Agenda, Pick

PATH = Path("/somewhere/demo.yaml")
NOTED = Pick("a", "must", "a note", 3, True, "T", "2019", (("seat", [1, None]),))
WITH = Agenda("demo", {"a": NOTED})
WITHOUT = Agenda("demo")


def entry(label: str = "add T", state: str = DONE, moving: str = "") -> Entry:
    return Entry(label, {"a": None}, {"a": NOTED}, state, moving, "old", "new")


def test_entries_survive_the_disk_whole() -> None:
    entries = (entry(), entry("note", UNDONE), entry("é", NEW, DONE))
    journal.save(PATH, entries)
    assert journal.load(PATH) == entries
    assert journal.load(Path("/elsewhere/demo.yaml")) == ()


def test_only_the_newest_are_kept() -> None:
    journal.save(PATH, [entry(str(number)) for number in range(150)])
    assert [each.label for each in journal.load(PATH)] == [str(n) for n in range(50, 150)]


def test_large_changes_are_kept_by_size_but_the_newest_always(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(journal, "MAX_BYTES", 1200)
    journal.save(PATH, [entry("x" * 300) for _ in range(5)])
    assert len(journal.load(PATH)) == 2
    journal.save(PATH, [entry(), entry("x" * 5000)])
    assert [len(each.label) for each in journal.load(PATH)] == [5000]


def test_damaged_lines_are_dropped() -> None:
    journal.save(PATH, [entry("one"), entry("two"), entry("three")])
    where = journal.journal_of(PATH)
    one, two, three = where.read_bytes().splitlines(keepends=True)
    where.write_bytes(one + two[:20] + b"\n\0\0\xff\n[]\n{}\nnull\n" + three)
    assert [each.label for each in journal.load(PATH)] == ["one", "three"]


@pytest.mark.parametrize(
    ("state", "moving", "agenda", "found", "settled"),
    [
        (NEW, DONE, WITH, "new", DONE),
        (NEW, DONE, WITHOUT, "old", None),
        (DONE, UNDONE, WITHOUT, "new", UNDONE),
        (DONE, UNDONE, WITH, "old", DONE),
        (UNDONE, DONE, WITH, "new", DONE),
        (UNDONE, DONE, WITHOUT, "old", UNDONE),
        # Somebody wrote the file since: what its picks look like tells.
        (NEW, DONE, WITH, "other", DONE),
        (NEW, DONE, WITHOUT, "other", None),
        (DONE, UNDONE, WITHOUT, "other", UNDONE),
        (DONE, UNDONE, WITH, "other", DONE),
        # Nothing was moving.
        (DONE, "", WITHOUT, "old", DONE),
        (UNDONE, "", WITH, "new", UNDONE),
    ],
)
def test_a_move_that_never_took_place_is_dropped(
    state: str, moving: str, agenda: Agenda, found: str, settled: str | None
) -> None:
    after = journal.settle([entry(state=state, moving=moving)], agenda, found)
    assert [(each.state, each.moving) for each in after] == ([(settled, "")] if settled else [])


def test_what_was_undone_is_forgotten_when_something_new_took_place() -> None:
    entries = [entry("1"), entry("2", UNDONE), entry("3", NEW, DONE)]
    assert [each.label for each in journal.settle(entries, WITH, "new")] == ["1", "3"]
    assert [each.label for each in journal.settle(entries, WITHOUT, "old")] == ["1", "2"]

"""Files that are damaged, mistaken, newer or gone: named, set aside, never lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from summit_tui.agenda import change
from summit_tui.agenda.errors import AgendaError, DamagedAgendaError
from summit_tui.agenda.model import Agenda, Pick
from tests.agenda.stores import ids, store_in
from tests.factories import make_session
from tests.faults import look

A, B, C = (make_session(each) for each in "abc")


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "truncated": lambda data: data[: len(data) * 2 // 3],
    "zeroed": lambda data: bytes(len(data)),
    "zeroed from the middle": lambda data: data[: len(data) // 2] + bytes(len(data) // 2),
    "empty": lambda data: b"",
    "not UTF-8": lambda data: data.replace(b"Title", b"Tit\xff\xfele", 1),
    "another file": lambda data: b"\x89PNG\r\n\x1a\n" + data,
    "nested without end": lambda data: b"[" * 60_000,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_named_when_read_and_left_alone(damage: str, tmp_path: Path) -> None:
    store = store_in(tmp_path, "a", "b", "c")
    store.path.write_bytes(DAMAGES[damage](store.path.read_bytes()))
    before = look(tmp_path)
    with pytest.raises(DamagedAgendaError) as caught:
        store.read()
    message = str(caught.value)
    assert message.startswith(f"{store.path}:")
    assert "its last good version is known (3 picks" in message
    assert "agenda.yaml.bak" in message
    assert look(tmp_path) == before


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("picked", ["a", "abc"])
def test_a_damaged_file_is_set_aside_and_nothing_is_lost(
    damage: str, picked: str, tmp_path: Path
) -> None:
    store = store_in(tmp_path, *picked)
    store.path.chmod(0o640)
    damaged = DAMAGES[damage](store.path.read_bytes())
    store.path.write_bytes(damaged)
    applied = store.apply(change.add([make_session("z")]))
    assert ids(applied.after) == f"{picked}z" == ids(store.read())
    assert store.path.stat().st_mode & 0o777 == 0o640
    (aside,) = tmp_path.glob("agenda.yaml.corrupt-*")
    assert aside.read_bytes() == damaged
    assert str(aside) in applied.notices[0]
    assert ids(store.undo().after) == picked


def test_a_change_that_changes_nothing_mends_a_damaged_file_too(tmp_path: Path) -> None:
    store = store_in(tmp_path, "a", "b")
    store.path.write_bytes(b"\0")
    assert store.apply(change.add([A])).notices
    assert ids(store.read()) == "ab"


def test_undo_goes_on_from_the_last_good_version(tmp_path: Path) -> None:
    store = store_in(tmp_path, "a", "b")
    store.path.write_bytes(b"\0")
    undone = store.undo()
    assert ids(undone.after) == "a"
    assert "set aside" in undone.notices[0]


@pytest.mark.parametrize("content", [b"\0\0\0", b"# My agenda, kept by summit\npicks: [\n"])
def test_a_damaged_agenda_without_history_is_set_aside_for_an_empty_one(
    content: bytes, tmp_path: Path
) -> None:
    store = store_in(tmp_path)
    store.path.write_bytes(content)
    with pytest.raises(DamagedAgendaError, match="no earlier version of it is known"):
        store.read()
    applied = store.apply(change.add([A]))
    assert ids(applied.after) == "a"
    assert "went on from an empty agenda" in applied.notices[0]
    (aside,) = tmp_path.glob("agenda.yaml.corrupt-*")
    assert aside.read_bytes() == content


def test_an_empty_file_without_history_is_an_empty_agenda_and_said_so(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.path.write_bytes(b"")
    assert len(store.read()) == 0
    applied = store.apply(change.add([A]))
    assert ids(applied.after) == "a"
    assert applied.notices == (f"{store.path} was empty, and no earlier version is known",)


@pytest.mark.parametrize(
    "content", [b"# A README\n\nHello [there\n", b"\xff\xd8 a picture", b"hello\n"]
)
def test_a_file_of_another_sort_is_never_touched(content: bytes, tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.path.write_bytes(content)
    with pytest.raises(AgendaError, match="name another file with --agenda; nothing was changed"):
        store.apply(change.add([A]))
    assert store.path.read_bytes() == content
    assert not list(tmp_path.glob("*corrupt*"))


@pytest.mark.parametrize(
    "text", ["picks: [{id: a, rating: 9}]\n", "<<<<<<< a\n=======\n>>>>>>> b\n"]
)
def test_a_persons_mistake_is_hers_to_mend(text: str, tmp_path: Path) -> None:
    store = store_in(tmp_path, "a", "b")
    store.path.write_text(text)
    before = look(tmp_path)
    with pytest.raises(AgendaError, match=r"agenda\.yaml:1:\d+: error:"):
        store.apply(change.add([C]))
    assert look(tmp_path) == before


def test_a_newer_file_is_read_but_not_changed(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.path.write_text("version: 2\npicks: [{id: a}]\n")
    before = store.path.read_bytes()
    assert ids(store.read()) == "a"
    with pytest.raises(AgendaError, match=r"newer summit \(version 2, this one knows 1\).*update"):
        store.apply(change.add([B]))
    with pytest.raises(AgendaError, match="newer summit"):
        store.undo()
    assert store.path.read_bytes() == before


def test_a_file_that_vanished_is_begun_from_what_the_caller_saw_last(tmp_path: Path) -> None:
    store = store_in(tmp_path, "a", "b")
    seen = store.read()
    store.path.unlink()
    applied = store.apply(change.add([C]), if_missing=seen)
    assert ids(applied.after) == "abc" == ids(store.read())
    assert applied.notices == (f"{store.path} was gone: written anew with the 2 picks last seen",)
    assert ids(store.undo().after) == "ab"
    store.path.write_bytes(b"\0")
    assert ids(store.redo().after) == "abc"


def test_a_file_that_vanished_is_written_anew_where_nothing_else_changes(tmp_path: Path) -> None:
    store = store_in(tmp_path, "a", "b")
    seen = store.read()
    store.path.unlink()
    applied = store.apply(change.add([A]), if_missing=seen)
    assert "written anew with the 2 picks last seen" in applied.notices[0]
    assert ids(store.read()) == "ab"


def test_a_file_that_vanished_is_else_begun_anew_and_the_former_kept(tmp_path: Path) -> None:
    store = store_in(tmp_path, "a", "b")
    former = (tmp_path / "agenda.yaml.bak").read_bytes()
    store.path.unlink()
    applied = store.apply(change.add([C]))
    assert ids(applied.after) == "c"
    assert "was gone: begun anew; a former version is kept as" in applied.notices[0]
    store.apply(change.add([A]))
    (kept,) = tmp_path.glob("agenda.yaml.bak.gone-*")
    assert kept.read_bytes() == former


def test_what_was_there_is_never_replaced_by_what_the_caller_saw(tmp_path: Path) -> None:
    store = store_in(tmp_path, "a")
    assert (
        ids(store.apply(change.add([C]), if_missing=Agenda("demo", {"b": Pick("b")})).after) == "ac"
    )

"""An update prepared, refused, carried out; picks that follow where ids cannot be kept."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from summit_tui.agenda.store import AgendaStore
from summit_tui.catalogue import versions
from summit_tui.catalogue.library import library_file
from summit_tui.catalogue.model import Session, Walk
from summit_tui.catalogue.problems import CatalogueError
from summit_tui.catalogue.provenance import Origin, Provenance, recall, remember
from summit_tui.catalogue.shelf import take_out
from summit_tui.catalogue.writing import write
from summit_tui.formats.readers.draft import Hints
from summit_tui.formats.sources import SourceError, arrive, origin_of
from summit_tui.formats.updating import (
    Update,
    back_to,
    carry_out,
    carry_picks,
    compared,
    prepare,
    refusal,
)
from tests.agenda.stores import store_in
from tests.catalogue.kept import MONDAY, file_of
from tests.factories import make_catalogue, make_session

HEAD = "Title,Speaker,Room,Date,Start,Duration\n"
OWLS, LUNCH, GOATS = (
    "Owls at night,Ada Alder,Amber,2019-04-02,10:00,45\n",
    "Lunch,,Hall,2019-04-02,12:00,60\n",
    "Gardening with goats,Basil Birch,Amber,2019-04-02,14:00,45\n",
)
Published = Callable[..., None]


@pytest.fixture
def published(tmp_path: Path) -> Published:
    """Return what publishes lines as the source of `fosdem`, which has three to begin with."""
    path = tmp_path / "owls.csv"

    def publish(*lines: str) -> None:
        path.write_text(HEAD + "".join(lines))

    publish(OWLS, LUNCH, GOATS)
    arrived = arrive(origin_of(str(path), Hints("Europe/Paris")))
    carry_out(compared("fosdem", arrived))
    return publish


def ids(update: Update) -> list[str]:
    return update.catalogue.sessions.ids()


def test_nothing_new_is_unchanged(published: Published) -> None:
    update = prepare("fosdem")
    assert update.unchanged
    assert update.data == file_of("fosdem")
    published(GOATS, OWLS, LUNCH)
    assert prepare("fosdem").unchanged


def test_preparing_writes_nothing_and_carrying_out_keeps_what_was(published: Published) -> None:
    before = file_of("fosdem")
    published(OWLS, LUNCH, GOATS.replace("14:00", "15:00"))
    update = prepare("fosdem")
    assert not update.unchanged
    assert file_of("fosdem") == before
    assert refusal(update) == ""
    placed = carry_out(update)
    assert file_of("fosdem") == update.data
    assert placed.replaced is not None
    assert versions.text_of(placed.replaced) == before
    assert prepare("fosdem").unchanged


def test_what_was_said_at_the_import_holds(published: Published) -> None:
    published(OWLS, LUNCH)
    update = prepare("fosdem")
    assert update.catalogue.event.timezone == "Europe/Paris"
    carry_out(update)
    known = recall("fosdem")
    assert known is not None
    assert known.origin.hints == (("timezone", "Europe/Paris"),)


def test_ids_and_the_events_own_hold(published: Published, tmp_path: Path) -> None:
    (tmp_path / "other-owls.csv").write_text(HEAD + OWLS.replace("at night", "by night") + LUNCH)
    update = compared("fosdem", arrive(Origin(str(tmp_path / "other-owls.csv"))))
    assert ids(update) == ["owls-at-night", "lunch"]
    assert update.catalogue.event.id == "owls"
    assert update.catalogue.event.name == "other-owls"
    assert update.changes is not None
    assert "id" not in update.changes.event


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((), "none of 3 sessions is left, which looks like a broken export"),
        ((LUNCH,), "only 1 of 3 sessions are left"),
        ((LUNCH, OWLS), ""),
    ],
)
def test_a_source_that_lost_most_is_refused(
    published: Published, lines: tuple[str, ...], said: str
) -> None:
    published(*lines)
    why = refusal(prepare("fosdem"))
    assert why.startswith(said) if said else not why


def test_another_programme_in_its_place_does_not_get_its_name(
    published: Published, tmp_path: Path
) -> None:
    (tmp_path / "next.csv").write_text(HEAD + "Quantum,,Amber,2020-04-02,10:00,45\n")
    update = compared("fosdem", arrive(Origin(str(tmp_path / "next.csv"))))
    assert update.catalogue.event.id == "next"


def edit(old: str = "Lunch", new: str = "A long lunch") -> bytes:
    text = file_of("fosdem").decode().replace(old, new)
    library_file("fosdem").write_text(text)
    return text.encode()


def test_an_edit_stays_while_the_source_is_as_it_was(published: Published) -> None:
    edit()
    update = prepare("fosdem")
    assert update.edited
    assert update.unchanged
    assert update.changes


def test_an_edit_is_not_overwritten_but_by_force_and_then_kept(published: Published) -> None:
    edited = edit()
    published(OWLS, LUNCH, GOATS.replace("14:00", "15:00"))
    update = prepare("fosdem")
    assert not update.unchanged
    why = refusal(update)
    assert why.startswith("fosdem was edited by hand, and the source has changed: ")
    assert "summit diff fosdem@1 fosdem shows the edits" in why
    placed = carry_out(update)
    assert placed.replaced is not None
    assert versions.text_of(placed.replaced) == edited
    assert b"A long lunch" not in file_of("fosdem")


def test_an_edit_with_errors_is_compared_by_what_was_fetched(published: Published) -> None:
    edited = edit("kind: meal", "level: expret")
    published(OWLS, LUNCH)
    update = prepare("fosdem")
    assert update.changes is not None
    assert [one.id for one in update.changes.removed] == ["gardening-with-goats"]
    assert refusal(update)
    placed = carry_out(update)
    assert placed.replaced is not None
    assert versions.text_of(placed.replaced) == edited


def test_an_edit_with_errors_is_not_called_unchanged(published: Published) -> None:
    edited = edit("kind: meal", "level: expret")
    update = prepare("fosdem")
    assert update.changes is not None
    assert not update.unchanged
    assert "edited by hand and cannot be read: summit check fosdem names" in refusal(update)
    placed = carry_out(update)
    assert placed.replaced is not None
    assert versions.text_of(placed.replaced) == edited
    assert prepare("fosdem").unchanged


def test_an_edit_without_any_good_version_is_still_not_lost(published: Published) -> None:
    edited = edit("kind: meal", "level: expret")
    for version in versions.kept("fosdem"):
        version.path.write_bytes(b"damaged")
    update = prepare("fosdem")
    assert update.changes is None
    assert not update.unchanged
    carry_out(update)
    assert edited in [versions.text_of(each) for each in versions.kept("fosdem")[1:]]


def test_a_source_that_has_become_a_pipe_is_not_waited_for(
    published: Published, tmp_path: Path
) -> None:
    pipe = tmp_path / "schedule.xml"
    os.mkfifo(pipe)
    for source in (str(pipe), os.devnull):
        remember("fosdem", Provenance(Origin(source), MONDAY))
        with pytest.raises(SourceError, match=f"{source} is neither a file nor a folder"):
            prepare("fosdem")


def test_what_nobody_knows_the_source_of_is_said(published: Published) -> None:
    with pytest.raises(SourceError, match="summit import SOURCE --as other --force"):
        prepare("other")
    remember("fosdem", Provenance(Origin(), MONDAY))
    with pytest.raises(SourceError, match="came through a pipe"):
        prepare("fosdem")


def test_back_to_a_version_and_from_nothing(published: Published) -> None:
    first = file_of("fosdem")
    published(OWLS, LUNCH)
    carry_out(prepare("fosdem"))
    back = back_to(versions.kept("fosdem")[0])
    assert back.changes is not None
    assert [one.id for one in back.changes.added] == ["gardening-with-goats"]
    assert refusal(back) == ""
    carry_out(back)
    assert file_of("fosdem") == first
    assert recall("fosdem") is not None
    assert back_to(versions.kept("fosdem")[0]).unchanged
    library_file("fosdem").unlink()
    lost = back_to(versions.kept("fosdem")[1])
    assert not lost.unchanged
    carry_out(lost)
    assert b"goats" not in file_of("fosdem")


def test_going_back_is_from_the_file_as_it_is(published: Published) -> None:
    edited = file_of("fosdem").replace(b"Gardening with goats", b"Gardening with owls")
    library_file("fosdem").write_bytes(edited)
    back = back_to(versions.kept("fosdem")[0])
    assert back.changes is not None
    assert [set(one.fields) for one in back.changes.changed] == [{"title"}]


def test_what_was_taken_out_is_updated_from_what_it_was(published: Published) -> None:
    take_out("fosdem")
    published(OWLS.replace("Owls at night", "Owls by night"), LUNCH, GOATS)
    update = prepare("fosdem")
    assert update.changes is not None
    assert [one.id for one in update.changes.changed] == ["owls-at-night"]
    carry_out(update)
    assert "owls-at-night" in ids(update)
    assert library_file("fosdem").exists()


def test_a_damaged_version_is_nothing_to_go_back_to(published: Published) -> None:
    first = versions.kept("fosdem")[0]
    first.path.write_bytes(b"")
    with pytest.raises(CatalogueError, match="damaged"):
        back_to(first)


def own(tmp_path: Path, *sessions: Session) -> Path:
    path = tmp_path / "ours.yaml"
    path.write_text(write(make_catalogue(*sessions)))
    return path


def test_ids_that_a_person_wrote_are_believed_and_picks_follow(tmp_path: Path) -> None:
    a, b = make_session("a", title="Owls at night"), make_session("b", title="Compilers")
    path = own(tmp_path, a, b)
    carry_out(compared("ours", arrive(Origin(str(path)))))
    store = store_in(tmp_path, "a", "b")
    own(tmp_path, a._replace(id="owls"), b)
    update = prepare("ours")
    assert ids(update) == ["owls", "b"]
    assert update.changes is not None
    applied = carry_picks(update.changes, store)
    assert applied is not None
    assert applied.changed == ("a", "owls")
    assert list(store.read().picks) == ["b", "owls"]
    assert carry_picks(update.changes, store) is None


def test_ways_alone_are_news(tmp_path: Path) -> None:
    path = own(tmp_path, make_session("a"))
    carry_out(compared("ours", arrive(Origin(str(path)))))
    path.write_text(f"{path.read_text()}walking: [{{minutes: 5}}]\n")
    update = prepare("ours")
    assert not update.unchanged
    assert update.catalogue.walking == (Walk((), 5),)


def test_an_agenda_of_another_event_is_left_alone(tmp_path: Path) -> None:
    a = make_session("a", title="Owls at night")
    carry_out(compared("ours", arrive(Origin(str(own(tmp_path, a))))))
    store_in(tmp_path, "a")
    (tmp_path / "agenda.yaml").write_text(
        (tmp_path / "agenda.yaml").read_text().replace("event: demo", "event: other")
    )
    own(tmp_path, a._replace(id="owls"))
    update = prepare("ours")
    assert update.changes is not None
    other = AgendaStore(tmp_path / "agenda.yaml", "demo")
    assert carry_picks(update.changes, other) is None
    assert list(other.read().picks) == ["a"]

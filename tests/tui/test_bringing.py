"""News for the library: what is written, what is refused, and what is said of it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summit_tui.agenda.change import add
from summit_tui.catalogue import clock, library, versions
from summit_tui.catalogue.places import config_folder
from summit_tui.catalogue.provenance import Origin
from summit_tui.catalogue.reading import load
from summit_tui.catalogue.writing import write
from summit_tui.formats.sources import Arrived
from summit_tui.formats.sources import arrive as sources_arrive
from summit_tui.formats.updating import carry_out, compared
from summit_tui.tui.asking import Asking
from summit_tui.tui.bringing import Asked, Brought, arrive, news, take_in, take_over
from tests.catalogue.kept import MONDAY
from tests.factories import make_catalogue, make_session
from tests.formats.web.serving import page, serving
from tests.tui.libraries import (
    GOATS,
    LATER,
    LUNCH,
    OWLS,
    UNWATCHED,
    agenda_of,
    imported,
    publish,
)


def pick(*ids: str, name: str = "owls") -> None:
    catalogue = load(library.library_file(name))
    sessions = [session for each in ids if (session := catalogue.get(each))]
    agenda_of(catalogue.event).apply(add(sessions))


def edit(name: str = "owls") -> None:
    path = library.library_file(name)
    path.write_text(path.read_text().replace("Hall", "Big Hall"))


def asked(name: str = "owls", *, insist: bool = False) -> Brought:
    found = news(name, UNWATCHED)
    return found if isinstance(found, Brought) else take_over(found, agenda_of, insist=insist)


def test_what_changed_is_written_and_told_with_my_agenda(tmp_path: Path) -> None:
    imported(tmp_path)
    pick("owls-at-night", "lunch-by-the-lake")
    publish(tmp_path, "owls", LATER, LUNCH)
    assert asked() == Brought(
        (
            "1 moved, 1 gone; 1 on my agenda, 1 new clash",
            "kept as owls@2; owls@1 is what it was before",
        ),
        "owls",
        changed=True,
    )
    assert [one.number for one in versions.kept("owls")] == [1, 2]
    assert asked() == Brought(("owls: nothing new, 2 sessions as before",))


def test_ways_and_settings_count(tmp_path: Path) -> None:
    config_folder().mkdir(parents=True)
    (config_folder() / "settings.json").write_text('{"walk": [20]}')
    imported(tmp_path, "owls", OWLS, LUNCH.replace("Hall", "Amber"))
    pick("owls-at-night", "lunch-by-the-lake")
    publish(tmp_path, "owls", OWLS, LUNCH)
    assert asked().lines[0] == "1 in another room, the event itself; 1 on my agenda, 1 new clash"


def test_an_agenda_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    imported(tmp_path)
    pick("owls-at-night")
    agenda_of(load(library.library_file("owls")).event).path.write_text("{")
    publish(tmp_path, "owls", LATER, LUNCH, GOATS)
    found = asked()
    assert found.lines[0].startswith("without my agenda: ")
    assert found.lines[1] == "1 moved; 0 on my agenda"


def test_picks_that_cannot_follow_stop_it_before_anything_is_written(tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text(write(make_catalogue(make_session("a", title="Owls at night"))))
    carry_out(compared("ours", sources_arrive(Origin(str(path)))))
    agenda = agenda_of(load(library.library_file("ours")).event)
    agenda.apply(add([make_session("a")]))
    agenda.path.write_text("{")
    path.write_text(path.read_text().replace("id: a\n", "id: owls\n"))
    before = library.library_file("ours").read_bytes()
    found = asked("ours")
    assert (found.wrong, found.name) == (True, "")
    assert library.library_file("ours").read_bytes() == before


def lost(folder: Path) -> None:
    publish(folder, "owls", "Quite another,2019-04-02,10:00,45,Amber\n")


def edited(folder: Path) -> None:
    edit()
    publish(folder, "owls", LATER, LUNCH, GOATS)


@pytest.mark.parametrize(
    ("happens", "said"),
    [
        (lost, "looks like a broken export: nothing was changed; asking again takes it"),
        (edited, "asking again takes what the source has, and keeps the edited one as a version"),
    ],
)
def test_what_needs_a_second_thought_gets_one(
    happens: Callable[[Path], None], said: str, tmp_path: Path
) -> None:
    imported(tmp_path)
    happens(tmp_path)
    before = library.library_file("owls").read_bytes()
    found = asked()
    assert found.refused
    assert not found.name
    assert found.lines[0].endswith(said)
    assert library.library_file("owls").read_bytes() == before
    assert asked(insist=True).changed
    assert library.library_file("owls").read_bytes() != before


def test_edits_alone_are_no_news_unless_one_insists(tmp_path: Path) -> None:
    imported(tmp_path)
    edit()
    assert asked().lines == ("owls: nothing new, 3 sessions as before, your edits kept",)
    assert asked(insist=True).name == "owls"
    assert "Big Hall" not in library.library_file("owls").read_text()


def test_what_goes_wrong_is_one_sentence(tmp_path: Path) -> None:
    path = imported(tmp_path)
    path.unlink()
    assert asked() == Brought((f"{path}: no such file or directory",), wrong=True)
    path.write_text("<html>")
    assert asked().lines[0].startswith(f"{path} is no programme: ")
    unknown = asked("nobody")
    assert (unknown.wrong, unknown.refused) == (True, False)
    assert unknown.lines[0].startswith("nobody knows where nobody came from")


@pytest.mark.parametrize("written", ["'{}'", '"{}"', "{}", "\\ "])
def test_a_file_dropped_on_the_terminal_is_found(written: str, tmp_path: Path) -> None:
    path = publish(tmp_path, "my owls", OWLS)
    said = str(path).replace(" ", written) if written == "\\ " else written.format(path)
    assert isinstance(arrive(Asked(said), UNWATCHED), Arrived)


@pytest.mark.parametrize("source", ["x" * 3000, "it's", "a b", "-", "'"])
def test_what_is_no_file_is_said(source: str) -> None:
    found = arrive(Asked(source), UNWATCHED)
    assert isinstance(found, Brought)
    assert found.wrong
    assert found.lines[0].startswith(source)


def test_a_pipe_that_may_never_end_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    found = arrive(Asked(str(tmp_path / "pipe")), UNWATCHED)
    assert found == Brought((f"{tmp_path / 'pipe'} is neither a file nor a folder",), wrong=True)


def test_a_copy_that_has_to_serve_is_told(tmp_path: Path) -> None:
    sheet = publish(tmp_path, "owls", OWLS).read_bytes()
    with serving({"/owls.csv": page(sheet)}) as site:
        origin = Origin(site.url("/owls.csv"), allow_private=True)
        carry_out(compared("owls", sources_arrive(origin)))
    found = asked()
    assert found.wrong
    assert found.lines[0].endswith("; this is the copy of just now")
    assert found.lines[1] == "owls: nothing new, 1 session as before"


def test_to_ask_writes_nothing_so_that_it_can_be_let_go(tmp_path: Path) -> None:
    path = imported(tmp_path)
    publish(tmp_path, "owls", LATER, LUNCH, GOATS)
    before = library.library_file("owls").read_bytes()
    assert not isinstance(news("owls", UNWATCHED), Brought)
    assert not isinstance(arrive(Asked(str(path)), UNWATCHED), Brought)
    assert library.library_file("owls").read_bytes() == before
    assert len(versions.kept("owls")) == 1


def test_an_import_goes_into_the_library_and_tells_what_it_could_not_read(tmp_path: Path) -> None:
    clock.pretend(MONDAY)
    path = publish(tmp_path, "owls", OWLS, LUNCH)
    arrived = arrive(Asked(str(path)), UNWATCHED)
    assert not isinstance(arrived, Brought)
    found = take_in(arrived, "", agenda_of, insist=False)
    assert (found.name, found.changed) == ("owls", False)
    assert found.lines[0] == "owls, from CSV or TSV with headings"
    assert found.lines[1] == "imported 2 sessions, 0 speakers, 2 rooms, 1 days"
    assert found.lines[2].startswith("unread: no time zone is named")


def test_a_zone_that_nobody_names_is_told_by_its_box(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("title,date,start\nOwls,2026-06-01,10:00\n", encoding="utf-8")
    found = arrive(Asked(str(sheet)), UNWATCHED)
    assert isinstance(found, Arrived)
    told = " ".join(take_in(found, "owls", agenda_of, insist=False).lines)
    assert "the time zone of the form (i) Europe/Paris, say, is the way to tell" in told
    assert "--" not in told


def test_what_a_source_lacks_is_what_one_says(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text("Title,Time,Tags\nOwls at night,10:00,level:advanced\n")
    said = Asked(str(path), "Europe/Paris", "Owl Days", "2026-05-04", "tag", "csv")
    arrived = arrive(said, UNWATCHED)
    assert not isinstance(arrived, Brought)
    event, (session,) = arrived.imported.catalogue.event, arrived.imported.catalogue.sessions
    assert (event.name, event.timezone) == ("Owl Days", "Europe/Paris")
    assert (session.level, str(session.start)) == (300, "2026-05-04 10:00:00+02:00")
    assert arrived.origin.format == "csv"
    assert dict(arrived.origin.hints)["level_from"] == "tag"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"zone": "Europe/Pari"}, "time zone: 'Europe/Pari' is not a time zone; write it as"),
        ({"day": "monday"}, "first day: 'monday' is not a date; write 2019-04-02"),
        ({"levels": "tags"}, "levels: 'tags' is no place for a level: did you mean tag?"),
        ({"format": "csvv"}, "there is no format 'csvv': did you mean csv?"),
    ],
)
def test_what_means_nothing_is_told_by_its_box(
    said: dict[str, Any], told: str, tmp_path: Path
) -> None:
    wrong = arrive(Asked(str(publish(tmp_path, "owls", OWLS)), **said), UNWATCHED)
    assert isinstance(wrong, Brought)
    assert wrong.lines[0].startswith(told)
    assert (wrong.wrong, wrong.refused) == (True, False)


def test_what_is_not_public_is_asked_when_one_insists(tmp_path: Path) -> None:
    sheet = publish(tmp_path, "owls", OWLS).read_bytes()
    with serving({"/owls.csv": page(sheet)}) as site:
        refused = arrive(Asked(site.url("/owls.csv")), UNWATCHED)
        assert isinstance(refused, Brought)
        assert refused.refused
        assert refused.lines[0].endswith("only the public net is asked: enter again asks it too")
        arrived = arrive(Asked(site.url("/owls.csv"), private=True), UNWATCHED)
    assert not isinstance(arrived, Brought)
    assert arrived.origin.allow_private


def test_an_import_replaces_only_what_one_insists_on(tmp_path: Path) -> None:
    path = imported(tmp_path)
    pick("owls-at-night")
    publish(tmp_path, "owls", LATER, LUNCH, GOATS)
    arrived = arrive(Asked(str(path)), UNWATCHED)
    assert not isinstance(arrived, Brought)
    refused = take_in(arrived, "Owls", agenda_of, insist=False)
    assert (refused.refused, refused.name) == (True, "")
    assert refused.lines[0].startswith("The library has owls already. Enter again makes this")
    assert take_in(arrived, "Other Owls", agenda_of, insist=False).name == "other-owls"
    found = take_in(arrived, "", agenda_of, insist=True)
    assert found.changed
    assert found.lines[1] == "1 moved; 1 on my agenda"


def test_picks_follow_to_new_ids(tmp_path: Path) -> None:
    own = "event: {name: Demo}\nsessions:\n- {id: ID, title: Owls, speakers: [{name: A}]}\n"
    path = tmp_path / "own.yaml"
    path.write_text(own.replace("ID", "one"))
    arrived = arrive(Asked(str(path)), UNWATCHED)
    assert not isinstance(arrived, Brought)
    take_in(arrived, "owls", agenda_of, insist=False)
    pick("one")
    path.write_text(own.replace("ID", "two"))
    assert "1 pick followed to a new id" in asked().lines
    agenda = agenda_of(load(library.library_file("owls")).event).read()
    assert list(agenda.picks) == ["two"]


def test_how_far_it_is() -> None:
    asking = Asking("owls")
    assert str(asking) == "owls: reading the programme …"
    asking.watch.progress(2048, None)
    assert str(asking) == "owls: 2 kB"
    asking.watch.progress(122_880, 2_457_600)
    assert str(asking) == "owls: 120 of 2,400 kB"
    assert not asking.watch.cancelled()
    asking.enough.set()
    assert asking.watch.cancelled()
    assert str(Asking("owls", writing=True)) == "owls: writing …"

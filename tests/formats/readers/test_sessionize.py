"""The three views of Sessionize: what stands where, and all coming out the same."""

import json
from datetime import date
from typing import Any

import pytest

from summit_tui.catalogue.model import Link, Speaker
from summit_tui.catalogue.writing import write
from summit_tui.formats.readers import sessionize_grid
from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import DraftSpeaker, Hints, NotAProgramme
from summit_tui.formats.readers.importing import take_in
from summit_tui.formats.readers.sessionize_categories import Role, meaning, role
from tests.formats.readers.cards import (
    ADA,
    GROUPS,
    PEOPLE,
    embedded,
    grid,
    groups,
    of_all,
    pause,
    view_all,
)
from tests.formats.readers.documents import imported, only, told

PARIS = "Europe/Paris"


def test_every_field_of_all_has_its_place() -> None:
    other = of_all(id="4712", title="Other", categoryItems=[12])
    found = imported(view_all(of_all(), other), PARIS, "vacuum-days")
    session = next(one for one in found.catalogue.sessions if one.id == "4711")
    assert found.catalogue.event[:3] == ("vacuum-days", "vacuum-days", PARIS)
    assert (session.id, session.title, session.kind) == ("4711", "Sleeping tables", "workshop")
    assert (str(session.start), session.duration) == ("2024-05-04 10:00:00+02:00", 45)
    assert (session.room, session.language, session.tracks) == ("Amber", "fr", ("Données",))
    assert (session.level, session.tags) == ("avance", ("Vacuum",))
    names = [level.name for level in found.catalogue.scale.levels]
    assert names == ["Découverte", "Courant", "Avancé"]
    assert session.abstract == "What vacuum does.\n\nWhat to bring? A laptop"
    assert session.speakers == (
        Speaker("Solmori Quartz", "Keeper of tables", "Vacuum Ltd"),
        Speaker("Bo Fern"),
    )
    assert session.links == (Link("video", "https://example.org/v"),)
    assert session.source == (("format", "sessionize"), ("id", "4711"))
    assert found.catalogue.tracks == ("Données", "Nuit")
    assert [room.name for room in found.catalogue.rooms] == ["Amber", "Blue"]
    assert found.report.summary == "imported 2 sessions, 2 speakers, 2 rooms, 1 days"
    assert told(view_all(of_all()), PARIS) == [
        "left out: biographies: a catalogue has no place for them (in Solmori Quartz)"
    ]


def test_levels_that_stand_only_in_sessions_are_in_the_order_of_their_ids() -> None:
    sessions = [
        embedded(
            id=name, categories=[{"name": "Level", "categoryItems": [{"id": n, "name": name}]}]
        )
        for name, n in (("Deep", 12), ("Shallow", 9))
    ]
    scale = imported(groups(("All", sessions)), PARIS).catalogue.scale
    assert [level.name for level in scale.levels] == ["Shallow", "Deep"]


def test_the_usual_scale_holds_where_it_knows_the_levels() -> None:
    names = [("Intermediate", 2), ("Introductory and overview", 1), ("Advanced", 3)]
    items = [{"id": 10 + n, "name": name, "sort": n} for name, n in names]
    data = view_all(of_all(categoryItems=[12]), categories=[{"title": "Level", "items": items}])
    found = imported(data, PARIS).catalogue
    assert (found.sessions[0].level, found.scale.levels[0].value) == (200, 100)


def test_the_views_come_out_the_same() -> None:
    plain = [{key: who[key] for key in ("id", "fullName") if key in who} for who in PEOPLE]
    plain[1]["fullName"] = "Bo Fern"
    both = [group | {"items": group["items"][:1]} for group in GROUPS]
    one = view_all(of_all(), speakers=plain, categories=both, rooms=[{"id": 7, "name": "Amber"}])
    written = {
        write(imported(data, PARIS, "x").catalogue)
        for data in (one, grid({"Amber": [embedded()]}), groups(("All", [embedded()])))
    }
    assert len(written) == 1


@pytest.mark.parametrize(
    ("given", "what", "expected"),
    [
        ({"status": "Accept_Queue"}, "status", "tentative"),
        ({"status": "Nominated"}, "status", "tentative"),
        ({"status": "Cancelled"}, "status", "cancelled"),
        ({"status": None}, "status", "confirmed"),
        ({"startsAt": None, "endsAt": None}, "start", None),
        ({"endsAt": None}, "duration", None),
        ({"id": None}, "id", "sleeping-tables"),
        ({"id": 4712}, "id", "4712"),
        ({"categoryItems": [], "isPlenumSession": True}, "kind", "keynote"),
        ({"categoryItems": [31], "isPlenumSession": True}, "kind", "workshop"),
        ({"categoryItems": [], "isServiceSession": True}, "kind", "break"),
        ({"categoryItems": [31, 31, 21, 13, 11]}, "tags", ("Découverte", "Workshop")),
        ({"speakers": [{"id": ADA, "name": "S. Quartz"}]}, "speakers", 1),
        ({"roomId": None, "room": "Loft"}, "room", "Loft"),
        ({"description": "<p>a <b>b</b></p>", "questionAnswers": None}, "abstract", "a **b**"),
        ({"questionAnswers": [{"questionId": 9, "answerValue": ""}]}, "abstract", 17),
        ({"title": {"en": "E", "fr": "F"}}, "title", "E"),
        ({"liveUrl": "https://example.org/live"}, "links", 2),
    ],
)
def test_what_a_field_becomes(given: dict[str, Any], what: str, expected: object) -> None:
    found = getattr(only(view_all(of_all(**given)), PARIS), what)
    assert (len(found) if isinstance(expected, int) else found) == expected


def test_an_answer_can_be_a_link_or_a_level() -> None:
    answers = [
        {"question": "Slides", "answer": "https://example.org/s.pdf"},
        {"question": "Level of the talk", "answer": "Advanced"},
        {"question": "Requirements", "answer": "none"},
    ]
    found = only(groups(("All", [embedded(categories=[], questionAnswers=answers)])), PARIS)
    assert (found.level, found.links[1]) == (300, Link("Slides", "https://example.org/s.pdf"))
    assert found.abstract == "What vacuum does.\n\nRequirements: none"


def test_what_was_turned_down_is_left_out_and_counted() -> None:
    proposals = [
        of_all(id="1", status="Declined"),
        of_all(id="2", status="declined", title="Other"),
        of_all(id="3", status="Decline_Queue"),
        of_all(id="4", status="Waitlisted", startsAt=None),
    ]
    found = imported(view_all(of_all(), *proposals), PARIS)
    assert found.catalogue.sessions.ids() == ["4711"]
    assert [str(note) for note in found.report.notes if "proposals" in str(note)] == [
        "left out: proposals that are 'Declined' are no sessions (in 1 Sleeping tables)",
        "left out: proposals that are 'declined' are no sessions (in 2 Other)",
        "left out: proposals that are 'Decline_Queue' are no sessions (in 3 Sleeping tables)",
        "left out: proposals that are 'Waitlisted' are no sessions (in 4 Sleeping tables)",
    ]


def test_what_is_missing_or_has_no_place_is_told() -> None:
    people = [*PEOPLE, {"id": "z", "firstName": "Zed", "lastName": "Idle", "links": [{"url": "x"}]}]
    session = of_all(speakers=[ADA, "gone"], roomId=99, categoryItems=[1000], ownField="x")
    notes = told(view_all(session, speakers=people), PARIS)
    assert notes == [
        "unread: a category is not in the list of categories (in 4711 Sleeping tables)",
        "unread: a speaker is not in the list of speakers (in 4711)",
        "unread: its room is not in the list of rooms (in 4711)",
        "left out: biographies: a catalogue has no place for them (in Solmori Quartz)",
        "left out: speakers without a session (in 2: Bo Fern, Zed Idle)",
        "left out: links of speakers: a catalogue has no place for them (in Zed Idle)",
        "left out: 'ownField': a catalogue has no place for it (in 4711)",
    ]


def test_no_zone_is_told_with_the_way_out() -> None:
    assert "--timezone" in told(view_all(of_all()))[0]
    zoned = of_all(startsAt="2024-05-04T10:00:00Z", endsAt="2024-05-04T10:45:00Z")
    assert "only offsets" in " ".join(told(view_all(zoned)))
    assert str(only(view_all(zoned), PARIS).start) == "2024-05-04 12:00:00+02:00"


def test_a_plenary_that_is_listed_per_room_is_one() -> None:
    rooms = {"Amber": [embedded(), pause()], "Blue": [pause(room="Blue")], "Loft": [pause()]}
    found = imported(grid(rooms), PARIS)
    lunch, talk = sorted(found.catalogue.sessions, key=lambda one: one.title)
    assert (lunch.id, lunch.kind, lunch.room) == ("lunch", "meal", "Amber")
    assert (lunch.tags, talk.id) == (("also in Blue", "also in Loft"), "4711")
    assert found.report.summary == "imported 2 sessions, 2 speakers, 3 rooms, 1 days"


def test_one_id_at_another_time_is_a_further_run() -> None:
    later = embedded(startsAt="2024-05-04T15:00:00", endsAt="2024-05-04T15:45:00")
    first, second = imported(grid({"Amber": [embedded(), later]}), PARIS).catalogue.sessions
    assert (first.id, second.id, second.repeats) == ("4711", "4711-2", "4711")


def test_the_grid_keeps_nights_and_what_stands_only_by_time() -> None:
    late = embedded(startsAt="2024-05-05T01:00:00", endsAt="2024-05-05T02:00:00")
    assert only(grid({"Amber": [late]}), PARIS).day == date(2024, 5, 4)
    (day,) = json.loads(grid({"Amber": [embedded()]}))
    day["rooms"] = []
    assert only(json.dumps([day]).encode(), PARIS).room == "Amber"


def test_a_session_in_several_groups_is_one() -> None:
    unplanned = embedded(startsAt=None, endsAt=None)
    found = only(groups(("Beginners", [unplanned]), ("Données", [unplanned])), PARIS)
    assert found.tags == ("Vacuum", "Beginners")
    assert only(json.dumps([embedded()]).encode(), PARIS).id == "4711"


def test_the_speakers_view_beside_gives_roles() -> None:
    beside = {
        "speakers.json": Content(json.dumps(PEOPLE).encode()),
        "notes.json": Content(b'[{"id": 1}]'),
        "readme.txt": Content(b"hello"),
    }
    session = embedded(speakers=[{"id": ADA, "name": "S. Quartz"}])
    content = Content(grid({"Amber": [session]}), beside)
    draft = sessionize_grid.read(content, Hints())
    assert draft.sessions[0].speakers == (DraftSpeaker("S. Quartz", "Keeper of tables"),)
    assert "speakers without a session (in Bo Fern)" in " ".join(map(str, draft.notes.told(str)))


def test_speakers_alone_are_no_programme() -> None:
    with pytest.raises(NotAProgramme, match="import the sessions beside them"):
        take_in(json.dumps(PEOPLE).encode())


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Level", "level"),
        ("Niveau de difficulté", "level"),
        ("Schwierigkeitsgrad", "level"),
        ("난이도", "level"),
        ("Session format", "kind"),
        ("Thématique", "track"),
        ("Which Talk Categories align with your talk best?", "track"),
        ("Sprache", "language"),
        ("Programming language", "tag"),
        ("세션 언어", "language"),
        ("Tags", "tag"),
        ("", "tag"),
    ],
)
def test_a_group_is_told_by_its_title(title: str, expected: Role) -> None:
    assert role(title) == expected


def test_what_comes_second_is_a_tag() -> None:
    found = meaning([("Level", "A"), ("Type", "K"), ("Level", "B"), ("Type", "L"), ("?", "T")])
    assert found == ("A", "", "K", (), ("B", "L", "T"))


def test_what_an_app_of_a_conference_adds() -> None:
    given: dict[str, Any] = {
        "categoryItems": [],
        "sessionCategoryItemId": 21,
        "description": None,
        "i18nDesc": {"ja": "眠る", "en": "What vacuum does."},
        "endsAt": None,
        "lengthInMinutes": 40,
        "language": "JAPANESE",
        "levels": ["INTERMEDIATE", "ADVANCED"],
        "asset": {"videoUrl": "https://youtu.be/x", "slideUrl": "https://example.org/s.pdf"},
        "recordingUrl": None,
        "tags": ["Owls"],
        "noShow": True,
    }
    session = only(view_all(of_all(**given)), PARIS)
    assert (session.level, session.language, session.duration) == (200, "ja", 40)
    assert (session.tracks, session.tags) == (("Données",), ("advanced", "Owls"))
    assert (session.status, session.abstract) == (
        "cancelled", "What vacuum does.\n\nWhat to bring? A laptop"
    )  # fmt: skip
    assert [link.name for link in session.links] == ["slides", "video"]
    untold = "left out: 'language': a catalogue has no place for it (in 4711)"
    assert untold not in told(view_all(of_all(**given)), PARIS)
    assert untold in told(view_all(of_all(**given | {"language": "TBD"})), PARIS)

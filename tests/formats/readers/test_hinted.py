"""What a person says besides the source: the event's name, its first day, where levels stand."""

from typing import Any

import pytest

from summit_tui.catalogue.writing import write
from summit_tui.formats.readers.hinted import read_place
from tests.formats.readers import cards
from tests.formats.readers.documents import event, imported, schedule_json
from tests.formats.readers.pretalx_documents import as_json, page, slot, submission

SHEET = b"""Title,Tags,Track,Type,For whom
A,"python, level: expert",Python,Talk (advanced),Beginner
B,advanced,Beginners,Talk,Everything
"""


def levels(data: bytes, place: str) -> list[object]:
    found = imported(data, "UTC", level_from=place).catalogue.sessions
    return [one.level for one in sorted(found, key=lambda one: one.title)]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("", [None, None]),
        ("tag", [400, 300]),
        ("track", [None, 100]),
        ("kind", [300, None]),
        ("question:for WHOM", [100, None]),
    ],
)
def test_a_level_is_taken_from_where_it_is_said_to_stand(
    place: str, expected: list[object]
) -> None:
    assert levels(SHEET, place) == expected


def test_a_tag_that_is_nothing_but_the_level_goes_and_others_stay() -> None:
    found = imported(SHEET, "UTC", level_from="tag").catalogue.sessions
    assert {one.title: one.tags for one in found} == {
        "A": ("python", "Talk (advanced)"),
        "B": ("advanced",),
    }


def test_an_answer_that_is_no_level_is_told_and_kept() -> None:
    found = imported(SHEET, "UTC", level_from="question:whom")
    assert [str(note) for note in found.report.notes] == [
        "unread: the level 'Everything' is not of the scale: kept as a tag (in b)",
    ]


def test_what_is_said_holds_over_what_the_source_says() -> None:
    sheet = b"Title,Level,Audience\nA,100,Expert\nB,200,\n"
    assert levels(sheet, "question:audience") == [400, 200]


def answered(*pairs: tuple[str, str]) -> bytes:
    given: list[dict[str, Any]] = [
        {"question": {"id": n, "question": {"en": asked}}, "answer": said}
        for n, (asked, said) in enumerate(pairs)
    ]
    return as_json(page(slot(submission=submission(answers=given))))


def test_answers_of_pretalx() -> None:
    data = answered(("Who should come?", "Advanced"), ("Diet", "None"))
    assert levels(data, "question:should come") == [300]
    told = [str(n) for n in imported(data, level_from="question:should come").report.notes]
    assert any("'Diet': a catalogue" in note for note in told)
    assert not any("should come" in note for note in told)


def test_answers_and_categories_of_sessionize_stay_where_they_were() -> None:
    data = cards.view_all(cards.of_all(categoryItems=[51]))
    before = imported(data, "UTC").catalogue.sessions[0]
    session = imported(data, "UTC", level_from="question:merci").catalogue.sessions[0]
    assert (before.tags, session.tags) == (("Vacuum",), ("Vacuum",))
    assert "What to bring? A laptop" in str(session.abstract)


@pytest.mark.parametrize(
    ("place", "note"),
    [
        ("track", "unread: no track tells a level"),
        (
            "question:weather",
            "unread: no question has the words 'weather': there is 'Who?', 'Diet'",
        ),
    ],
)
def test_a_place_without_any_level_is_told(place: str, note: str) -> None:
    data = answered(("Who?", "Advanced"), ("Diet", "None"))
    assert note in [str(each) for each in imported(data, level_from=place).report.notes]


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("tags", "'tags' is no place for a level: did you mean tag?"),
        ("question:", "'question:' is no place for a level"),
        ("", "'' is no place for a level: there are tag, track, kind, question:TEXT"),
    ],
)
def test_a_place_that_is_none(given: str, reason: str) -> None:
    with pytest.raises(ValueError) as refusal:  # noqa: PT011  its words are looked at
        read_place(given)
    assert reason in str(refusal.value)


def test_the_first_day_dates_times_of_day() -> None:
    data = cards.lines(cards.card(), cards.card(name="n", title="B | AB102", day="Day 2"))
    found = imported(data, first_day="2026-05-04")
    starts = {one.title: str(one.start) for one in found.catalogue.sessions}
    assert starts == {
        "Sleeping tables": "2026-05-04 15:30:00+03:00",
        "B": "2026-05-05 15:30:00+03:00",
    }
    assert not any("no date" in str(note) for note in found.report.notes)
    assert found.report.days == 2
    assert all("svs301" in str(n) for n in found.report.notes if "+00:00" in str(n))


def test_an_end_after_midnight_is_on_the_next_day() -> None:
    data = b"Title,Day,From,To\nA,Day 2,23:30,00:15\n"
    one = imported(data, "UTC", first_day="2026-05-04").catalogue.sessions[0]
    assert (str(one.start), one.duration) == ("2026-05-05 23:30:00+00:00", 45)


def test_a_first_day_that_nothing_needs_is_told() -> None:
    data = schedule_json(event())
    assert [str(n) for n in imported(data, first_day="2026-05-04").report.notes] == [
        "unread: no time of day lacks its date, so the first day that was given changes nothing"
    ]
    assert write(imported(data, first_day="2026-05-04").catalogue) == write(
        imported(data).catalogue
    )


def test_the_name_of_the_event() -> None:
    found = imported(schedule_json(event()), event="Owl Days").catalogue.event
    assert (found.name, found.id) == ("Owl Days", "vacuum24")
    assert imported(SHEET, "UTC", event="Owl Days").catalogue.event.id == "owl-days"


def test_our_own_catalogue_says_it_all_itself() -> None:
    data = b"event: {name: X, timezone: UTC}\nsessions:\n  - {id: a, title: A}\n"
    found = imported(data, event="Y", level_from="tag")
    assert found.catalogue.event.name == "X"
    assert [str(note) for note in found.report.notes] == [
        "changed: it is a catalogue already: name, date and levels are its own"
    ]

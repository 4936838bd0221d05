"""Kinds, languages and levels in the words of other programmes."""

import pytest

from summit_tui.catalogue.levels import DEFAULT_SCALE
from summit_tui.formats.readers import words


@pytest.mark.parametrize(
    ("text", "kind", "whole"),
    [
        ("lecture", "talk", True),
        ("Lightning_Talk", "lightning", True),
        ("lightningtalk", "lightning", True),
        ("Workshops", "workshop", True),
        ("Talk 45 minutes + 10 minutes Q&A", "talk", False),
        ("Vortrag 60min  (inkl. Q&A)", "talk", False),
        ("Workshop 2h", "workshop", False),
        ("Solder Workshop 2h", "workshop", False),
        ("Panel discussion (keynote)", "panel", False),
        ("Keynote session", "keynote", False),
        ("BoF (45 minutes)", "panel", False),
        ("DJ Set", "social", False),
        ("Individual shows", "social", False),
        ("Sessão", "talk", False),
        ("Taller práctico", "workshop", False),
        ("主题演讲", "keynote", False),
        ("Normale Länge", "", False),
        ("물고기", "", False),
        ("45", "", False),
    ],
)
def test_a_kind(text: str, kind: str, whole: bool) -> None:
    assert words.kind(text) == (kind, whole)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Lunch", "meal"),
        ("Coffee break", "break"),
        ("Registration & Welcome", "registration"),
        ("Talk to us", "break"),
        ("昼休み", "break"),
    ],
)
def test_a_session_without_content(title: str, kind: str) -> None:
    assert words.service_kind(title) == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Keynote: Sleeping tables", "keynote"),
        ("Opening Keynote – Sleeping tables", "keynote"),
        ("Lightning Talks", "lightning"),
        ("Lightning talks 2", "lightning"),
        ("Panel discussion: who sleeps?", "panel"),
        ("WORKSHOP: Beds", "workshop"),
        ("기조연설: 잠자는 표", "keynote"),
        ("Keynote speakers and their beds", ""),
        ("Panels of wood", ""),
        ("Race: conditions", ""),
    ],
)
def test_a_kind_that_a_title_begins_with(title: str, kind: str) -> None:
    assert words.told_kind(title) == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Lunch", "meal"),
        ("Lunch (sponsored by Quartz)", "meal"),
        ("Sleepers' Lunch", "meal"),
        ("Main Conference: afternoon tea", "break"),
        ("Coffee break in the foyer", "break"),
        ("Mittagessen", "meal"),
        ("Break the tables", ""),
        ("Shabbat Services", ""),
        ("Lunch and how the tables of Europe came to it", ""),
        ("Networking", ""),
        ("", ""),
    ],
)
def test_a_title_that_says_no_more_than_that_it_is_a_break(title: str, kind: str) -> None:
    assert words.pause(title) == kind


@pytest.mark.parametrize(
    ("text", "codes", "rest"),
    [
        ("en", ("en",), ""),
        ("de, en", ("de", "en"), ""),
        ("English and French", ("en", "fr"), ""),
        ("pt_BR", ("pt",), ""),
        ("de-formal", ("de",), ""),
        ("한국어", ("ko",), ""),
        ("en, Klingon", ("en",), "Klingon"),
        ("", (), ""),
    ],
)
def test_languages(text: str, codes: tuple[str, ...], rest: str) -> None:
    assert words.languages(text) == (codes, rest)


def test_a_scale_of_its_own_only_where_the_usual_one_does_not_know_it() -> None:
    assert words.scale({"Beginner", "Advanced"}, ("Beginner", "Advanced")) is DEFAULT_SCALE
    assert words.scale({"Ninja"}, ()) is DEFAULT_SCALE
    own = words.scale({"Ninja"}, ("Padawan", "Ninja"))
    assert [level.value for level in own.levels] == ["padawan", "ninja"]
    assert words.level(own, "Ninja") == "ninja"
    assert words.level(own, "Jedi") is None


def test_numbered_levels_beyond_the_usual_scale_are_added_to_it() -> None:
    found = words.scale({"300 – Advanced", "500 – Distinguished"}, ())
    assert [str(one) for one in found.levels][-2:] == ["400 Expert", "500 Distinguished"]
    assert words.level(found, "500 – Distinguished") == 500
    assert words.scale({"500 – Distinguished", "Ninja"}, ()) is DEFAULT_SCALE


@pytest.mark.parametrize(
    ("text", "title", "status"),
    [
        ("", "T", "confirmed"),
        ("Accepted", "T", "confirmed"),
        ("CANCELED", "T", "cancelled"),
        ("", "[CANCELLED] T", "cancelled"),
        ("", "Annulé : T", "cancelled"),
        ("", "CANCELLED T", "cancelled"),
        ("", "Cancelled futures", "confirmed"),
        ("delayed", "T", ""),
    ],
)
def test_a_status(text: str, title: str, status: str) -> None:
    assert words.status(text, title) == status

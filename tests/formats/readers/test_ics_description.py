"""Speakers out of descriptions, and prose that only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.formats.readers.ics_description import described


@pytest.mark.parametrize(
    ("text", "speakers", "rest"),
    [
        ("Speakers: Ada Umbel, Solmori Quartz", ["Ada Umbel", "Solmori Quartz"], ""),
        ("Speakers: Ada Umbel and Solmori Quartz", ["Ada Umbel", "Solmori Quartz"], ""),
        ("Speakers: Ada Umbel (Acme, Inc.), Sol", ["Ada Umbel||Acme, Inc.", "Sol"], ""),
        ("Speaker: Ada Umbel, Acme", ["Ada Umbel||Acme"], ""),
        ("Speaker: Ada Umbel, CTO, Acme", ["Ada Umbel|CTO|Acme"], ""),
        ("Speaker(s) : Ada Umbel\nLe texte.", ["Ada Umbel"], "Le texte."),
        ("Speakers: Ada Umbel, Acme; Sol, Quartz AG", ["Ada Umbel||Acme", "Sol||Quartz AG"], ""),
        ("Text.\n\nSpeakers:\n- Ada Umbel, Acme\n- Sol\n\nMore.",
         ["Ada Umbel||Acme", "Sol"], "Text.\n\n\nMore."),
        ("**Intervenantes** :\n  * Ada Umbel", ["Ada Umbel"], ""),
        ("Referent*innen: x", [], "Referent*innen: x"),
        ("Moderator: Ada Umbel\nPanelists: Sol, Lua", ["Ada Umbel|moderator|", "Sol", "Lua"], ""),
        ("연사\nSpeaker: 김하늘", ["김하늘"], "연사"),
        ("Our speakers: they are great.", [], "Our speakers: they are great."),
        ("Speakers: to be announced soon, see https://x.org", [],
         "Speakers: to be announced soon, see https://x.org"),
        ("Speakers:\n\nNobody yet.", [], "Speakers:\n\nNobody yet."),
        ("\nvon: Ada Umbel, Sol Quartz\n\nText.", ["Ada Umbel", "Sol Quartz"], "\n\nText."),
        ("par : Ada Umbel", ["Ada Umbel"], ""),
        ("Von: 10 Uhr\nText.", [], "Von: 10 Uhr\nText."),
        ("By: yourself", [], "By: yourself"),
        ("Text.\nby: Ada Umbel", [], "Text.\nby: Ada Umbel"),
        ("Speaker: A/Prof Ada Umbel", ["A/Prof Ada Umbel"], ""),
        ("Speaker: N/A", [], "Speaker: N/A"),
        ("Type: x\nno speaker", [], "Type: x\nno speaker"),
    ],
)  # fmt: skip
def test_speakers(text: str, speakers: list[str], rest: str) -> None:
    found = described(text)
    assert [f"{one.name}|{one.role}|{one.company}".rstrip("|") for one in found.speakers] == [
        name.rstrip("|") for name in speakers
    ]
    assert found.text == rest


def test_fields_beside_speakers() -> None:
    found = described("Speakers: Ada\nType: Workshop\nTrack: Data\nWhat: this stays")
    assert found.fields == (("type", "Workshop"), ("track", "Data"))
    assert found.text == "What: this stays"


@pytest.mark.parametrize(
    ("text", "link", "rest"),
    [
        ("About.\n\nLink: https://x.org/7", "https://x.org/7", "About."),
        ("\n\nLink: https://x.org/7\n", "https://x.org/7", ""),
        ("Link: https://x.org/7\nmore", "", "Link: https://x.org/7\nmore"),
        ("See link: https://x.org", "", "See link: https://x.org"),
    ],
)
def test_a_link_at_the_end(text: str, link: str, rest: str) -> None:
    assert (described(text).link, described(text).text) == (link, rest)


@given(st.text("Speakrs:;,()\n -*.&", max_size=80))
def test_any_text_is_kept_or_taken_out_whole(text: str) -> None:
    found = described(f"Speakers: {text}")
    taken = " ".join(f"{one.name} {one.role} {one.company}" for one in found.speakers)
    letters = "Sprk"  # a lone e is Italian for and
    for letter in letters:
        left = found.text.count(letter) + taken.count(letter)
        assert left == text.count(letter) + (0 if found.speakers else "Speakers: ".count(letter))

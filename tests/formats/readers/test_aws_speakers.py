"""Speakers in prose: who is a person, a role or a company."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.formats.readers.aws_speakers import Body


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("null | TBD | ", []),
        ("Ada Moss", ["Ada Moss//"]),
        ("Ada Moss, Quartz", ["Ada Moss//Quartz"]),
        ("Ada Moss,Quartz", ["Ada Moss//Quartz"]),
        ("Ada Moss, CTO", ["Ada Moss/CTO/"]),
        ("Ada Moss, CTO, Quartz", ["Ada Moss/CTO/Quartz"]),
        (
            "Ada Moss, Head of Night, Lead Engineer, Quartz",
            ["Ada Moss/Head of Night, Lead Engineer/Quartz"],
        ),
        ("Ada, Moss, CTO, Quartz", ["Ada Moss/CTO/Quartz"]),
        ("Ada Moss, Engineer at Quartz", ["Ada Moss/Engineer/Quartz"]),
        ("Ada Moss (Quartz)", ["Ada Moss//Quartz"]),
        ("Ada Moss (Quartz), Bo Fern (AWS)", ["Ada Moss//Quartz", "Bo Fern//AWS"]),
        ("Ada Moss - Chief of Tables", ["Ada Moss/Chief of Tables/"]),
        ("Ada Moss, CTO | Bo Fern, AWS<br>12:00 - 13:00", ["Ada Moss/CTO/", "Bo Fern//AWS"]),
        ("Ada Moss, CTO of the tables, A | ADA MOSS, CTO", ["ADA MOSS/CTO/"]),
        ("<p>Ada Moss</p><p>Bo <b>Fern</b></p>", ["Ada Moss//", "Bo Fern//"]),
        ("Speakers: Quartz, AWS", ["Quartz//", "AWS//"]),
        ("Palestrantes: Ada Moss, Quartz | Bo Fern, AWS", ["Ada Moss//Quartz", "Bo Fern//AWS"]),
        ("김영희, 솔루션즈 아키텍트, AWS", ["김영희/솔루션즈 아키텍트/AWS"]),
        ("夜空, ソリューションアーキテクト", ["夜空/ソリューションアーキテクト/"]),
        ("Speaker(s): Ada Moss, CTO, Quartz", ["Ada Moss/CTO/Quartz"]),
        ("발표자: 김영희, 이철수", ["김영희//", "이철수//"]),
        ("Intervenants : Ada Moss; Bo Fern", ["Ada Moss//", "Bo Fern//"]),
    ],
)
def test_who_speaks(text: str, expected: list[str]) -> None:
    found = [f"{who.name}/{who.role}/{who.company}" for who in Body(text).speakers]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "begins", "minutes"),
    [
        ("A <br> 14:00 - 14:15", "14:00", "15"),
        ("A 9:30–11:00", "9:30", "90"),
        ("A 14:00 - 13:00", "14:00", ""),
        ("A 99:00 - 99:30", "99:00", ""),
        ("A", "", ""),
    ],
)
def test_when_it_is(text: str, begins: str, minutes: str) -> None:
    found = Body(text)
    assert (found.begins, found.minutes) == (begins, minutes)


def test_a_sentence_is_no_name() -> None:
    sentence = "Join us and learn what vacuum does to tables that nobody has looked at for years."
    found = Body(sentence)
    assert (found.speakers, found.prose) == ((), sentence)
    assert Body("Ada Moss, CTO").prose == ""


@given(st.text(alphabet="aA ,|()<>-:;12@\n발,", max_size=60))
def test_any_text_is_read(text: str) -> None:
    found = Body(text)
    assert all(who.name for who in found.speakers)
    assert len({who.name for who in found.speakers}) == len(found.speakers)

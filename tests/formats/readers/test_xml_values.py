"""XML of any make, as the reader of lists sees it."""

from typing import Any
from xml.etree import ElementTree as ET

import pytest

from summit_tui.formats.readers.content import Content
from summit_tui.formats.readers.draft import NotAProgramme
from summit_tui.formats.readers.table import recognise
from summit_tui.formats.readers.xml_values import value
from tests.formats.readers.documents import imported


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<a>x</a>", "x"),
        ("<a/>", ""),
        ("<a><b>1</b><c>2</c></a>", {"b": "1", "c": "2"}),
        ("<a><b>1</b><b>2</b></a>", {"b": ["1", "2"]}),
        ("<topics><topic>1</topic></topics>", ["1"]),
        ("<day date='d'><talk>1</talk></day>", {"date": "d", "talk": "1"}),
        ("<room id='1'>Amber</room>", {"id": "1", "name": "Amber"}),
        ("<s:a xmlns:s='u:x' s:k='v'><s:b>1</s:b><!-- x --></s:a>", {"k": "v", "b": "1"}),
    ],
)
def test_elements_as_json_would_have_them(text: str, expected: Any) -> None:
    assert value(ET.fromstring(text)) == expected  # noqa: S314  our own text


PROGRAMME = """<programme city="Owl"><day date="2026-05-04">
<entry id="1"><start>0930</start><duration>30</duration><title>Breakfast</title><speakers/></entry>
<entry id="2"><category>Keynote</category><start>1030</start><duration>45</duration>
<room id="1">Amber</room><title>Beds</title><description>Why.</description>
<speakers><speaker id="7"><name>Ada Umbel</name><bio>Keeps.</bio></speaker></speakers>
</entry></day></programme>"""


def test_a_programme_in_xml_of_its_own() -> None:
    assert recognise(Content(PROGRAMME.encode())).name == "xml"
    tea, beds = imported(PROGRAMME.encode(), "UTC").catalogue.sessions
    assert (tea.title, tea.kind, tea.speakers, tea.duration) == ("Breakfast", "meal", (), 30)
    assert (f"{beds.start:%d %H:%M}", beds.room, beds.kind) == ("04 10:30", "Amber", "keynote")
    assert [who.name for who in beds.speakers] == ["Ada Umbel"]
    assert beds.abstract == "Why."


@pytest.mark.parametrize("root", ["rss", "feed"])
def test_news_are_no_programme(root: str) -> None:
    item = "<item><title>News</title><author>Ada</author><date>2026-05-04</date></item>"
    with pytest.raises(NotAProgramme, match=f"whose root is <{root}>"):
        recognise(Content(f"<{root}>{item * 2}</{root}>".encode()))

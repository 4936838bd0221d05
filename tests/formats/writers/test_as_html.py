"""One HTML page out: what it shows, and that nothing foreign in it becomes markup."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summit_tui.agenda.model import Pick
from summit_tui.catalogue.model import Catalogue, Event, Link, Session, Speaker
from summit_tui.formats.table import render
from summit_tui.formats.writers.html_prose import prose
from tests.catalogue.strategies import catalogues
from tests.factories import make_catalogue, make_session
from tests.formats.exports import HOSTILE, full_catalogue, full_session, make_export

VOID = ("meta", "br", "hr")
ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=https://example.org/x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "</title></style><script>",
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html,<script>)",
    "[x](file:///etc/passwd)",
    "![x](https://example.org/track.png)",
    '[x](https://example.org/"onmouseover="y)',
    "<https://example.org/'onmouseover='y>",
    '```x" onload="y\n</code><script>\n```',
    "&lt;script&gt;",
    "<!-- -->",
    "| a |\n| - |\n| <script> |",
    "# Big\n\nSet\n===",
)


class Page(HTMLParser):
    """What a browser makes of a page: elements with their attributes, and the text of each."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(html)
        self.close()
        assert self.open == [], self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.open[-1] if self.open else "", " ".join(data.split())))

    def said(self, tag: str) -> list[str]:
        """Return the texts that stand directly in elements called `tag`."""
        return [text for element, text in self.texts if element == tag]

    def values(self, name: str) -> list[str | None]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]


def page(*sessions: Session, picks: tuple[Pick, ...] = (), **given: object) -> Page:
    return Page(html(*sessions, picks=picks, **given))


def html(*sessions: Session, picks: tuple[Pick, ...] = (), **given: object) -> str:
    return render("html", make_export(*sessions, picks=picks, **given)).decode()


def harmless(found: Page) -> None:
    """Assert that a page does nothing and fetches nothing."""
    tags = {tag for tag, _ in found.elements}
    assert not tags & {"script", "img", "svg", "iframe", "object", "link", "form", "base", "video"}
    for _, attributes in found.elements:
        assert not [
            name for name in attributes if name.startswith("on") or name in ("src", "style")
        ]
    for address in found.values("href"):
        assert address
        assert address.startswith(("#", "http://", "https://", "HTTP://", "HTTPS://"))
    targets = {address for address in found.values("href") if address and address[0] == "#"}
    ids = found.values("id")
    assert len(ids) == len(set(ids))
    assert targets <= {f"#{each}" for each in ids}


def test_a_session_shows_what_is_known_of_it() -> None:
    session = full_session()
    found = page(session, catalogue=full_catalogue(session))
    assert found.said("h1") == ["Demo Summit"]
    assert found.said("h2") == ["Tuesday 2 April 2019"]
    assert found.said("h3") == ["Lambda under the hood"]
    assert found.said("time") == ["11:30–12:15"]
    assert ("p", "What happens first") in found.texts
    facts = "Amphi bleu, Annexe · SVS301 · workshop · 300 Advanced · Serverless · Data, and more"
    assert ("p", f"{facts} · French · not recorded") in found.texts
    assert found.said("strong") == ["inside"]
    assert found.said("li") == ["Ada Example, CTO, Engines; Ltd", "Bo Sample", "one", "two"]
    assert found.said("a") == ["slides", "video"]
    harmless(found)


def test_titles_and_abstracts_carry_their_language() -> None:
    found = page(full_session(), make_session("other"))
    spoken = [tag for tag, attributes in found.elements if attributes.get("lang") == "fr"]
    assert spoken == ["h3", "p", "div"]
    assert found.elements[0] == ("html", {"lang": "en"})


def test_wants_are_told_by_sign_and_word_and_notes_are_mine() -> None:
    sessions = [make_session(each, f"1{n}:00") for n, each in enumerate("abcd")]
    picks = (Pick("a", "must", "Ask **why**"), Pick("b", "want"), Pick("c", "maybe"))
    found = page(*sessions, picks=picks)
    assert found.said("span") == ["★ must", "● want", "○ maybe"]
    assert ("p", "★ must · ● want · ○ maybe") in found.texts
    assert ("p", "My note") in found.texts
    assert found.said("strong") == ["why"]


def test_a_clash_is_a_sentence_that_leads_to_the_other() -> None:
    found = page(make_session("a"), make_session("b", "10:00"), picks=(Pick("a"), Pick("b")))
    assert found.said("a") == ["Title of b", "Title of a"]
    assert found.values("href") == ["#session-b", "#session-a"]
    assert ("p", "by 15 min") in found.texts
    assert page(make_session("a"), make_session("b", "10:00"), picks=(Pick("a"),)).said("a") == []


def test_days_are_listed_where_there_are_several() -> None:
    one, two, none = (
        make_session("a"),
        make_session("b", "2019-04-03 10:00"),
        make_session("c", None),
    )
    found = page(two, none, one)
    days = ["Tuesday 2 April 2019", "Wednesday 3 April 2019", "No time yet"]
    assert found.said("a") == found.said("h2") == days
    assert found.values("href") == ["#day-2019-04-02", "#day-2019-04-03", "#no-time"]
    assert "nav" not in {tag for tag, _ in page(one).elements}
    harmless(found)


def test_picks_that_left_the_programme_stay_with_their_note() -> None:
    pick = Pick("x", "must", "keep <b>", title="Gone & past", start="2019-04-02T09:30:00+02:00")
    found = page(make_session(), missing=(pick,))
    assert found.said("h2")[-1] == "No longer in the programme"
    assert found.said("h3")[-1] == "Gone & past"
    assert ("p", "2019-04-02 09:30") in found.texts
    assert ("p", "keep <b>") in found.texts


def test_what_will_not_take_place_says_so() -> None:
    found = page(make_session(status="cancelled"))
    assert ("p", "cancelled") in found.texts
    assert "off" in found.values("class")


def test_anchors_are_of_one_session_each() -> None:
    found = page(*(make_session(each) for each in ("a b", "a-b", "A B")))
    harmless(found)
    assert len([each for each in found.values("id") if each and each.startswith("session")]) == 3


def test_the_page_tells_the_browser_to_fetch_and_run_nothing() -> None:
    text = html(make_session())
    assert "content=\"default-src 'none'; style-src 'unsafe-inline'\"" in text
    assert not re.search(r"url\(|@import|https?://", text)
    for query in ("prefers-color-scheme: dark", "@media print", "max-width: 36rem"):
        assert query in text


@pytest.mark.parametrize("attack", [*ATTACKS, HOSTILE])
def test_nothing_foreign_becomes_markup(attack: str) -> None:
    session = full_session(
        title=attack,
        subtitle=attack,
        code=attack,
        room=attack,
        abstract=attack,
        tracks=(attack,),
        language=attack,
        status=attack,
        speakers=(Speaker(attack, attack, attack),),
        links=(Link(attack, attack), Link(attack, f"https://example.org/{attack}")),
    )
    event = Event("demo", attack, "Europe/Paris", attack, f"https://example.org/{attack}", attack)
    text = html(
        session,
        catalogue=make_catalogue(session, event=event),
        picks=(Pick("full", attack, attack),),
        missing=(Pick("x", attack, attack, title=attack, start=attack),),
    )
    harmless(Page(text))
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202e\ud800-\udfff]", text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(catalogues())
def test_any_catalogue_is_a_whole_page(catalogue: Catalogue) -> None:
    picks = tuple(Pick(session.id, note=session.title) for session in catalogue.sessions)
    found = page(*catalogue.sessions, catalogue=catalogue, picks=picks)
    harmless(found)
    assert [tag for tag, _ in found.elements].count("article") == len(catalogue.sessions)


@given(st.lists(st.sampled_from(ATTACKS) | st.text("<>&\"'[](){}*_`#|!-\n ax:/", max_size=20)))
def test_prose_is_harmless_whatever_it_says(parts: list[str]) -> None:
    harmless(Page(prose("\n".join(parts))))


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        ("# A\n\nb", '<p class="heading">A</p>\n<p>b</p>'),
        ("[a](https://x.org/?a=1&b=2)", '<p><a href="https://x.org/?a=1&amp;b=2">a</a></p>'),
        ("[a](ftp://x.org)", "<p>[a](ftp://x.org)</p>"),
        ("![a](https://x.org/i.png)", '<p>!<a href="https://x.org/i.png">a</a></p>'),
        ("List<int> <b>x</b>", "<p>List&lt;int&gt; &lt;b&gt;x&lt;/b&gt;</p>"),
        ("~~a~~", "<p><s>a</s></p>"),
        ("a\n\n---", "<p>a</p>\n<hr>"),
        ("\x1b[31mred", "<p>red</p>"),
    ],
)
def test_prose(markdown: str, expected: str) -> None:
    assert prose(markdown) == expected

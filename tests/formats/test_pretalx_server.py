"""An event on a pretalx server, had from any of its addresses."""

from collections.abc import Mapping

import pytest

from summit_tui.formats import pretalx_server
from summit_tui.formats.readers.draft import Hints
from summit_tui.formats.sources import SourceError, arrive, origin_of
from tests.formats.readers.pretalx_documents import EVENT, as_json, slot, submission
from tests.formats.readers.pretalx_documents import page as listed
from tests.formats.web.serving import Answer, Site, page, serving

API = "/api/events/vacuum24/"
EXPANDED = (
    f"{API}slots/?expand=room,submission.speakers,submission.track,submission.submission_type,"
    "submission.resources&page_size=50"
)
HTML = b"<!DOCTYPE html><html><meta name='generator' content='pretalx'></html>"
FIRST = slot(submission=submission(code="FIRST1", title="First"))
SECOND = slot(id=71, submission=submission(code="SECND2", title="Second"))


def asked(pages: Mapping[str, Answer], path: str) -> tuple[list[str], list[str]]:
    """Return the titles that importing `path` of a server with `pages` gives, and what it asked."""
    with serving(pages) as site:
        arrived = arrive(origin_of(site.url(path), Hints(), allow_private=True))
        titles = [one.title for one in arrived.imported.catalogue.sessions]
        return titles, [target for target, _ in site.asked]


def answering(value: object) -> Answer:
    return page(as_json(value), content_type="application/json")


SERVER: dict[str, Answer] = {
    API: answering(EVENT),
    EXPANDED: answering(listed(FIRST, SECOND)),
    "/vacuum24/": page(HTML, content_type="text/html"),
    "/vacuum24/schedule/": page("\n┌──\n│ First\n".encode(), content_type="text/plain"),
}


@pytest.mark.parametrize("path", ["/vacuum24/", "/vacuum24/schedule/", API, f"{API}?lang=en"])
def test_the_event_is_had_from_any_of_its_addresses(path: str) -> None:
    titles, targets = asked(SERVER | {f"{API}?lang=en": answering(EVENT)}, path)
    assert titles == ["First", "Second"]
    assert {API, EXPANDED} <= set(targets)


def test_pages_are_turned() -> None:
    def first(handler: object) -> None:
        host = handler.headers["Host"]  # type: ignore[attr-defined]
        answering(listed(FIRST, after=f"http://{host}{API}slots/?page=2"))(handler)  # type: ignore[arg-type]

    pages = SERVER | {EXPANDED: first, f"{API}slots/?page=2": answering(listed(SECOND))}
    assert asked(pages, "/vacuum24/")[0] == ["First", "Second"]


def test_an_older_server_has_other_lists() -> None:
    pages = {key: value for key, value in SERVER.items() if key != EXPANDED}
    talks = listed(submission(code="FIRST1", title="First", slot=FIRST | {"submission": None}))
    titles, targets = asked(pages | {f"{API}talks/?limit=50": answering(talks)}, "/vacuum24/")
    assert titles == ["First"]
    assert targets.index(EXPANDED) < targets.index(f"{API}talks/?limit=50")


def refusal(pages: Mapping[str, Answer], path: str) -> str:
    def told(site: Site) -> str:
        with pytest.raises(SourceError) as caught:
            arrive(origin_of(site.url(path), Hints(), allow_private=True))
        return str(caught.value)

    with serving(pages) as site:
        return told(site)


def test_a_server_without_lists_is_refused_with_the_address() -> None:
    pages = {key: value for key, value in SERVER.items() if key != EXPANDED}
    assert f"{API}submissions/?…: answered 404" in refusal(pages, "/vacuum24/")


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/vacuum24/", b"<html>a page like any other</html>"),
        ("/vacuum24/schedule/", b"words, words"),
        ("/other/schedule/", "│ drawn by another".encode()),
    ],
)
def test_other_pages_are_what_they_were(path: str, body: bytes) -> None:
    assert "is no programme" in refusal(SERVER | {path: page(body)}, path)


def test_a_list_without_end_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pretalx_server, "MOST_PAGES", 3)

    def turning(handler: object) -> None:
        number = turning.__dict__["number"] = turning.__dict__.get("number", 1) + 1
        host = handler.headers["Host"]  # type: ignore[attr-defined]
        after = f"http://{host}{API}slots/?page={number}"
        answering(listed(FIRST, after=after))(handler)  # type: ignore[arg-type]

    pages: dict[str, Answer] = {"/vacuum24/": SERVER["/vacuum24/"], API: SERVER[API], "*": turning}
    assert "the list goes on after 3 pages" in refusal(pages, "/vacuum24/")

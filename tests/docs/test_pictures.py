"""The pictures in the docs are what the application draws today."""

import re

import pytest

from summit_tui.catalogue import library
from summit_tui.catalogue.reading import load
from tests.docs.examples import ROOT
from tests.docs.make import DOCS
from tests.docs.screenshots import PICKS, TEAM, drawn

_SHOWN = re.compile(r"!\[[^]]+\]\((?:docs/)?(\w+\.svg)\)")


@pytest.mark.usefixtures("in_paris")
async def test_every_picture_is_current() -> None:
    pictures = await drawn()
    assert {path.name for path in DOCS.glob("*.svg")} == set(pictures)
    for name, picture in pictures.items():
        assert (DOCS / name).read_text(encoding="utf-8") == picture, f"{name}: run `make docs`"


def test_what_they_show_is_of_the_sample() -> None:
    ids = {session.id for session in load(library.shipped()).sessions}
    assert {*PICKS, *(each for picks in TEAM.values() for each in picks)} <= ids


def test_every_picture_is_looked_at_somewhere() -> None:
    pages = [ROOT / "README.md", *DOCS.glob("*.md")]
    shown = {name for page in pages for name in _SHOWN.findall(page.read_text(encoding="utf-8"))}
    assert shown == {path.name for path in DOCS.glob("*.svg")}

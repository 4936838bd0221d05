"""The HTML page before html-validate: structure, accessibility, and what the standard forbids."""

import json
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from summit_tui.agenda.model import Agenda, Pick
from summit_tui.agenda.report import report_on
from summit_tui.catalogue.demo import generate
from summit_tui.catalogue.model import Catalogue, Event, Link
from summit_tui.catalogue.reading import load
from summit_tui.formats.reports.page import report_page
from summit_tui.formats.reports.trip import trip_report
from summit_tui.formats.table import render
from tests.factories import at, make_catalogue, make_session
from tests.formats.exports import HOSTILE, full_catalogue, full_session, make_export, nasty_sessions
from tests.formats.writers.test_as_html import ATTACKS
from tests.judges.installed import ROOT, judge, node_package

pytestmark = pytest.mark.judge


def hostile() -> Catalogue:
    """Return what attacks the page in every text."""
    sessions = [
        full_session(f"h{n}", title=attack, abstract=attack, links=(Link(attack, "https://x.org"),))
        for n, attack in enumerate((*ATTACKS, HOSTILE))
    ]
    return make_catalogue(*sessions, event=Event("demo", ATTACKS[3], note="\n\n".join(ATTACKS)))


CASES: dict[str, Callable[[], Catalogue]] = {
    "nasty": lambda: make_catalogue(*nasty_sessions()),
    "full": lambda: full_catalogue(full_session(), full_session("twin")),
    "hostile": hostile,
    "shipped": lambda: load(ROOT / "sessions.yaml"),
    "demo": lambda: generate(300, first_day=date(2026, 10, 24)),
}


def complaints(text: bytes, folder: Path) -> str:
    """Return what html-validate has to say against a page."""
    config = folder / "config.json"
    # A title of an event may be long; the page is not for search engines.
    rules = {"long-title": "off"}
    config.write_text(
        json.dumps({"root": True, "extends": ["html-validate:recommended"], "rules": rules})
    )
    path = folder / "page.html"
    path.write_bytes(text)
    program = node_package("html-validate") / "bin" / "html-validate.mjs"
    command = (judge("node"), program, "--config", config, path)
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_wrong_with_it(name: str, tmp_path: Path) -> None:
    catalogue = CASES[name]()
    picks = tuple(Pick(session.id, note="Ask *why* <b>") for session in catalogue.sessions)
    export = make_export(
        *catalogue.sessions, catalogue=catalogue, picks=picks, missing=(Pick("gone", "must", "x"),)
    )
    assert complaints(render("html", export), tmp_path) == ""


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_wrong_with_a_report(name: str, tmp_path: Path) -> None:
    catalogue = CASES[name]()
    picks = {
        one.id: Pick(one.id, note="# Ask *why* <b>", attended=True) for one in catalogue.sessions
    }
    report = report_on(Agenda(catalogue.event.id, picks), catalogue, at("2030-01-01 10:00"))
    page = report_page(trip_report(report, "What *I* <saw>"), "What *I* <saw>")
    assert complaints(page.encode(), tmp_path) == ""


@pytest.mark.parametrize(
    ("part", "other"),
    [
        (b"</article>", b""),
        (b'<html lang="en">', b"<html>"),
        (b"<h3>", b"<h5>"),
        (b'id="day-2019-04-02"', b'id="session-s1"'),
    ],
)
def test_what_is_wrong_is_found(part: bytes, other: bytes, tmp_path: Path) -> None:
    text = render("html", make_export(make_session()))
    assert part in text
    assert complaints(text.replace(part, other), tmp_path) != ""

"""What a person always wants counted."""

from datetime import time
from pathlib import Path

import pytest

from summit_tui.agenda.planning.days import LunchTime
from summit_tui.agenda.settings import read_settings
from summit_tui.catalogue.model import Walk
from summit_tui.catalogue.places import config_folder


def given(text: str | bytes) -> Path:
    path = config_folder() / "settings.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_without_a_file_nothing_is_set() -> None:
    settings = read_settings()
    assert (dict(settings.values), settings.wrong, settings.get("busy")) == ({}, (), ())


def test_what_is_said_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ada")
    given('{"busy": "~/c.ics", "walk": [5, "Amber,Slate=6"]}')
    settings = read_settings()
    assert settings.wrong == ()
    assert settings.get("busy") == (Path("/home/ada/c.ics"),)
    assert settings.get("walk") == (Walk((), 5), Walk(("Amber", "Slate"), 6))


def test_what_a_day_is_like() -> None:
    given('{"lunch": "12:00-14:00/45", "day_start": "9h", "day_end": "18:00"}')
    settings = read_settings()
    assert settings.get("lunch") == LunchTime(time(12), time(14), 45)
    assert (settings.get("day_start"), settings.get("day_end")) == (time(9), time(18))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "this is not JSON"),
        ("[1]", 'write {"walk": 5}'),
        (b"\xff", "this is not UTF-8"),
        ('{"walks": 5}', "'walks': did you mean walk?"),
        ('{"colours": 5, "walk": 5}', "'colours': there are busy, walk, lunch, day_start, day_end"),
        ('{"lunch": "noon"}', "'lunch': 'noon' is no time for lunch; write 12:00-14:00/45"),
        ('{"lunch": ["12-14"]}', "'lunch': write one text"),
        ('{"day_end": "late"}', "'day_end': 'late'"),
        ('{"day_end": "9:00", "day_start": "18:00"}', "'day_end': it is not after 'day_start'"),
        ('{"walk": "soon"}', "'walk': 'soon' is no walking time"),
        ('{"busy": {"a": 1}}', "'busy': write a text, or a list of texts"),
        ('{"busy": [true]}', "'busy': write a text, or a list of texts"),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_counts(text: str | bytes, said: str) -> None:
    path = given(text)
    settings = read_settings()
    (told,) = settings.wrong
    assert told.startswith(f"{path}: ")
    assert said in told
    assert ("walk" in settings.values) == (isinstance(text, str) and '"walk": 5' in text)

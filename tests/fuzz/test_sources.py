import pytest

from summit_tui.formats.readers.draft import NotAProgramme
from tests.fuzz import sources, taking
from tests.fuzz.damaging import damaged
from tests.fuzz.originals import Original, originals
from tests.fuzz.taking import take


@pytest.fixture(scope="module")
def sound() -> list[Original]:
    return originals(whole=False)


def test_damaged_programmes_become_catalogues_or_are_refused(sound: list[Original]) -> None:
    report = sources.run(1, range(400), sound)
    assert report.faults == []
    assert {"catalogue", "refusal"} == report.outcomes.keys()


def test_a_number_makes_its_source_again(sound: list[Original]) -> None:
    made = [damaged(1, number, sound) for number in range(150)]
    assert made == [damaged(1, number, sound) for number in range(150)]
    assert len({one.data for one in made}) > 140
    kinds = {kind for one in made for kind in one.how.split(", ")}
    assert {"bytes", "lines", "encoding", "values", "elements", "properties", "cells"} <= kinds


def test_sound_programmes_are_taken_in(sound: list[Original]) -> None:
    outcomes = {one.name: take(one.data).outcome for one in sound if one.name.startswith("small")}
    assert set(outcomes.values()) == {"catalogue"}


def _breaks(*_: object) -> None:
    raise KeyError("broken")


def _refuses(reason: str) -> object:
    def refuse(*_: object) -> None:
        raise NotAProgramme(reason)

    return refuse


def _hangs(*_: object) -> None:
    while True:
        pass


def test_another_exception_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "take_in", _breaks)
    assert take(b"").fault
    assert "broken" in take(b"").outcome


@pytest.mark.parametrize("reason", ["", "a\x1b[2Jb", "two\nlines", "x" * 3_000])
def test_an_unfit_refusal_is_a_fault(monkeypatch: pytest.MonkeyPatch, reason: str) -> None:
    monkeypatch.setattr(taking, "take_in", _refuses(reason))
    assert take(b"").fault


def test_what_hangs_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "take_in", _hangs)
    monkeypatch.setattr(taking, "MOST_SECONDS", 0.05)
    assert "Hangs" in take(b"").outcome


def test_what_is_bad_ends_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sources, "originals", lambda: originals(whole=False)[:3])
    monkeypatch.setattr(sources, "SECONDS_PER_MB", 1_000.0)
    assert sources.main(["--count", "5"]) == 0
    monkeypatch.setattr(sources, "SECONDS_PER_MB", -1.0)  # all are slow, however quick
    assert sources.main(["--count", "5"]) == 1
    assert "s for each MB\n" in capsys.readouterr().out
    monkeypatch.setattr(sources, "SECONDS_PER_MB", 1_000.0)
    monkeypatch.setattr(sources, "_grown", iter(range(0, 9_999_999, 1)).__next__)
    monkeypatch.setattr(sources, "MEMORY_ANYWAY", 0)
    monkeypatch.setattr(sources, "MEMORY", 0)
    assert sources.main(["--count", "5"]) == 1
    assert "MB needed" in capsys.readouterr().out
    monkeypatch.setattr(taking, "take_in", _breaks)
    assert sources.main(["--count", "5"]) == 1
    assert "fault\n" in capsys.readouterr().out

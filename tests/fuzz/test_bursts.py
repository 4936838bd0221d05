"""A few walks, and that one which ends elsewhere is told."""

from contextlib import nullcontext

import pytest

from summit_tui.tui.turns import Turns
from tests.fuzz import bursts


@pytest.mark.parametrize("number", range(8))
async def test_keys_at_once_end_where_the_same_keys_end_slowly(number: int) -> None:
    keys, slowly, at_once = await bursts.walked(3, number)
    assert at_once == slowly, " ".join(keys)


async def test_keys_that_do_not_wait_end_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bursts, "keys_of", lambda *_: ["j", "enter", "j", "j"])
    monkeypatch.setattr(Turns, "hold", lambda *_: False)
    _, slowly, at_once = await bursts.walked(3, 2)
    assert at_once != slowly


def test_what_ends_elsewhere_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here, there = bursts.End(False, (), ()), bursts.End(True, (), ())

    async def walked(_: int, number: int) -> tuple[list[str], bursts.End, bursts.End]:
        return ["j"], here, there if number == 1 else here

    monkeypatch.setattr(bursts, "walked", walked)
    monkeypatch.setattr(bursts, "out_of_reach", nullcontext)
    assert bursts.main(["--count", "3"]) == 1
    assert "3 walks, 1 ended elsewhere" in capsys.readouterr().out
    assert bursts.main(["--walk", "2"]) == 0

"""How little is laid out and painted for a key; `tests.bench` says how long it takes."""

from pathlib import Path

from tests.tui.harness import listed, press, programme_screen, running


async def test_a_list_is_there_before_the_letter_is_painted(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "slash")
        programme_screen(app).line.box.insert_text_at_cursor("lambda")
        assert listed(app) == ["lambda"]

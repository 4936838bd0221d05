"""How whole screens look, each at the three sizes. `pytest --snapshot-update` accepts a change.

The terminal is made smaller twice while a screen is shown, so that the pictures say as well what a
resize makes of it; that one opened at the size looks the same is `test_resizing`'s business.
"""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tests.tui.harness import SIZES, WIDE, settle
from tests.tui.looks.picture import picture
from tests.tui.looks.scenery import kites
from tests.tui.looks.scenes import SCENES, Scene, go


class TextFile(SingleFileSnapshotExtension):
    """A file of its own for each scene."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_a_screen_looks_as_it_did(
    scene: Scene,
    tmp_path: Path,
    here: Path,
    snapshot: SnapshotAssertion,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in scene.environment:
        monkeypatch.setenv(name, value)
    drawn = []
    async with kites(tmp_path, size=WIDE, **scene.given) as (app, pilot):
        await go(pilot, scene)
        for width, height in SIZES:
            await pilot.resize_terminal(width, height)
            await settle(pilot)
            drawn.append(f"{width} x {height}\n{picture(app)}")
    assert "\n".join(drawn) == snapshot(extension_class=TextFile)

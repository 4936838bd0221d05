"""Draw the scenes for people: `python -m tests.tui.looks FOLDER [SCENE…]` writes SVGs.

One for each scene and size, in a home of its own: nothing of the developer's is in them.
"""

import argparse
import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.tui.harness import SIZES
from tests.tui.looks.scenery import kites
from tests.tui.looks.scenes import SCENES, Scene, go


@contextmanager
def _home(scene: Scene) -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        names = ("DATA", "CONFIG", "CACHE", "STATE")
        os.environ.pop("NO_COLOR", None)
        os.environ.update({f"XDG_{name}_HOME": f"{folder}/{name}" for name in names})
        os.environ.update(TEXTUAL_ANIMATIONS="none", **dict(scene.environment))
        os.chdir(folder)
        yield Path(folder)
        os.chdir("/")


async def draw(scene: Scene, size: tuple[int, int], into: Path) -> None:
    """Write the picture of a scene at a size."""
    with _home(scene) as home:
        async with kites(home, size=size, **scene.given) as (app, pilot):
            await go(pilot, scene)
            drawn = app.export_screenshot()
    (into / f"{scene.name}-{size[0]}.svg").write_text(drawn, encoding="utf-8")


def main() -> None:
    """Draw all scenes, or those named."""
    parser = argparse.ArgumentParser(prog="python -m tests.tui.looks", description=__doc__)
    parser.add_argument("folder", type=Path, help="where to")
    parser.add_argument("scenes", nargs="*", metavar="SCENE", help="all of them unless named")
    given = parser.parse_args()
    into = given.folder.resolve()
    into.mkdir(parents=True, exist_ok=True)
    for scene in SCENES:
        for size in SIZES if not given.scenes or scene.name in given.scenes else ():
            asyncio.run(draw(scene, size, into))


if __name__ == "__main__":
    main()

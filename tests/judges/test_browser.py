"""`summit serve` before Chromium: the page is painted, takes keys, and needs no network."""

from pathlib import Path

import pytest

from tests.cli.programmes import programme
from tests.judges.chromium import browsing
from tests.pty.served import serving

pytestmark = pytest.mark.judge

COLOURS = """
new Promise(done => requestAnimationFrame(() => {
  const seen = new Set();
  for (const drawn of document.querySelectorAll(".xterm-screen canvas")) {
    const copy = document.createElement("canvas");
    [copy.width, copy.height] = [drawn.width, drawn.height];
    const on = copy.getContext("2d");
    on.drawImage(drawn, 0, 0);
    new Uint32Array(on.getImageData(0, 0, copy.width, copy.height).data.buffer)
      .forEach(colour => seen.add(colour));
  }
  done(seen.size);
}))
"""
"""How many colours the terminal shows: very few where nothing was written on it."""


async def test_the_application_is_painted_and_takes_keys(tmp_path: Path) -> None:
    programme(tmp_path)
    with serving(cwd=tmp_path) as (_, address):
        async with browsing(tmp_path / "browser") as page:
            await page.go(address)
            await page.receives("Opening keynote")
            await page.press("A")
            await page.receives("Nothing picked yet")
            assert "-first-byte" in await page.says("document.body.className")
            assert await page.says(COLOURS) > 50
            assert await page.says("document.fonts.check('16px \"Roboto Mono\"')")
            assert page.complaints == []
            await page.press("q")
            await page.is_left()
            assert "Open it again" in await page.says("document.body.innerText")
    assert all(each.startswith((address, "data:", "about:")) for each in page.addresses)
    assert f"{address}page.css" in page.addresses

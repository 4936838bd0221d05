"""One page and the process of its own that draws on it, from the page's coming to its going.

The process ends when its page does, by itself (its input ends) or by force; the page is told when
the process ends. What it says on standard error is the server's.
"""

import asyncio
import json
import os
from collections.abc import Sequence
from contextlib import suppress

from aiohttp import WSMsgType
from aiohttp.web import WebSocketResponse

from summit_tui.tui.web.packets import from_page

DRIVER = "summit_tui.tui.web.driver:PageDriver"
_BEGINS = b"__GANGLION__\n"
"""The line with which Textual's web driver begins."""
_PATIENCE_SECONDS = 10.0
"""So long a process may take to write what was asked for, and end."""


async def carry(command: Sequence[str], page: WebSocketResponse, size: tuple[int, int]) -> None:
    """Run `command` for `page` at `size` (columns, lines) until one of the two ends."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *command, stdin=pipe, stdout=pipe, env=_environment(size)
    )
    assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018  pipes
    drawing = asyncio.create_task(_draw(process.stdout, page))
    try:
        await _pass_on(page, process.stdin)
    finally:
        process.stdin.close()
        try:
            await asyncio.wait_for(process.wait(), _PATIENCE_SECONDS)
        except TimeoutError:
            process.kill()
        await drawing


def _environment(size: tuple[int, int]) -> dict[str, str]:
    columns, lines = map(str, size)
    terminal = {"TERM": "xterm-256color", "TEXTUAL_COLOR_SYSTEM": "truecolor"}
    return os.environ | terminal | {"TEXTUAL_DRIVER": DRIVER, "COLUMNS": columns, "ROWS": lines}


async def _pass_on(page: WebSocketResponse, keys: asyncio.StreamWriter) -> None:
    """Hand what is typed on the page to the process, until there is no more of either."""
    with suppress(ConnectionError):
        async for message in page:
            if message.type == WSMsgType.TEXT:
                keys.write(from_page(message.data))
                await keys.drain()


async def _draw(drawn: asyncio.StreamReader, page: WebSocketResponse) -> None:
    """Hand what the process draws to the page until it ends; nobody waits for a page that went."""
    with suppress(asyncio.IncompleteReadError):
        await drawn.readuntil(_BEGINS)
        while True:
            head = await drawn.readexactly(5)
            payload = await drawn.readexactly(int.from_bytes(head[1:], "big"))
            with suppress(ConnectionError):
                await _show(page, head[:1], payload)
    await page.close()


async def _show(page: WebSocketResponse, kind: bytes, payload: bytes) -> None:
    if kind == b"D":
        await page.send_bytes(payload)
        return
    said = json.loads(payload) if kind == b"M" else {}
    if said.get("type") == "open_url":
        link = {"url": said["url"], "new_tab": said["new_tab"]}
        await page.send_str(json.dumps(["open_url", link]))

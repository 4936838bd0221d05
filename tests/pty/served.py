"""`summit serve` as a process, and the pages that visit it."""

import asyncio
import os
import select
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from tests.pty.summit import SUMMIT, environment
from tests.pty.terminal import PATIENCE


@contextmanager
def serving(*arguments: str, cwd: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Give the server and the address that it says; it does not outlive the block."""
    command = [str(SUMMIT), *arguments, "serve", "--port", "0"]
    with subprocess.Popen(
        command, cwd=cwd, env=environment(), stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stdout is not None
            yield server, server.stdout.readline().strip()
        finally:
            server.kill()


@asynccontextmanager
async def visiting(address: str, **headers: str) -> AsyncIterator[ClientWebSocketResponse]:
    """Give the connection of a page, as the page of the server makes it."""
    async with (
        ClientSession(headers=headers) as session,
        session.ws_connect(f"{address}ws?width=100&height=30") as page,
    ):
        yield page


async def seen(page: ClientWebSocketResponse, text: str) -> bool:
    """Return, as soon as `text` has been drawn on the page, True; False when it ends before.

    TimeoutError when it is not drawn in the time that a busy machine needs.
    """
    drawn = b""
    async with asyncio.timeout(PATIENCE):
        while text.encode() not in drawn:
            message = await page.receive()
            if message.type != WSMsgType.BINARY:
                return False
            drawn += message.data
    return True


def children(process: subprocess.Popen[str]) -> list[int]:
    """Return descriptors that become readable as the children of a process end."""
    found = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [os.pidfd_open(int(number)) for number in found]


def all_end(watched: list[int]) -> bool:
    """Return whether all of the processes end in the time that a busy machine needs."""
    ended = [bool(select.select([each], [], [], PATIENCE)[0]) for each in watched]
    for each in watched:
        os.close(each)
    return bool(ended) and all(ended)

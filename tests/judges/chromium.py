"""Chromium without a window, spoken to in its DevTools protocol."""

import asyncio
import base64
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse

from tests.judges.installed import judge

_FLAGS = (
    "--headless",
    "--no-sandbox",  # it may be root's
    "--remote-debugging-port=0",
    "--window-size=1200,700",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",  # there is no network
)


class Page:
    """One page of the browser."""

    def __init__(self, connection: ClientWebSocketResponse) -> None:
        self._connection = connection
        self._asked = 0
        self.addresses: list[str] = []
        """What was loaded so far."""
        self.complaints: list[str] = []
        """What the browser had to say against the page."""
        self._drawn = b""

    async def ask(self, method: str, **parameters: Any) -> Any:
        """Return the answer to a method of the protocol."""
        self._asked += 1
        await self._connection.send_json(
            {"id": self._asked, "method": method, "params": parameters}
        )
        while (told := await self._told()).get("id") != self._asked:
            pass
        return told["result"]

    async def go(self, address: str) -> None:
        """Open `address`, and watch what it does."""
        for domain in ("Network", "Page", "Runtime", "Log"):
            await self.ask(f"{domain}.enable")
        await self.ask("Page.navigate", url=address)

    async def press(self, key: str) -> None:
        """Press a key that is a letter."""
        self._drawn = b""
        await self.ask("Input.dispatchKeyEvent", type="keyDown", text=key, key=key)
        await self.ask("Input.dispatchKeyEvent", type="keyUp", key=key)

    async def receives(self, text: str) -> None:
        """Wait until `text` has come for the terminal."""
        while text.encode() not in self._drawn:
            await self._told()

    async def is_left(self) -> None:
        """Wait until the terminal has lost its process."""
        while (await self._told()).get("method") != "Network.webSocketClosed":
            pass

    async def says(self, script: str) -> Any:
        """Return what a script on the page comes to."""
        answer = await self.ask("Runtime.evaluate", expression=script, awaitPromise=True)
        return answer["result"].get("value")

    async def _told(self) -> Any:
        told = await self._connection.receive_json(timeout=60)
        what, about = told.get("method"), told.get("params", {})
        if what == "Network.requestWillBeSent":
            self.addresses.append(about["request"]["url"])
        elif what == "Network.webSocketFrameReceived" and about["response"]["opcode"] == 2:
            self._drawn += base64.b64decode(about["response"]["payloadData"])
        elif what == "Runtime.exceptionThrown":
            self.complaints.append(str(about["exceptionDetails"]))
        elif what == "Log.entryAdded" and about["entry"]["level"] == "error":
            self.complaints.append(about["entry"]["text"])
        return told


@asynccontextmanager
async def browsing(folder: Path) -> AsyncIterator[Page]:
    """Give an empty page of a browser that keeps its things in `folder`."""
    command = (judge("chromium"), *_FLAGS, f"--user-data-dir={folder}", "about:blank")
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as browser:
        try:
            port = await _port(folder / "DevToolsActivePort", browser)
            async with ClientSession() as session:
                async with session.get(f"http://127.0.0.1:{port}/json/list") as answer:
                    page = next(each for each in await answer.json() if each["type"] == "page")
                debugger = page["webSocketDebuggerUrl"]
                async with session.ws_connect(debugger, max_msg_size=0) as connection:
                    yield Page(connection)
        finally:
            browser.terminate()


async def _port(file: Path, browser: subprocess.Popen[bytes]) -> str:
    """Return the port of the browser as soon as it says it: in a file, whole from the first."""
    async with asyncio.timeout(60):
        while not file.exists():
            assert browser.poll() is None, "the browser does not start"
            await asyncio.sleep(0)
    return file.read_text().split()[0]

"""The server behind `summit serve`: one page, what it needs, and a process for each visit.

Everything the page loads is here: textual-serve has the terminal and its font, the page around it
is ours. A page of any other site is refused: a browser lets every site speak to this machine, and
the application writes files. Only this module and `visit` know aiohttp.
"""

import asyncio
import html
import ipaddress
import signal
import socket
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import textual_serve
from aiohttp import WSCloseCode, web

from summit_tui.tui.web.packets import size_asked
from summit_tui.tui.web.visit import carry

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_HERE = Path(__file__).parent
_TERMINAL = Path(textual_serve.__path__[0]) / "static"
_TYPES = {"page.css": "text/css", "page.js": "text/javascript"}
_POLICY = "; ".join(
    (
        "default-src 'self'",
        "style-src 'self' 'unsafe-inline'",  # the terminal sets the sizes of its cells
        "img-src 'self' data:",
        "connect-src 'self' ws://{host} wss://{host}",
        "frame-ancestors 'none'",
    )
)
_MOST_SENT = 1 << 20
"""So many bytes one message of a page may have: a paste."""


def is_loopback(host: str) -> bool:
    """Return whether only this machine reaches `host`."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def is_own(host: str, origin: str | None, *, anybody: bool) -> bool:
    """Return whether a request to `host` (its header) comes from our own page, or from no page.

    Unless `anybody` may come, the name must be one of this machine's: any other was made to lead
    here.
    """
    if origin is not None and urlsplit(origin).netloc != host:
        return False
    return anybody or is_loopback(urlsplit(f"//{host}").hostname or "")


def address(host: str, port: int) -> str:
    """Return where a browser finds the server that listens on `host`."""
    if host in ("0.0.0.0", "::"):  # noqa: S104  every address of this machine; its name leads there
        host = socket.gethostname()
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


class Server:
    """Serves the application of `command`, called `title`, to this machine or to `anybody`."""

    def __init__(self, command: Sequence[str], title: str, *, anybody: bool) -> None:
        self._command = command
        self._page = (_HERE / "page.html").read_text("utf-8").replace("{title}", html.escape(title))
        self._anybody = anybody
        self._visits: set[web.WebSocketResponse] = set()

    def application(self) -> web.Application:
        """Return the routes, all of them guarded."""
        made = web.Application(middlewares=[self._guard])
        made.router.add_get("/", self._index)
        made.router.add_get("/ws", self._visit)
        for name in _TYPES:
            made.router.add_get(f"/{name}", self._part)
        made.router.add_static("/static", _TERMINAL)
        made.on_shutdown.append(self._part_from_all)
        return made

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        if not is_own(request.host, origin, anybody=self._anybody):
            raise web.HTTPForbidden(text="this is for the page of summit serve only\n")
        return await handler(request)

    async def _index(self, request: web.Request) -> web.Response:
        headers = {"Content-Security-Policy": _POLICY.format(host=request.host)}
        return web.Response(text=self._page, content_type="text/html", headers=headers)

    async def _part(self, request: web.Request) -> web.Response:
        name = request.path.lstrip("/")
        return web.Response(text=(_HERE / name).read_text("utf-8"), content_type=_TYPES[name])

    async def _visit(self, request: web.Request) -> web.WebSocketResponse:
        page = web.WebSocketResponse(heartbeat=15, max_msg_size=_MOST_SENT)
        await page.prepare(request)
        self._visits.add(page)
        try:
            await carry(self._command, page, size_asked(request.query))
        finally:
            self._visits.discard(page)
        return page

    async def _part_from_all(self, _: web.Application) -> None:
        for page in tuple(self._visits):
            await page.close(code=WSCloseCode.GOING_AWAY)


async def serve(server: Server, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve on `host` and `port` (0: any free one) until interrupted or asked to end.

    `ready` is told the address. OSError where nobody may or can listen there. All visits are over
    when this returns.
    """
    over = asyncio.Event()
    with suppress(NotImplementedError):  # Windows interrupts the loop itself
        for ending in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(ending, over.set)
    runner = web.AppRunner(server.application(), access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        ready(address(host, runner.addresses[0][1]))
        await over.wait()
    finally:
        await runner.cleanup()

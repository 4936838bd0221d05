"""The proxy that the system names, where it names one: a network that has one lets nobody past it.

`http_proxy`, `https_proxy`, `all_proxy` and `no_proxy`, or the settings of macOS and Windows. Only
proxies that are themselves spoken to by plain HTTP.
"""

from base64 import b64encode
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from summit_tui.formats.web import reach
from summit_tui.formats.web.address import Address
from summit_tui.formats.web.errors import FetchError

_PORT = 80


@dataclass(frozen=True, slots=True)
class Proxy:
    """A machine that asks for us."""

    host: str
    port: int
    headers: dict[str, str] = field(default_factory=dict)
    """What it wants to be told besides: who we are."""


def proxy_for(here: Address) -> Proxy | None:
    """Return the proxy that the system wants for `here`, None for the straight way.

    FetchError for a proxy of another sort.
    """
    from urllib.request import getproxies, proxy_bypass

    proxies = getproxies()
    named = proxies.get(here.scheme) or proxies.get("all")
    if not named or proxy_bypass(here.origin):
        return None
    try:
        return _read(named)
    except ValueError as error:
        what = f"the proxy for {here.scheme} is not of the sort http://host:port"
        mend = f"correct {here.scheme}_proxy or unset it"
        raise FetchError("unreachable", f"{what}: {mend}") from error


def _read(named: str) -> Proxy:
    parts = urlsplit(named if "://" in named else f"http://{named}")
    if parts.scheme != "http" or not parts.hostname:
        raise ValueError(named)
    headers = {}
    if parts.username is not None:
        login = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        headers["Proxy-Authorization"] = f"Basic {b64encode(login.encode()).decode()}"
    return Proxy(parts.hostname, parts.port or _PORT, headers)


def refuse_private(here: Address) -> None:
    """Refuse what is seen to be private without a look-up: behind a proxy that is the proxy's."""
    host = here.host.rstrip(".")
    if host == "localhost" or host.endswith(".localhost"):
        reach.refuse_private(here, ["127.0.0.1"])
    if number := reach.as_number(host):
        reach.refuse_private(here, [number])

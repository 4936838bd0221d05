"""The one place that opens addresses: http and https only, with the real host shown."""

from summit_tui.formats.web.address import real_host

__all__ = ["real_host", "shown_host"]


def shown_host(url: str) -> str:
    """Return the host for a list of links, or why it is not opened."""
    try:
        return real_host(url)
    except ValueError as error:
        return f"not opened: {error}"

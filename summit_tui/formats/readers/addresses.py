"""Addresses as foreign programmes give them, and what a link without a name is called."""

import re
from urllib.parse import urljoin, urlsplit

from summit_tui.catalogue.text import clean_line

_HTTP = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
_BARE = re.compile(r"(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:org|com|net|io|de|fr|eu)/)\S*", re.I)
_VIDEO_HOSTS = ("youtube.com", "youtu.be", "vimeo.com", "media.ccc.de", "peertube")
_SLIDES = (".pdf", ".ppt", ".pptx", ".odp", ".key")
_VIDEO = (".mp4", ".webm", ".ogv", ".ogg", ".avi", ".m3u8")


def address(text: str, base: str = "") -> str:
    """Return `text` as an http(s) address, relative ones below `base`; empty when it is none."""
    text = clean_line(text).replace(" ", "%20")
    if _HTTP.fullmatch(text):
        return text
    if _BARE.fullmatch(text):
        return f"https://{text}"
    relative = text and ":" not in text.split("/")[0] and ("/" in text or "." in text)
    if not (relative and _HTTP.fullmatch(base)):
        return ""
    try:
        found = urljoin(base, text)
    except ValueError:  # brackets that are no IPv6 address
        return ""
    return found if _HTTP.fullmatch(found) else ""


def link_name(url: str) -> str:
    """Return what a link without a name is called: slides, video, or the site."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "link"
    host, path = (parts.hostname or "").removeprefix("www."), parts.path.lower()
    if path.endswith(_SLIDES):
        return "slides"
    if path.endswith(_VIDEO) or any(each in host for each in _VIDEO_HOSTS):
        return "video"
    return clean_line(host) or "link"

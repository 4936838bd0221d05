"""XML of any make as JSON would have it, for the reader of programmes in ways of their own.

What repeats is a list; what has attributes or parts is a mapping; of an element with nothing but
text, the text. `<speakers><speaker/></speakers>` is a list, however few there are.
"""

from typing import Any
from xml.etree import ElementTree as ET

_TEXT = "name"
"""What the text of an element is called that has attributes too: `<room id="1">Amber</room>`."""
_FEEDS = frozenset(("rss", "feed", "rdf"))


def is_feed(root: ET.Element) -> bool:
    """Return whether it is news of a site, whose entries have titles, authors and dates too."""
    return _name(root).lower() in _FEEDS


def value(element: ET.Element) -> Any:
    """Return what an element says."""
    parts: dict[str, list[Any]] = {}
    for each in element:
        if name := _name(each):
            parts.setdefault(name, []).append(value(each))
    text = (element.text or "").strip()
    attributes = {_bare(name): said for name, said in element.attrib.items()}
    if not parts and not attributes:
        return text
    if not attributes and len(parts) == 1:
        ((name, found),) = parts.items()
        if _name(element) in (f"{name}s", f"{name}es", f"{name}list", f"{name}_list"):
            return found
    joined = {name: found if len(found) > 1 else found[0] for name, found in parts.items()}
    return {**attributes, **({_TEXT: text} if text else {}), **joined}


def _name(element: ET.Element) -> str:
    return _bare(element.tag) if isinstance(element.tag, str) else ""


def _bare(name: str) -> str:
    return name.rpartition("}")[2]

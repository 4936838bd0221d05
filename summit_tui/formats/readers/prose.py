"""Foreign prose as Markdown: HTML is converted, Markdown and plain text stay as they are.

HTML is what has tags that HTML has; `List<int>` and `<3` are text. It is first tidied here: only
known tags with their address, each closed, nested to a bounded depth. So the library that converts
sees nothing that could make it slow, and nothing of the source's own is left raw.
"""

import html
import re

from summit_tui.catalogue.text import clean, clean_line
from summit_tui.formats.html_tags import BLOCKS, INLINE

_HIDDEN = frozenset(("script", "style", "iframe", "object", "svg", "head", "template"))
_VOID = frozenset(("br", "hr", "img", "wbr"))
_OPEN_ENDED = _VOID | {"p", "li", "dt", "dd", "td", "th", "tr"}
_PLAIN = frozenset(("span", "font", "u", "ins", "abbr", "label", "small", "big", "address", "wbr"))
"""Tags that Markdown has nothing for: what is in them stays."""
_CLOSES = {
    "p": ("p",),
    "li": ("p", "li"),
    "dt": ("p", "dt", "dd"),
    "dd": ("p", "dt", "dd"),
    "tr": ("p", "td", "th", "tr"),
    "td": ("p", "td", "th"),
    "th": ("p", "td", "th"),
    **dict.fromkeys(("ul", "ol", "blockquote", "pre", "table", "div"), ("p",)),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), ("p",)),
}
"""What the beginning of a tag ends."""
_CONTAINERS = frozenset(("ul", "ol", "dl", "table", "blockquote", "div", "section", "article"))
_DEPTH = 20
_TAGS_ANYWAY = 5_000
_TAGS_PER_KB = 12
"""So many tags are converted for each kilobyte of prose, some thrice of what programmes have; a
text beyond that loses its markup, not its words. Each takes the library 40 microseconds."""
_TOP_HEADING = 3

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,10})((?:\s[^<>]{0,2000}|/)?)>")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<![^<>]{0,200}>", re.DOTALL)
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)[^`\n]{1,500}\1(?!`)")
_CODE_OR_TAG = re.compile(
    r"(?s)```.*?(?:```|\Z)|`[^`\n]{1,500}`|</?([A-Za-z][A-Za-z0-9]{0,10})(?:\s[^<>`]{0,500})?/?>"
)
_ADDRESS = re.compile(
    r"""\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)
_ALT = re.compile(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_AROUND_WORDS = re.compile(
    r"<(p|div|b|strong|i|em|u|code|span|font|small|sub|sup|h[1-6])(\s[^<>]{0,300})?>"
    r"([^<>]{0,500})</\1>",
    re.IGNORECASE,
)
"""A tag with the words that it is around; titles have no more than that."""
_LINE_END = "\ue000"
"""Stands for a line end of the source while HTML, to which it is a mere blank, is converted."""
_AROUND_BLOCKS = re.compile(
    rf"[ \t{_LINE_END}]*(</?(?:{'|'.join(sorted(BLOCKS))})>)[ \t{_LINE_END}]*"
)
_BULLET = re.compile(r"^[ \t]*\\\* +(?=\S)", re.MULTILINE)
_BLANKS = re.compile(r"[ \t]{100,}")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*\n")


def line(text: str) -> str:
    """Return a title or name on one line, cleaned, without the markup of HTML around its words.

    Entities are what they stand for. A tag that nothing ends is text: `Why <p> and <br>`.
    """
    if not text:
        return ""
    if "&" in text and _ENTITY.search(text):
        text = html.unescape(text)
    return clean_line(_AROUND_WORDS.sub(r"\3", text) if "</" in text else text)


def joined(texts: tuple[str, ...], markdown: "Markdown") -> str:
    """Return abstract, description … as one Markdown text; one that another begins with is once."""
    parts: list[str] = []
    for text in texts:
        part = markdown.of(text)
        if not part or any(before.startswith(part) for before in parts):
            continue
        parts = [before for before in parts if not part.startswith(before)] + [part]
    return "\n\n".join(parts)


class Markdown:
    """Turns the prose of one import, `size` characters in all, into Markdown."""

    def __init__(self, size: int) -> None:
        self._left = _TAGS_ANYWAY + size * _TAGS_PER_KB // 1024
        self._done: dict[str, str] = {}
        self.stripped = False
        """Whether markup had to be taken out instead of converted."""

    def of(self, text: str) -> str:
        """Return `text` as cleaned Markdown without HTML."""
        if "<" not in text and "&" not in text:
            return clean(text)
        if text not in self._done:
            self._done[text] = self._converted(text)
        return self._done[text]

    def _converted(self, text: str) -> str:
        text = clean(text.replace(_LINE_END, ""))
        whole = _begins_with_block(text)
        if not is_html(text if whole else _CODE.sub("", text)):
            return _literal(clean(html.unescape(text))) if _ENTITY.search(text) else text
        tags = text.count("<") + text.count("&")
        if tags > self._left:
            self.stripped = True
            return _literal(clean(html.unescape(_TAG.sub(" ", _COMMENT.sub("", text)))))
        self._left -= tags
        # Every blank before no tag would be looked at again from the next one on.
        text = _BLANKS.sub(" ", _BLANK_LINES.sub("\n\n", text))
        return _as_markdown(_tidied(text, whole), whole)


def is_html(text: str) -> bool:
    """Return whether `text` has markup of HTML: a tag that ends, or one that needs no end."""
    opened = set()
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        if not _is_known(name):
            continue
        if name in _OPEN_ENDED or (tag[1] and name in opened):
            return True
        opened.add(name)
    return False


def _begins_with_block(text: str) -> bool:
    """Return whether all of `text` is HTML, so that its line ends mean nothing."""
    tag = _TAG.match(text)
    return tag is not None and tag[2].lower() in BLOCKS - {"br"}


def _as_markdown(tidy: str, whole: bool) -> str:
    from markdownify import MarkdownConverter  # takes longer to load than a search

    converter = MarkdownConverter(
        heading_style="ATX",
        bullets="-",
        escape_asterisks=whole,
        escape_underscores=whole,
        escape_misc=False,
    )
    found = converter.convert(tidy).replace(_LINE_END, "\n")
    text = "\n".join([_ended(each) for each in found.split("\n")])
    if len(_BULLET.findall(text)) > 1:  # a list typed into a paragraph
        text = _BULLET.sub("- ", text)
    return _literal(clean(_BLANK_LINES.sub("\n\n", text)))


def _literal(text: str) -> str:
    """Return Markdown in which a tag that the source shows as text (`&lt;b&gt;`) is text."""
    return _CODE_OR_TAG.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return rf"\{found[0]}" if found[1] and _is_known(found[1].lower()) else found[0]


def _is_known(name: str) -> bool:
    return name in BLOCKS or name in INLINE or name in _HIDDEN


def _ended(line: str) -> str:
    """Return a line with at most the two blanks that break it, and an empty one with none."""
    bare = line.rstrip(" ")
    return f"{bare}  " if bare and line.endswith("  ") else bare


def _tidied(text: str, whole: bool) -> str:
    text = _COMMENT.sub("", text)
    tidy = _Tidy(text)
    if whole:
        return tidy.result()
    spans = [span.span() for span in _CODE.finditer(text)]
    tidy.keep(spans)
    kept = tidy.result().replace("\n", _LINE_END)
    return _AROUND_BLOCKS.sub(r"\1", kept)


class _Tidy:
    """Rebuilds HTML from known tags only, each closed where it must end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._out: list[str] = []
        self._open: list[str] = []
        self._ends: list[str] = []
        """What closes each of those that are open."""
        self._hidden = ""
        self._kept: list[tuple[int, int]] = []
        levels = [int(tag[2][1]) for tag in _TAG.finditer(text) if _is_heading(tag[2].lower())]
        self._demote = max(0, _TOP_HEADING - min(levels, default=_TOP_HEADING))

    def keep(self, spans: list[tuple[int, int]]) -> None:
        """Leave the tags within `spans` as text: code in Markdown."""
        self._kept = spans[::-1]

    def result(self) -> str:
        """Return the tidy HTML."""
        end = 0
        for tag in _TAG.finditer(self._text):
            name = tag[2].lower()
            if not _is_known(name) or self._is_kept(tag.start()):
                continue
            self._say(self._text[end : tag.start()])
            end = tag.end()
            self._take(tag, name)
        self._say(self._text[end:])
        self._close(0)
        return "".join(self._out)

    def _is_kept(self, place: int) -> bool:
        while self._kept and self._kept[-1][1] <= place:
            self._kept.pop()
        return bool(self._kept) and self._kept[-1][0] <= place

    def _say(self, text: str) -> None:
        if not self._hidden:
            self._out.append(html.escape(html.unescape(text), quote=False))

    def _take(self, tag: re.Match[str], name: str) -> None:
        if self._hidden or name in _HIDDEN:
            ends = tag[1] and name == self._hidden
            self._hidden = "" if ends else self._hidden or ("" if tag[1] else name)
        elif name in _PLAIN:
            return
        elif tag[1]:
            if name in self._open:
                self._close(len(self._open) - 1 - self._open[::-1].index(name))
            elif name in ("p", "br"):
                self._out.append("<br>")
        else:
            self._begin(name, tag[3])

    def _begin(self, name: str, attributes: str) -> None:
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place] in _CLOSES.get(name, ()):
                self._close(place)
            elif self._open[place] in _CONTAINERS:
                break
        if name in _VOID:
            self._out.append(_image(attributes) if name == "img" else f"<{name}>")
        elif len(self._open) < _DEPTH:
            called = self._called(name)
            address = _web_address(attributes) if name == "a" else ""
            if name == "a":
                called = "a" if address else "span"
            self._out.append(f'<a href="{address}">' if address else f"<{called}>")
            self._open.append(name)
            self._ends.append(f"</{called}>")

    def _close(self, place: int) -> None:
        """End everything that is open from `place` on."""
        while len(self._open) > place:
            self._open.pop()
            self._out.append(self._ends.pop())

    def _called(self, name: str) -> str:
        if not _is_heading(name):
            return name
        return f"h{min(6, int(name[1]) + self._demote)}"


def _is_heading(name: str) -> bool:
    return len(name) == 2 and name[0] == "h" and name[1] in "123456"


def _web_address(attributes: str) -> str:
    """Return the address in a tag's attributes; empty when it is none of the web or of mail."""
    found = _ADDRESS.search(attributes)
    address = clean_line(html.unescape("".join(filter(None, found.groups())))) if found else ""
    if not re.match(r"(?i)(?:https?://|mailto:)\S+\Z", address):
        return ""
    return html.escape(address.replace("(", "%28").replace(")", "%29"))


def _image(attributes: str) -> str:
    address, alt = _web_address(attributes), _ALT.search(attributes)
    said = html.escape(html.unescape(alt[1] or alt[2] or "" if alt else ""), quote=True)
    return f'<img src="{address}" alt="{said}">' if address else html.unescape(said)

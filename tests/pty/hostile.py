"""A catalogue and an agenda in which every text attacks the terminal that shows it.

Each attack carries a mark (`MARK`, or numbers that nobody else uses) by which it is known in the
bytes that a terminal receives. What must survive is here as well: emoji made of several code
points, scripts that need joiners, and markup, which is only text.
"""

from datetime import datetime, timedelta
from pathlib import Path

ATTACKS = {
    "osc-title": "\x1b]0;PWNED\x07",
    "osc-icon": "\x1b]2;PWNED\x1b\\",
    "osc-clipboard": "\x1b]52;c;PWNED\x07",
    "osc-link": "\x1b]8;;https://example.org/PWNED\x1b\\here\x1b]8;;\x1b\\",
    "osc-open": "\x1b]0;open",
    "osc-in-osc": "\x1b]0;a\x1b]0;PWNED\x07",
    "dcs": "\x1bP1$qPWNED\x1b\\",
    "apc": "\x1b_PWNED\x1b\\",
    "pm": "\x1b^PWNED\x1b\\",
    "sos": "\x1bXPWNED\x1b\\",
    "clear": "\x1b[97;97J",
    "colour": "\x1b[97;97;97m",
    "report": "\x1b[97;97n",
    "reset": "\x1bc",
    "charset": "\x1b(0",
    "hidden-escape": "\x1b\u200b[97;97m",
    "two-escapes": "\x1b\x1b[97;97m",
    "c1-csi": "\x9b97;97m",
    "c1-osc": "\x9d0;PWNED\x9c",
    "c1-dcs": "\x90PWNED\x9c",
    "c1-rest": "\x84\x85\x88\x8d\x8e\x8f\x99\x9a\x9c",
    "bidi": "\u202edlrow\u202c \u2066a\u2069\u200f\u061c",
    "zero-width": "ze\u200bro\ufeff\u2060",
    "tags": "tag\U000e0041\U000e0042\U000e007f",
    "soft-hyphen": "soft\u00adhyphen",
    "annotation": "\ufff9a\ufffab\ufffb",
    "nul": "nu\x00ll",
    "bell": "be\x07ll",
    "backspace": "aaa\x08\x08\x08bbb\x7f",
    "return": "over\rwritten",
    "vertical": "ver\x0btical\x0cfeed",
    "shift": "\x0eshift\x0f",
    "separator": "line\u2028end\u2029",
}
"""By name, what must never reach a terminal."""

MARK = b"PWNED"
"""What is never seen of a sequence that was removed whole."""

MARKUP = {
    "closing-tag": "[/nope]",
    "action": "[@click=app.quit]x",
    "bold": "[bold]y[/]",
    "variable": "$primary",
    "rich-link": "[link=file:///etc/passwd]z[/link]",
    "open-bracket": "Deep dive [/",
}
"""By name, what must be shown as it stands."""

SURVIVORS = {
    "family": "👨‍👩‍👧‍👦",
    "flag": "🇫🇷",
    "heart": "❤️",
    "wide": "日本語",
    "persian": "می‌خواهم",
}
"""By name, what must arrive code point by code point."""

_FIRST = datetime(2030, 5, 6, 8, 0)
DURING = "2030-05-06T08:20"
"""A moment at which the first sessions are on."""


def session_id(name: str) -> str:
    """Return the id of the session that holds the attack, markup or survivor called `name`."""
    return f"h-{name}"


IDS = [session_id(name) for name in (*ATTACKS, *MARKUP, *SURVIVORS)]
WORD = "lighthouse"
"""A word that every title holds."""


def quoted(text: str) -> str:
    r"""Return `text` in double quotes with every code that is not printable ASCII escaped."""
    signs = (
        sign if " " <= sign <= "~" and sign not in '"\\' else f"\\U{ord(sign):08x}" for sign in text
    )
    return f'"{"".join(signs)}"'


def catalogue() -> str:
    """Return the catalogue file's text, ASCII throughout."""
    everything = " ".join(ATTACKS.values())
    lines = [
        "event:",
        "  id: hostile",
        f"  name: {quoted(f'{everything} Hostile Summit')}",
        f"  venue: {quoted(f'{everything} venue')}",
        f"  note: {quoted(f'{everything} note')}",
        "  timezone: UTC",
        f"levels: {{100: {quoted(ATTACKS['osc-title'] + 'Intro')}}}",
        "sessions:",
    ]
    for number, (name, text) in enumerate((ATTACKS | MARKUP | SURVIVORS).items()):
        lines += _session(number, name, text)
    return "\n".join([*lines, ""])


def _session(number: int, name: str, text: str) -> list[str]:
    """Return a session with `text` in every field; its neighbours in time overlap with it."""
    start = _FIRST + timedelta(minutes=30 * number)
    code = ATTACKS["osc-title"] if name in ATTACKS else ""
    markdown = (
        f"{text} ![p](javascript:alert('{text}')) [f](file:///etc/{text}) **{text}** `{text}`"
    )
    return [
        f"  - id: {quoted(code + session_id(name))}",
        f"    code: {quoted(f'{code}H{number:02}')}",
        f"    title: {quoted(f'{text} {WORD} {name} {text}')}",
        f"    subtitle: {quoted(f'{text} subtitle')}",
        "    level: 100",
        f"    track: {quoted(f'{text} track {number % 3}')}",
        f"    room: {quoted(f'{text} room')}",
        f"    start: {start:%Y-%m-%d %H:%M}",
        "    duration: 45",
        f"    tags: [{quoted(f'{text} tag')}]",
        "    speakers:",
        f"      - {{name: {quoted(f'{text} Nobody {number}')}, role: {quoted(text + ' role')},"
        f" company: {quoted(text + ' company')}}}",
        f"    links: {{{quoted(text + ' slides')}: {quoted(f'https://example.org/{code}x')}}}",
        f"    abstract: {quoted(markdown)}",
    ]


def agenda() -> str:
    """Return an agenda file in which everything is picked, with notes of the same kind."""
    lines = ["version: 1", "event: hostile", "picks:"]
    for name, text in (ATTACKS | MARKUP | SURVIVORS).items():
        lines += _pick(session_id(name), f"{text} title", f"{text} my note\n{text}")
    everything = " ".join(ATTACKS.values())
    lines += _pick("gone", f"{everything} vanished", f"{everything} note on it")
    return "\n".join([*lines, ""])


def _pick(pick_id: str, title: str, note: str) -> list[str]:
    return [
        f"  - id: {pick_id}",
        "    want: must",
        f"    title: {quoted(title)}",
        "    start: 2030-05-06T08:00:00+00:00",
        f"    note: {quoted(note)}",
        f"    {quoted('x' + ATTACKS['osc-title'])}: {quoted(note)}",
    ]


def write(folder: Path) -> tuple[Path, Path]:
    """Write both into `folder` and return where: catalogue, agenda."""
    paths = folder / "hostile.yaml", folder / "agenda.yaml"
    for path, text in zip(paths, (catalogue(), agenda()), strict=True):
        path.write_text(text, encoding="ascii")
    return paths

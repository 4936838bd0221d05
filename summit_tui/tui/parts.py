"""What one sees in each part of a screen, once: the help and the page of keys read this table.

A part is found by the class of the widget that has the focus; what has no row of its own is told
of by what it stands in.
"""

from collections.abc import Iterable

from summit_tui.tui.form_parts import FORM_PARTS
from summit_tui.tui.key import Key
from summit_tui.tui.keys import KEYS
from summit_tui.tui.part import Part, Row
from summit_tui.tui.screens.table import CELLS
from summit_tui.tui.words import TYPED

_MINE: Row = ("★ ● ○", "I must see it, want to, maybe")
_OVERLAPS: Row = ("!", "clashes with another pick, by so many minutes")
_TIGHT: Row = ("~", "too little time to walk from one to the other")
_TEAM: Row = ("with Ada, Bo", "colleagues go, too")
_NEWS: Row = ("+ »", "new, moved since I looked last")
_CANCELLED: Row = ("×", "cancelled")
_TIMELESS: Row = ("?", "has no time yet")
_SELECTED: Row = ("*", "selected: a key acts on all that are")
_TICKED: Row = ("[x]", "a filter that is ticked")
_TYPED: Row = (f"[{TYPED}]", "a filter that is typed in the search box")
_MATCHED: Row = ("underlined", "what the session was found by")
_BAR: Row = ("▌", "what keys act on")
MARKS = (_MINE, _OVERLAPS, _TIGHT, _NEWS, _CANCELLED, _TIMELESS, _SELECTED, _TICKED, _TYPED)
"""The signs that stand in more than one place."""
_SESSION, _MOVE = "Session", "Move"
PARTS = (
    Part(
        "ProgrammeList",
        "The sessions",
        "What one can go to, under the time at which it begins. Of each session the first line says"
        " level, title and length, the second who speaks, its track and room, or the words it was"
        " found by.",
        (
            _MINE,
            _OVERLAPS,
            _TIGHT,
            _NEWS,
            _CANCELLED,
            _TIMELESS,
            _SELECTED,
            _MATCHED,
            _TEAM,
            _BAR,
        ),
        (("click", "go to the session; on its mark pick it, twice read it"),),
        ("list",),
        (_SESSION, _MOVE),
    ),
    Part(
        "FacetList",
        "The filters",
        "What tells sessions apart, each with how many there would be. Of one heading any of what"
        " is chosen will do; of several headings each has to hold.",
        (_TICKED, _TYPED, ("▾ ▸", "a heading, open or folded: enter folds it")),
        (("click", "choose, or fold"),),
        ("facets",),
    ),
    Part(
        "ChipLine",
        "The filters in use",
        "What keeps sessions out of the list, each to be taken back alone. Where there is no room"
        " for a column of filters, levels and days stand here as well, to be ticked.",
        (
            ("level 300+ ×", "in use: x takes it back"),
            ("[ ] 300", "not in use: space ticks it"),
            _TICKED,
            _TYPED,
            ("‹ ›", "the line goes on there"),
        ),
        (("click", "take it back, or tick it"),),
        ("chips",),
    ),
    Part(
        "SearchBox",
        "The search box",
        "The list follows what is typed: words may be unfinished or mistyped, in any order, and"
        " fields narrow it. Every letter is text here; other keys act again from the list, where"
        " enter and ↓ lead.",
        (
            ("^^^", "under what means nothing, with what was probably meant"),
            (
                "Data  8 sessions",
                "below the box: what could stand here, and what it would leave",
            ),
        ),
        (("ctrl+u", "take away what is left of the cursor; ctrl+k what is right of it"),),
        ("box",),
        queries=True,
    ),
    Part(
        "Detail",
        "The session in full",
        "When and where it is, what it clashes with or would, who speaks and what about; at the end"
        " its links and what else the speakers do. The keys act on this session.",
        (_MINE, _OVERLAPS, _TIGHT, _NEWS, _CANCELLED, _MATCHED, _TEAM),
        (("↑ ↓ page keys", "scroll"),),
        groups=(_SESSION,),
    ),
    Part(
        "AgendaList",
        "My agenda",
        "What I picked, day by day, with the free time in between and the way to what comes after"
        " it. A pick that the programme dropped stays, and says so.",
        (
            _MINE,
            _OVERLAPS,
            _TIGHT,
            ("35 min free", "between two picks; free:me in the search box finds what fits there"),
            _SELECTED,
            _TEAM,
            _BAR,
        ),
        (("click", "go to the pick; on its mark want it more or less, twice read it"),),
        ("list",),
        (_SESSION, _MOVE),
    ),
    Part(
        "TeamList",
        "My team",
        "What one of us picked, day by day: who goes with me, who without me, what only I want, and"
        " where theirs overlaps with mine.",
        (_MINE, _OVERLAPS, _SELECTED, _BAR),
        (
            (
                "click",
                "go to the session; on its mark pick it, or take the pick back, twice read it",
            ),
        ),
        ("list",),
        (_SESSION, _MOVE),
    ),
    Part(
        "SessionGrid",
        "The grid",
        "A day: rooms across, time down, a quarter of an hour to a line, every session as tall as"
        " it is long. What the programme filters is not here either, and how much that is stands"
        " beside the days.",
        (
            _MINE,
            ("█", "the left edge of what I picked; of what I did not it is thin"),
            ("╱╱", "overlaps another pick; with which, ! says"),
            _TIGHT,
            _CANCELLED,
            ("&", "colleagues go; who, the lines below the grid say"),
            ("▸ ──", "now"),
            ("▾ Wed", "midnight"),
            ("?", "below the day: without a time yet"),
            ("3/12", "the cursor is in the third of twelve rooms"),
        ),
        (("click", "go to the session, or to the room; on its mark pick it, twice read it"),),
        (CELLS,),
        (_SESSION, _MOVE),
    ),
    Part(
        "SpeakerList",
        "The speakers",
        "Everyone who speaks, by name, with all their sessions below; one of two speakers stands"
        " below both. The programme's filters do not count here.",
        (_MINE, _OVERLAPS, _CANCELLED, _TIMELESS, _MATCHED, _BAR),
        (("click", "go to the session; on its mark pick it, twice read it"),),
        ("list",),
        (_SESSION, _MOVE),
    ),
    Part(
        "NameBox",
        "The box for names",
        "The list follows what is typed: a few letters of a name or a company, in any order,"
        " mistyped or without accents. Every letter is text here; other keys act again from the"
        " list.",
        places=("names",),
    ),
    Part(
        "NowList",
        "Now",
        "What I am in, what comes next, how far that is and when to leave for it; then what has"
        " ended and waits for a word whether I was there, and what else is on in the programme."
        " While I am free, what begins next there.",
        (_MINE, ("leave …", "bold when it is time to go"), _OVERLAPS, _TIGHT, _TEAM, _BAR),
        (("click", "go to the session; on its mark want it more or less, twice read it"),),
        ("list",),
        (_SESSION, _MOVE),
    ),
    Part(
        "ChangeList",
        "What has changed",
        "What differs from the version that the head names, or from what I saw last: what concerns"
        " my picks first. Of each the new clashes stand below it.",
        (
            ("+", "new, or on after all"),
            ("»", "moved in time or room"),
            ("·", "something else is different"),
            ("×", "cancelled"),
            ("-", "gone; nearest: what could stand in for my pick"),
            _OVERLAPS,
            _TIGHT,
            _MINE,
            _BAR,
        ),
        (("click", "go to the change; twice read the session"),),
        ("list",),
        (_SESSION, _MOVE),
    ),
    *FORM_PARTS,
)
"""In the order the page of keys shows them."""
_BY_CLASS = {part.widget: part for part in PARTS}


def part_of(nodes: Iterable[object]) -> Part | None:
    """Return the part that the first of `nodes` with one is: from the focus outwards."""
    names = (each.__name__ for node in nodes for each in type(node).__mro__)
    return next((_BY_CLASS[name] for name in names if name in _BY_CLASS), None)


def keys_of(part: Part, place: str) -> list[Key]:
    """Return the keys that are about `part`, on the screen `place`."""
    own = set(part.places)
    return [
        key
        for key in KEYS
        if own & set(key.places) or (key.group in part.groups and place in key.places)
    ]

"""Options as data: click's own and the quick reader of the ordinary line are made of one table.

Without click, which takes longer to import than a search. Whatever is added to a table here is
understood by both; help, errors and completion are click's.
"""

from typing import NamedTuple

from summit_tui.cli.out import COLOURS


class Option(NamedTuple):
    """One option; a flag unless it has a metavar or choices."""

    name: str
    """As it is typed, without the dashes."""
    doc: str
    metavar: str = ""
    """What stands for its value in the help."""
    keyword: str = ""
    """The parameter that gets its value, where that is not called like the option."""
    choices: tuple[str, ...] = ()
    """The only values there are; any text when empty."""
    number: bool = False
    """Whether its value is a number, 0 or more."""
    many: bool = False
    """Whether it may be given several times: its value is a tuple then."""
    completes: str = ""
    """What Tab offers for its value: `speaker`, or a facet of the programme."""

    @property
    def parameter(self) -> str:
        """The parameter that gets its value."""
        return self.keyword or self.name.replace("-", "_")

    @property
    def is_flag(self) -> bool:
        """Whether it stands without a value."""
        return not (self.metavar or self.choices)


def _filter(name: str, metavar: str, completes: str, doc: str) -> Option:
    return Option(name, doc, metavar, many=True, completes=completes)


GIVEN = (
    Option("catalogue", "The programme to use.", "FILE|NAME"),
    Option("agenda", "The agenda file to use.", "FILE"),
    Option("at", "Pretend it is this time: 2019-04-02T10:00, 10:00.", "TIME"),
    Option("color", "Whether output is coloured.", choices=COLOURS),
)
"""What `summit` itself and every command takes."""

CIRCUMSTANCES = (
    Option("busy", "A calendar (.ics) of my own appointments.", "FILE", many=True),
    Option(
        "walk",
        "Minutes on foot between rooms: 5, or Amber,Slate=6.",
        "TIME",
        "walks",
        many=True,
    ),
)
"""What an agenda is judged by besides the programme, on top of the settings."""

SORTS = ("time", "best")
FILTERS = (
    _filter("level", "LEVEL", "level", "These levels only: 300, 300+, 200-300, advanced."),
    _filter("track", "TRACK", "track", "This track only, or part of its name; data,ai: both."),
    _filter("day", "DAY", "day", "This day only: tue, 2, 2019-04-02, tomorrow."),
    _filter("room", "ROOM", "room", "This room only, or part of its name."),
    _filter("speaker", "NAME", "speaker", "This speaker only, or part of the name."),
    _filter("kind", "KIND", "kind", "This kind only: keynote, talk, workshop, panel, lightning …"),
    _filter("lang", "LANGUAGE", "language", "In this language only: fr, French."),
    _filter("after", "TIME", "", "Starts at this time or later: 14:00."),
    _filter("before", "TIME", "", "Starts before this time: 16:00."),
)
"""The fields of the query language as options; values with commas mean or."""

QUERY = (
    *FILTERS,
    Option("picked", "What I picked only."),
    Option("free", "What fits between my picks only."),
)
"""What every command takes that works on what a query finds; besides the words of the query."""

SEARCH = (
    *QUERY,
    Option("format", "table, json, jsonl, csv, tsv, ids, '{title}'.", "FORMAT", "form"),
    Option("limit", "At most so many, 0 for all.", "N", number=True),
    Option("sort", "In the order of time, as tables are, or the best first.", choices=SORTS),
    Option("explain", "Say of each session which of its words were found, and why."),
    Option("new", "Only what has come since the last time this was asked with --new."),
    Option("everywhere", "In all programmes on this machine."),
    Option("save", "Keep the query under this name; @NAME then stands for it.", "NAME"),
    Option("forget", "Forget the saved search of this name.", "NAME"),
    Option("saved", "List the saved searches."),
)
"""What `summit search` takes."""

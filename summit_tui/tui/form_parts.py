"""What one sees in the small screens that are laid over a main one; part of the table in `parts`.

Their keys are those of their places; what boxes and lists of options do anyway stands beside them.
"""

from summit_tui.tui.part import Part, Row

_CHOOSE: Row = ("↑ ↓", "go to another one")
_STOP: Row = ("esc", "stop what is asked; else go back")
_MINE: Row = ("★ ● ○", "I must see it, want to, maybe")
FORM_PARTS = (
    Part(
        "NoteEditor",
        "The note",
        "Markdown on the session, kept in my agenda and taken into the report. Leaving keeps it;"
        " where it cannot be written it stays open and says why.",
        also=(("ctrl+z ctrl+y", "undo and redo what is typed"),),
        places=("note",),
    ),
    Part(
        "RatingForm",
        "A rating",
        "How good the session was, for the report.",
        also=(_CHOOSE, ("enter", "rate it so")),
        places=("rating", "options", "modal"),
    ),
    Part(
        "SwapChooser",
        "What else is on",
        "Further runs of the session first, then what else is on in its time, what suits me best"
        " on top. What would clash says with what.",
        (_MINE, ("! ~", "would clash with another pick, or leave too little time to walk")),
        (_CHOOSE, ("enter", "take it instead; u takes that back")),
        ("options", "modal"),
    ),
    Part(
        "Proposal",
        "The plan",
        "The best that fits together of all I picked: musts before wants before maybes, then less"
        " walking. Below it stands what is left out, why, and what having it would cost.",
        (_MINE, ("kept", "I said so; space takes that back")),
        (_CHOOSE, ("enter", "make it my agenda; u takes that back")),
        ("plan", "options", "modal"),
    ),
    Part(
        "ExportForm",
        "The export",
        "My agenda as a file for calendars and other programs, or a document about it: the report,"
        " pages for notes, the case for going. A name that ends otherwise chooses what ends so.",
        also=(("enter", "write it; over a file that exists only when pressed twice"),),
        places=("export", "modal"),
    ),
    Part(
        "SaveForm",
        "Save to a file",
        "What was copied, for where the terminal keeps the clipboard to itself.",
        also=(("enter", "write it; over a file that exists only when pressed twice"),),
        places=("modal",),
    ),
    Part(
        "LinkChooser",
        "Links",
        "Where each of them really leads: its host stands behind its name, the whole address"
        " below.",
        also=(_CHOOSE, ("enter", "open it in the browser")),
        places=("options", "modal"),
    ),
    Part(
        "SavedSearches",
        "Saved searches",
        "Above the present search and the name it is to have, below those that have one. @name"
        " works in the search box and in the shell as well.",
        also=(
            ("enter", "save it, or go to the one chosen"),
            _CHOOSE,
            ("tab", "go from the box to the list, and back"),
        ),
        places=("searches", "options", "modal"),
    ),
    Part(
        "EventsScreen",
        "The programmes",
        "What is on this machine: of each its title, its days and what is in it, and where it came"
        " from. Another one is opened with its own agenda.",
        ((">", "it is open"),),
        (_CHOOSE, ("enter", "open it"), _STOP),
        ("events", "options"),
    ),
    Part(
        "ImportForm",
        "The import",
        "A programme is taken into the library from its address or a file. What is below the name"
        " counts where the source does not say it itself, and is kept for its updates.",
        also=(
            ("enter", "import it; over one of that name, or from this network, pressed twice"),
            ("tab", "go on to the next box"),
            _STOP,
        ),
    ),
    Part(
        "Jumper",
        "Jump",
        "Letters stand before the sessions in sight: type those of the one to go to. Anything else"
        " goes back.",
    ),
    Part(
        "Palette",
        "Find anything",
        "Commands with their keys, saved searches, sessions and speakers, by a few letters.",
        also=(_CHOOSE, ("enter", "do it, or go there"), ("esc", "go back")),
    ),
)
"""In the order the page of keys shows them."""

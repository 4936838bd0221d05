"""How the screens are laid out at the three widths; how a widget looks is its own business.

One text for the whole application: a screen with a style sheet of its own has everything read
twice at start-up.
"""

BREAKPOINTS = [(0, "-narrow"), (80, "-normal"), (120, "-wide")]
"""From how many columns on a screen has which class."""
STYLES = """
Toast { max-width: 100%; }
OptionList { scrollbar-size: 0 1; scrollbar-gutter: stable; }
SearchIcon { color: $text-accent; text-style: bold; }
Frame OptionList, Frame OptionList:focus { background: transparent; background-tint: transparent; }
Frame OptionList > .option-list--option-highlighted {
    background: $primary 40%;
    color: $foreground;
}
OptionList:ansi > .option-list--option-highlighted {
    color: $text-primary;
    background: $background;
    text-style: bold underline;
}
#search { height: 1; background: $surface; }
#slash { width: 3; color: $text-accent; text-style: bold; }
#found { width: auto; max-width: 60%; padding: 0 1; color: $text-muted; }
Told { height: auto; max-height: 2; padding: 0 1 0 3; color: $text-muted; }
Told.-wrong { color: $text-error; }
#columns { height: 1fr; }
#facets { width: 18%; min-width: 24; max-width: 34; border-right: vkey $foreground 20%; }
#sessions { width: 48%; border-right: vkey $foreground 20%; }
#sessions.-before { opacity: 60%; }
#detail { width: 1fr; }
.-wide #detail:focus, .-normal #detail:focus { outline-left: outer $text-primary; }
.-normal #sessions { width: 56%; }
.-normal #facets { display: none; }
.-normal.-filtering #facets { display: block; width: 30; }
.-normal.-filtering #sessions { width: 1fr; }
.-normal.-filtering #detail { display: none; }
.-narrow #sessions { width: 1fr; border: none; }
.-narrow #facets, .-narrow #detail { display: none; }
.-narrow.-filtering #facets { display: block; width: 1fr; border: none; }
.-narrow.-filtering #sessions { display: none; }
.-narrow.-reading #detail { display: block; }
.-narrow.-reading #sessions { display: none; }
GridScreen.-wide #sessions, GridScreen.-normal #sessions, GridScreen.-narrow #sessions {
    width: 1fr;
    border: none;
}
GridScreen #detail { display: none; }
GridScreen.-reading #detail { display: block; width: 40%; border-left: vkey $foreground 20%; }
GridScreen.-narrow.-reading UnderCursor { display: none; }
GridScreen.-narrow.-reading #detail { width: 1fr; border: none; }
"""

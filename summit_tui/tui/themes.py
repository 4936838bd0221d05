"""The colours to choose from; widgets name theme variables only."""

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

LIGHT = Theme(
    name="summit-light",
    primary="#3d8fc9",
    secondary="#00558a",
    accent="#7a4000",
    warning="#ffa62b",
    error="#ba3c5b",
    success="#4ebf71",
    foreground="#1a1a1a",
    background="#f2f2f2",
    surface="#fafafa",
    panel="#dfe6ec",
    dark=False,
    variables={
        "text-muted": "#4d4d4d",
        "text-disabled": "#666666",
        "foreground-muted": "#4d4d4d",
        "text-primary": "#004a7a",
        "text-accent": "#7a4000",
        "text-warning": "#7a4000",
        "text-success": "#14592b",
        "text-error": "#9a1c3a",
    },
)
"""Every text at least 4.5 to 1, also under the cursor, where Textual's has 1.6."""
CONTRAST = Theme(
    name="summit-contrast",
    primary="#4da6ff",
    secondary="#00ffff",
    accent="#00ffff",
    warning="#ffd700",
    error="#ff6b6b",
    success="#5fff5f",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#262626",
    dark=True,
    text_alpha=1.0,
    variables={
        "text-muted": "#e4e4e4",
        "foreground-muted": "#e4e4e4",
        "text-disabled": "#c0c0c0",
        "text-primary": "#ffff00",
        "text-error": "#ffc4c4",
        "border": "#ffffff",
        "border-blurred": "#c0c0c0",
    },
)
"""High contrast: every text at least 7 to 1 on its ground, on most 10."""
SIXTEEN = Theme(
    name="summit-ansi",
    primary="ansi_cyan",
    secondary="ansi_blue",
    accent="ansi_magenta",
    warning="ansi_magenta",
    error="ansi_red",
    success="ansi_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    ansi=True,
    dark=True,
    variables={
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
        "block-cursor-foreground": "ansi_black",
        "block-cursor-background": "ansi_white",
        "input-cursor-background": "ansi_black",
        "input-cursor-foreground": "ansi_bright_white",
        "input-cursor-text-style": "none",
        "input-selection-background": "ansi_bright_blue",
        "input-selection-foreground": "ansi_black",
    },
)
"""The terminal's own sixteen colours, on its own ground; none that only a dark one shows."""
MONOCHROME = "ansi-dark"
"""Under NO_COLOR: the terminal's own colours, of which the filter leaves only the attributes."""
THEMES = ("textual-dark", LIGHT.name, CONTRAST.name, SIXTEEN.name)
"""What ctrl+t goes through."""
OWN = (LIGHT, CONTRAST, SIXTEEN)
"""Those that are to be made known to Textual."""
INDEXED = (
    replace(
        BUILTIN_THEMES[THEMES[0]],
        primary="#0140d4",
        panel="#262626",
        variables={
            "text-primary": "#57a5e2",
            "text-error": "#ffafaf",
            "text-muted": "#afafaf",
            "foreground-muted": "#afafaf",
            **{f"markdown-h{level}-color": "#57a5e2" for level in range(1, 4)},
        },
    ),
    replace(LIGHT, panel="#e4e4e4"),
)
"""What stands for those of the same name on a terminal of 256 colours.

There a dark blue that is meant to be nearly grey comes out as bright as navy, and one that is meant
to be blue as green: of each hue there are five steps only. Greys there are enough.
"""

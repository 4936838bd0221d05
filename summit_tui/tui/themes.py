"""The colours to choose from; widgets name theme variables only."""

from textual.theme import Theme

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
        "text-error": "#ff8787",
        "border": "#ffffff",
        "border-blurred": "#c0c0c0",
    },
)
"""High contrast: every text at least 10 to 1 on its ground."""
MONOCHROME = "ansi-dark"
"""Under NO_COLOR: the terminal's own colours, of which the filter leaves only the attributes."""
THEMES = ("textual-dark", "textual-light", CONTRAST.name)
"""What ctrl+t goes through."""

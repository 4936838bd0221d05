"""HTML in foreign Markdown (CommonMark, and tables of GitHub's) is shown instead of obeyed.

A backslash before each `<` does it, but in code it would be read. Code is what stands between as
many backticks on one line, unless something else could have a claim on them: an odd run of them
earlier in the paragraph, an address, a cell of a table. Then the backslash stays.
"""

import re

_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_PIECE = re.compile(
    r"(?P<escaped>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>(?P<ticks>`+)(?!`)[^`]*+(?:(?!(?P=ticks)(?!`))`++[^`]*+)*+(?P=ticks))"
    r"|(?P<odd>`++)"
    r"|[^\\`]++|\\"
)
_CLAIM = re.compile(r"\]\(|\]\[|\||\r|://|www\.|@", re.IGNORECASE)


class ShownHtml:
    """Takes the lines of one text in their order."""

    def __init__(self) -> None:
        self._sure = True
        """Whether all that could be code so far in this paragraph is."""

    def line(self, line: str) -> str:
        """Return `line` such that no HTML is in it."""
        if not line.strip():
            self._sure = True
        elif _CLAIM.search(line):
            self._sure = False
        return "".join(map(self._piece, _PIECE.finditer(line)))

    def _piece(self, piece: re.Match[str]) -> str:
        self._sure = self._sure and piece["odd"] is None
        code = piece["code"] is not None and self._sure
        return piece[0] if code or piece["escaped"] else _TAG.sub(r"\\<", piece[0])

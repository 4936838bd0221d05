"""The tags of HTML that prose has; what else stands in pointed brackets is text: `List<int>`."""

_BLOCKS = (
    "p div ul ol li h1 h2 h3 h4 h5 h6 blockquote pre hr br table thead tbody tr td th dl dt dd "
    "section article header footer center figure figcaption address"
)
BLOCKS = frozenset(_BLOCKS.split())
"""Those that begin or end a line."""
_INLINE = (
    "b strong i em u a code del s strike ins sub sup span font small big tt kbd samp var mark img "
    "abbr cite q label wbr"
)
INLINE = frozenset(_INLINE.split())
"""Those among words."""

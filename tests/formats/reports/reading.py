"""Documents read by a Markdown parser, and text that tries to be more than text."""

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

PARSER = MarkdownIt("gfm-like", {"linkify": False})

HOSTILE = [
    "# heading",
    "trailing ##",
    "1. one",
    "- item",
    "> quote",
    "*soft* **bold** _soft_ ~~gone~~ `code`",
    "```fence",
    "[link](https://example.org) ![image](x)",
    "<script>alert(1)</script> <!-- gone",
    "--> <!-- end of notes -->",
    "&amp; &#35;",
    "| a | b |",
    "---",
    "===",
    r"back\slash \* ends in \\",
    "two\nlines\n\n# heading",
]


def outline(document: str) -> list[tuple[str, str]]:
    """Return the headings of a document: tag and text as a reader sees it."""
    tree = SyntaxTreeNode(PARSER.parse(document))
    return [(node.tag, shown(node)) for node in tree.walk() if node.type == "heading"]


def shown(node: SyntaxTreeNode) -> str:
    """Return the text below a node; AssertionError where anything in it is more than text."""
    if node.type in ("text", "text_special"):
        return node.content
    assert node.type in ("heading", "inline", "paragraph"), node.pretty()
    return "".join(shown(child) for child in node.children)


def html_comments(document: str) -> list[str]:
    """Return every piece of HTML in a document."""
    tree = SyntaxTreeNode(PARSER.parse(document))
    return [node.content.strip() for node in tree.walk() if node.type.startswith("html")]

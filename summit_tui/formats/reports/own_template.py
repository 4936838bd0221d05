"""A person's own template for a document: Jinja, filled in with the values of its JSON.

The template may come from anybody, so it runs in Jinja's sandbox, reads no other file, changes
nothing, and its output has a bound; how long it may take has none. Text of the programme is a
value, never a template. Names that do not exist are errors. Only this module knows jinja2, which
is not installed unless asked for.
"""

import re
import traceback
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from summit_tui.catalogue.problems import did_you_mean
from summit_tui.formats import markdown
from summit_tui.formats.passages import passage

MAX_LETTERS = 64 * 1024 * 1024
"""No document of a person's is longer."""
_MARKUP = (".html", ".htm", ".xml", ".svg")


class TemplateError(ValueError):
    """A template cannot be filled in; says where and why."""


def fill_in(source: str, values: Mapping[str, Any], name: str) -> str:
    """Return the template `source`, called `name`, filled in with `values`.

    What fills in a template called `….html` is escaped for it, also before a further `.j2`.
    TemplateError with file and line where it cannot be; without jinja2, how to get it.
    """
    try:
        from jinja2 import DictLoader, StrictUndefined, TemplateSyntaxError
        from jinja2.sandbox import ImmutableSandboxedEnvironment
    except ImportError as error:
        raise TemplateError(
            "a template needs jinja2, which is not installed: pip install 'summit-tui[template]'"
        ) from error
    environment = ImmutableSandboxedEnvironment(
        loader=DictLoader({}),  # there is no other template to extend or include
        undefined=StrictUndefined,
        autoescape=name.lower().removesuffix(".j2").endswith(_MARKUP),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(FILTERS)
    try:
        code = environment.compile(source, name, name)
        template = environment.template_class.from_code(
            environment, code, dict(environment.globals)
        )
        return _bounded(template.generate(**values))
    except TemplateSyntaxError as error:
        raise TemplateError(f"{name}:{error.lineno}: {error.message}") from error
    except Exception as error:
        raise TemplateError(f"{name}{_line(error, name)}: {_reason(error, values)}") from error


def _bounded(pieces: Iterable[str]) -> str:
    text, letters = list[str](), 0
    for piece in pieces:
        letters += len(piece)
        if letters > MAX_LETTERS:
            raise ValueError(f"what it makes is longer than {MAX_LETTERS} letters")
        text.append(piece)
    return "".join(text)


def _line(error: Exception, name: str) -> str:
    """Return `:3`, the line of the template in which `error` came up, as far as that is known."""
    frames = traceback.extract_tb(error.__traceback__)
    return next((f":{frame.lineno}" for frame in reversed(frames) if frame.filename == name), "")


def _reason(error: Exception, values: Mapping[str, Any]) -> str:
    reason = str(error) or type(error).__name__
    unknown = re.fullmatch(r"'(\w+)' is undefined", reason)
    if unknown is None:
        return reason
    hint = did_you_mean(unknown[1], values) or f"there are {', '.join(values)}"
    return f"there is no {unknown[1]!r}: {hint}"


def _shown(text: str | None) -> str:
    """Return foreign text such that Markdown shows it as it is."""
    return markdown.escape(str(text)) if text is not None else ""


def _linked(text: str, url: str | None) -> str:
    """Return `text` as a link of Markdown; the text alone without an address."""
    return markdown.link(str(text), url or "")


def _noted(note: str | None, level: int = 3) -> str:
    """Return a note to stand under a heading of `level`."""
    return "\n".join(passage(note or "", level))


def _timed(instant: str | None, form: str = "%H:%M") -> str:
    """Return an instant of the JSON as `strftime` has it; nothing where there is none."""
    return f"{datetime.fromisoformat(instant):{form}}" if instant else ""


FILTERS: dict[str, Callable[..., str]] = {
    "md": _shown,
    "link": _linked,
    "note": _noted,
    "time": _timed,
}
"""What a template can do besides Jinja's own."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from summit_tui.catalogue import yamlio
from summit_tui.catalogue.yaml_values import plain_value
from summit_tui.catalogue.yamlio import Document, Mapping, Node, Scalar, Series, YamlSyntaxError

LOADERS = [pytest.param(None, id="libyaml"), pytest.param(yaml.SafeLoader, id="python")]
both_loaders = pytest.mark.parametrize("loader", LOADERS)

Report = list[tuple[str, int, int]]
"""Code, line and column (from 1) of what a document must not hold."""


def read(text: str, loader: Any = None) -> tuple[list[tuple[str, Node]], Report]:
    """Return the entries of the root mapping and what was reported."""
    found: Report = []
    document = Document(
        text,
        lambda code, _, mark: found.append((code, mark.line + 1, mark.column + 1)),
        loader,
    )
    assert isinstance(document.root(), Mapping)
    return [(key.value, document.value()) for key in document.entries()], found


def value(text: str, loader: Any = None) -> Any:
    """Return what stands behind the only key of `text`."""
    (entry,), found = read(text, loader)
    assert found == []
    return plain_value(entry[1])


def shape(node: Node) -> Any:
    """Return a node with every place in it."""
    place = (node.start_mark.line, node.start_mark.column)
    if isinstance(node, Mapping):
        return (*place, [(shape(key), shape(item)) for key, item in node.items])
    if isinstance(node, Series):
        return (*place, [shape(item) for item in node.items])
    return (*place, node.value, node.style or None)


SAMPLE = """\
# a comment
event: {name: "Démo: now", id: x}
list:
  - 'it''s'
  - [1:30, no, 0123, ~, ]
  - |
    a
     b

  - >-
    c
    d
empty:
"last": 👩‍💻
"""


def test_the_parser_in_python_reads_the_same_from_the_same_places() -> None:
    fast, slow = read(SAMPLE), read(SAMPLE, yaml.SafeLoader)
    assert [(key, shape(node)) for key, node in fast[0]] == [(k, shape(n)) for k, n in slow[0]]
    assert fast[1] == slow[1] == []


@both_loaders
def test_places_and_quotes_are_kept(loader: Any) -> None:
    entries = dict(read(SAMPLE, loader)[0])
    assert shape(entries["event"]) == (
        1,
        7,
        [
            ((1, 8, "name", None), (1, 14, "Démo: now", '"')),
            ((1, 27, "id", None), (1, 31, "x", None)),
        ],
    )
    assert yamlio.is_null(entries["empty"])
    assert entries["last"].start_mark.line == 13


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *[
            (text, text)
            for text in ("1:30", "no", "on", "0123", "1_0", "1.10", "0x1f", "+1", "1e3")
        ],
        *[(text, text) for text in ("True", "2019-04-02", ".inf", "<<", "=")],
        *[(text, None) for text in ("", "~", "null", "Null", "NULL")],
        *[("true", True), ("false", False), ("0", 0), ("-7", -7), ("826", 826)],
        *[("'7'", "7"), ('"null"', "null"), ("'true'", "true"), ("9" * 19, "9" * 19)],
    ],
)
def test_core_scalars_only(written: str, meant: Any) -> None:
    found = value(f"k: {written}\n")
    kind = str if isinstance(found, str) else type(found)
    assert (found, kind) == (meant, type(meant))


@both_loaders
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: &x 1\n", [("anchor", 1, 4)]),
        ("a: &x [1]\n", [("anchor", 1, 4)]),
        ("a: *x\n", [("alias", 1, 4)]),
        ("a: [*x, 1, *y]\n", [("alias", 1, 5), ("alias", 1, 12)]),
        ("a: !!int 1\n", [("tag", 1, 4)]),
        ("a: !!python/object:os.system {}\n", [("tag", 1, 4)]),
        ("!t a: 1\n", [("tag", 1, 1)]),
        ("a: {&k b: !t c}\n", [("anchor", 1, 5), ("tag", 1, 11)]),
        ("? [a]\n: 1\n", [("bad-key", 1, 3)]),
        ("a: {{b: c}: d}\n", [("bad-key", 1, 5)]),
        ("a: 1\n---\nb: 2\n", [("several-documents", 2, 1)]),
        ("%YAML 1.2\n---\na: 1\n...\n", []),
    ],
)
def test_what_must_not_stand_in_a_file_is_told_and_read_on(
    loader: Any, text: str, found: Report
) -> None:
    entries, reported = read(text, loader)
    assert reported == found
    assert len(entries) == 1


def test_an_alias_bomb_stays_small() -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{after}: &{after} [{','.join([f'*{before}'] * 9)}]\n"
        for before, after in zip("abcdefgh", "bcdefghi", strict=True)
    )
    entries, found = read(bomb)
    assert len(entries) == 9
    assert len(found) == 9 + 8 * 9


@both_loaders
def test_depth_is_bounded_before_anything_is_built(loader: Any) -> None:
    allowed = yamlio.MAX_DEPTH - 1
    assert value(f"k: {'[' * allowed}{']' * allowed}\n", loader) is not None
    with pytest.raises(YamlSyntaxError, match="nested more than 24 deep") as caught:
        value(f"k: {'[' * (allowed + 1)}{']' * (allowed + 1)}\n", loader)
    assert (caught.value.code, caught.value.line, caught.value.column) == ("too-deep", 0, 3 + 23)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_fifty_thousand_levels_do_not_crash(opening: str) -> None:
    with pytest.raises(YamlSyntaxError):
        read(f"k:\n {opening * 50_000}")


@both_loaders
@pytest.mark.parametrize(
    ("text", "line", "column", "code"),
    [
        ("a: [1\nb: 2\n", 1, 1, "syntax"),
        ('a: "x\n', 0, 3, "syntax"),
        ("a: b: c\n", 0, 4, "syntax"),
        ("a: 1\n\tb: 2\n", 1, 0, "syntax"),
        ("a: {b\n", 0, 3, "syntax"),
        ("a: @b\n", 0, 3, "syntax"),
        ("a: b\x00c\n", 0, 4, "bad-character"),
        ("a: 1\né: b\x07\n", 1, 4, "bad-character"),
    ],
)
def test_broken_syntax_names_its_place(
    loader: Any, text: str, line: int, column: int, code: str
) -> None:
    with pytest.raises(YamlSyntaxError) as caught:
        read(text, loader)
    assert (caught.value.line, caught.value.column, caught.value.code) == (line, column, code)


@both_loaders
@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "\ufeff"])
def test_an_empty_document_has_no_root(loader: Any, text: str) -> None:
    assert Document(text, _refuse, loader).root() is None


@both_loaders
def test_a_root_that_is_no_mapping_is_given_whole(loader: Any) -> None:
    text = Document("word\n", _refuse, loader).root()
    assert text is not None
    assert text.value == "word"
    series = Document("- a\n- b\n", _refuse, loader).root()
    assert isinstance(series, Series)
    assert [item.value for item in series.items] == ["a", "b"]


def test_a_long_list_is_read_item_by_item() -> None:
    document = Document("a: [1, 2]\nb: [", _refuse)
    assert isinstance(document.root(), Mapping)
    keys = document.entries()
    assert next(keys).value == "a"
    items = document.values()
    assert isinstance(items, Iterator)
    assert [item.value for item in items] == ["1", "2"]
    assert next(keys).value == "b"
    rest = document.values()
    assert isinstance(rest, Iterator)
    with pytest.raises(YamlSyntaxError):
        next(rest)


def _refuse(code: str, message: str, _: yamlio.Mark) -> None:
    pytest.fail(f"{code}: {message}")


def test_a_scalar_is_told_from_what_holds_others() -> None:
    entries = dict(read("a: 1\nb: {}\nc: []\n")[0])
    leaf: Scalar | Node = entries["a"]
    assert [yamlio.is_scalar(node) for node in entries.values()] == [True, False, False]
    assert leaf.value == "1"

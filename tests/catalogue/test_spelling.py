from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summit_tui.catalogue import spelling
from summit_tui.catalogue.yaml_values import plain_value
from tests.catalogue.strategies import AWKWARD
from tests.catalogue.test_yamlio import both_loaders, read, value

characters = st.characters(exclude_categories=["Cs"])
texts = st.text(characters, max_size=20) | st.sampled_from(AWKWARD)
spaced = st.text("ab \t\n#:-|", max_size=12)
leaves = st.none() | st.booleans() | st.integers(-(10**17), 10**17) | texts | spaced
trees = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=10,
)


@both_loaders
@given(text=texts | spaced)
@settings(deadline=None)
def test_a_scalar_reads_back_as_the_same_text(loader: Any, text: str) -> None:
    assert value(f"k: {spelling.scalar(text)}\n", loader) == text
    assert value(f"k: [{spelling.scalar(text, in_flow=True)}, x]\n", loader) == [text, "x"]
    assert value(f"k: {spelling.flow_mapping([(text, text)])}\n", loader) == {text: text}


@both_loaders
@given(text=texts | spaced)
@settings(deadline=None)
def test_a_block_reads_back_as_the_same_text(loader: Any, text: str) -> None:
    assert value(f"k: {spelling.block(text, 2)}\n", loader) == text
    assert value(f"k: {spelling.block(text, 2, prose=True)}\n", loader) in (text, f"{text}\n")


@both_loaders
@given(tree=st.dictionaries(texts, trees, min_size=1, max_size=3))
@settings(deadline=None)
def test_a_tree_reads_back_as_the_same_tree(loader: Any, tree: dict[str, Any]) -> None:
    entries, found = read(spelling.dump(tree), loader)
    assert found == []
    assert {key: plain_value(node) for key, node in entries} == tree


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Déjeuner", "Déjeuner"),
        ("a - b", "a - b"),
        ("C#", "C#"),
        ("https://example.org/a#b", "https://example.org/a#b"),
        ("what: now", '"what: now"'),
        ("yes", '"yes"'),
        ("1:30", '"1:30"'),
        ("", '""'),
        (" a", '" a"'),
        ('say "x"', 'say "x"'),
        ('"x"', '"\\"x\\""'),
        ("a\u202eb\x1b", '"a\u202eb\\x1b"'),
        (7, "7"),
        (True, "true"),
        (None, "null"),
    ],
)
def test_the_plainest_spelling(text: Any, written: str) -> None:
    assert spelling.scalar(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("one", "one"),
        ("one\ntwo", "|-\n  one\n  two"),
        ("one\n\n  two", "|-\n  one\n\n    two"),
        ("one\n", '"one\\n"'),
        (" one\ntwo", '" one\\ntwo"'),
        ("\none", '"\\none"'),
        ("one\x1b\ntwo", '"one\\x1b\\ntwo"'),
    ],
)
def test_several_lines_become_a_literal_block_where_one_keeps_them(text: str, written: str) -> None:
    assert spelling.block(text, 2) == written

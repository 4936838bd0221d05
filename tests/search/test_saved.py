"""Saved searches: by name in another query, and on the disk."""

import json
import stat
from pathlib import Path
from threading import Thread

import pytest

from summit_tui.search.query import Query, QueryError, parse, place_of, read_query
from summit_tui.search.saved import (
    SavedError,
    expanded,
    forget,
    save,
    saved,
    searches_file,
)

KNOWN = {
    "ai": "level>=300 track:ai",
    "Deep-dive": '@ai internals -intro "under the hood"',
    "été": "lambda",
    "both": "@ai @deep-dive",
    "a": "@b",
    "b": "x @a",
    "self": "@self",
    "lost": "@nothing",
    "odd": "levl:300",
}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("@ai", "level>=300 track:ai"),
        ("@AI day:tue lambd", "lambd level>=300 track:ai day:tue"),
        ("x @deep-DIVE y", 'internals x y "under the hood" -intro level>=300 track:ai'),
        ("@ete @Été", "lambda"),
        ("@both", 'internals "under the hood" -intro level>=300 track:ai'),
        ("no reference", "no reference"),
    ],
)
def test_a_name_stands_for_what_was_saved(text: str, meant: str) -> None:
    assert expanded(parse(text), KNOWN) == parse(meant)


@pytest.mark.parametrize(
    ("text", "culprit", "message", "hint"),
    [
        ("x @aii", "@aii", "there is no saved search @aii", "did you mean ai?"),
        ("@zzz", "@zzz", "there is no saved search @zzz", "there are ai, deep-dive"),
        ("x @a", "@a", "@a means itself: @a → @b → @a", "save one of them anew"),
        ("@self", "@self", "@self means itself: @self → @self", ""),
        ("@lost y", "@lost", "in @lost: there is no saved search @nothing", ""),
        ("y  @odd", "@odd", "in @odd: there is no field 'levl'", "did you mean level?"),
    ],
)
def test_a_name_that_means_nothing_says_so(
    text: str, culprit: str, message: str, hint: str
) -> None:
    with pytest.raises(QueryError) as caught:
        expanded(parse(text), KNOWN)
    assert text[caught.value.start : caught.value.end] == culprit
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_what_was_saved_stands_where_its_name_does() -> None:
    query = expanded(parse("x  @deep-dive"), KNOWN)
    assert {place_of(value) for each in query.conditions for value in each.values} == {
        (3, 13, "@ai")
    }


def test_nesting_has_an_end() -> None:
    deep = {f"n{number}": f"@n{number + 1}" for number in range(5000)}
    with pytest.raises(QueryError, match="saved searches in one another"):
        expanded(parse("@n0"), deep)


def test_what_is_named_often_is_put_in_once() -> None:
    wide = {f"n{number}": f"@n{number + 1} @m{number + 1}" for number in range(18)}
    wide |= {f"m{number}": f"@n{number + 1} @m{number + 1}" for number in range(18)}
    wide |= {"n18": "x", "m18": "y"}
    assert expanded(parse("@n0"), wide) == parse("x y")


def test_what_is_saved_is_there_and_can_be_forgotten() -> None:
    assert saved() == {}
    save("deep", "level:400  ")
    save("ai", "track:ai @deep")
    assert list(saved().items()) == [("ai", "track:ai @deep"), ("deep", "level:400")]
    assert read_query("@AI x") == parse("x level:400 track:ai")
    save("@AI", "track:data")
    assert saved() == {"AI": "track:data", "deep": "level:400"}
    forget("@ai")
    assert saved() == {"deep": "level:400"}
    with pytest.raises(QueryError, match=r"no saved search @dep \(did you mean deep\?\)"):
        forget("dep")


def test_a_line_without_names_reads_no_file() -> None:
    searches_file().parent.mkdir(parents=True)
    searches_file().write_text("damaged")
    assert read_query("me@host day:tue") == parse("me@host day:tue")


def test_the_file_is_as_one_would_write_it_by_hand() -> None:
    save("été", "kind:workshop")
    assert '"été": "kind:workshop"' in searches_file().read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("two words", "x", "'two words' is no name"),
        ("", "x", "'' is no name"),
        ("-x", "x", "'-x' is no name"),
        ("x" * 41, "x", "is no name"),
        ("ai", "", "there is nothing to save"),
        ("ai", "levl:3", "there is no field 'levl'"),
        ("ai", "x @ai", "@ai means itself"),
        ("ai", "@deeep", "no saved search @deeep (did you mean deep?)"),
        ("deep", "@other", "@other means itself: @other → @deep → @other"),
    ],
)
def test_what_cannot_be_used_is_not_saved(name: str, text: str, message: str) -> None:
    save("deep", "level:400")
    save("other", "@deep")
    before = searches_file().read_bytes()
    with pytest.raises(QueryError) as caught:
        save(name, text)
    assert message in str(caught.value)
    assert searches_file().read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"[]",
        b"\xff",
        b'{"ai": 3}',
        b'{"two words": "x"}',
        b"[" * 100_000,
        b'{"a": "' + b"x" * (1 << 20) + b'"}',
        b"",
    ],
    ids=["cut", "list", "bytes", "number", "name", "deep", "large", "empty"],
)
def test_a_damaged_file_is_told_and_never_overwritten(content: bytes) -> None:
    searches_file().parent.mkdir(parents=True)
    searches_file().write_bytes(content)
    with pytest.raises(QueryError, match="mend it, or move it away") as caught:
        read_query("x @ai")
    assert (caught.value.start, caught.value.end) == (2, 5)
    assert str(searches_file()) in caught.value.message
    with pytest.raises(SavedError, match="does not hold saved searches"):
        save("ai", "x")
    with pytest.raises(SavedError, match="does not hold saved searches"):
        forget("ai")
    assert searches_file().read_bytes() == content


def test_a_folder_that_cannot_be_written_is_told(isolated: Path) -> None:
    (isolated / "config").write_text("a file where the folder should be")
    assert saved() == {}
    with pytest.raises(SavedError, match=r"searches\.json cannot be written"):
        save("ai", "x")


def test_a_hostile_text_is_cleaned() -> None:
    searches_file().parent.mkdir(parents=True)
    searches_file().write_text(json.dumps({"ai": "x\x1b[31m\u202ey\n"}), encoding="utf-8")
    assert saved() == {"ai": "xy"}


def test_a_link_stays_a_link_and_a_mode_a_mode(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.json"
    real.write_text("{}")
    real.chmod(0o640)
    searches_file().parent.mkdir(parents=True)
    searches_file().symlink_to(real)
    save("ai", "x")
    assert searches_file().is_symlink()
    assert json.loads(real.read_text()) == {"ai": "x"}
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_writers_at_once_lose_nothing_of_each_other() -> None:
    threads = [Thread(target=save, args=(f"n{number}", "x")) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(saved()) == 12
    left = {path.name for path in searches_file().parent.iterdir()}
    assert left <= {"searches.json", ".searches.json.lock"}


def test_a_query_with_names_is_no_empty_one() -> None:
    assert Query(references=("ai",))
    assert str(parse("@ai x")) == "x @ai"

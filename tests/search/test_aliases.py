import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.catalogue.places import config_folder
from summit_tui.search.alias_words import TABLE
from summit_tui.search.aliases import Aliases, aliases_for, built_in, user_aliases
from summit_tui.search.spellings import STOP_WORDS
from summit_tui.search.tokens import words
from tests.factories import make_catalogue

NAMES = [name for line in TABLE.splitlines() for name in line.split(", ")]
LETTERS = st.lists(st.lists(st.sampled_from(["a", "b", "c d", "e"]), max_size=4), max_size=6)


def expression(text: str) -> tuple[str, ...]:
    return tuple(words(text))


def said(aliases: Aliases, text: str) -> list[str]:
    return [" ".join(other) for other in aliases.others(expression(text))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("k8s", "Kubernetes"),
        ("a11y", "accessibilité"),
        ("i18n", "internationalisation"),
        ("l10n", "localization"),
        ("o11y", "observability"),
        ("pg", "PostgreSQL"),
        ("Postgres", "PostgreSQL"),
        ("JS", "JavaScript"),
        ("ts", "TypeScript"),
        ("C++", "cpp"),
        ("C#", "csharp"),
        (".NET", "dotnet"),
        ("Go", "golang"),
        ("ML", "machine learning"),
        ("ML", "apprentissage automatique"),
        ("IA", "AI"),
        ("KI", "künstliche Intelligenz"),
        ("AI", "intelligence artificielle"),
        ("LLMs", "large language model"),
        ("GenAI", "IA générative"),
        ("IaC", "infrastructure as code"),
        ("CI", "intégration continue"),
        ("2FA", "multi-factor authentication"),
        ("RGPD", "GDPR"),
        ("Wasm", "WebAssembly"),
        ("FLOSS", "logiciels libres"),
        ("pentest", "tests d'intrusion"),
        ("UX", "expérience utilisateur"),
        ("x86_64", "amd64"),
        ("DB", "bases de données"),
        ("SSL", "TLS"),
    ],
)
def test_people_find_what_others_call_it(one: str, other: str) -> None:
    assert expression(other) in built_in().others(expression(one))
    assert expression(one) in built_in().others(expression(other))


@pytest.mark.parametrize(
    "word", ["os", "api", "sig", "bdd", "cv", "ha", "spa", "roi", "tf", "k3s", "node", "vue", "x"]
)
def test_a_word_of_several_meanings_stays_itself(word: str) -> None:
    assert built_in().others((word,)) == ()


def test_no_name_of_the_table_is_another_of_its_own() -> None:
    for name in NAMES:
        others = built_in().others(expression(name))
        assert others
        assert expression(name) not in others


def test_the_table_holds_folded_words_and_each_name_once() -> None:
    assert [name for name in NAMES if " ".join(words(name)) != name] == []
    assert [name for name in NAMES if len(name) < 2] == []
    assert len(NAMES) == len(set(NAMES))
    assert max(len(name.split()) for name in NAMES) == built_in().longest


COMMON = """
    about after all also an and any as at back be because but by can come could day do even first
    for from get give go good have he her him his how if in into is it its just know like look
    make me most my new no not now of on one only or other our out over people say see she so some
    take than that the their them then there these they think this time to two up us use want was
    way we well what when which who will with work would year you your are has had may must should
    net react more very here where why free open end
    au aux avec avoir bien ce ces cette comme dans de des dire donc du elle en est et etre eux faire
    fait il ils je la le les leur lui ma mais me meme mes mon ne nos notre nous on ont ou par pas
    peu peut plus pour qu que qui roi sa sans se ses si son sont sur ta te tes toi ton tous tout
    tres tu un une vers vie vos votre vous vue y sous deja non oui
    ab als am auch auf aus bei bin bis da das dem den der die du ein eine er es fur hat ich ihr im
    ist ja kann man mit nach nicht noch nur ob oder sein sich sie sind um und uns von vor war was
    wenn wer wie wir wo zu zum zur
"""
UNAVOIDABLE = {"go", "net", "react"}
"""Names of things that programmes write no other way, whatever else the words mean."""


def test_no_name_of_the_table_is_a_common_word() -> None:
    common = set(COMMON.split()) | STOP_WORDS
    assert common.intersection(NAMES) == UNAVOIDABLE


def test_without_groups_nothing_has_another_name() -> None:
    assert Aliases().others(("k8s",)) == ()
    assert Aliases().others(()) == ()
    assert Aliases().longest == 0


def test_the_longest_name_tells_how_far_to_look() -> None:
    assert Aliases([("a", "b")]).longest == 1
    assert Aliases([("a", "b c d"), ("e", "f g")]).longest == 3


def test_a_name_in_several_groups_has_the_others_of_all_in_order() -> None:
    aliases = Aliases([("pg", "postgres"), ("x", "y"), ("playground", "pg", "postgres")])
    assert said(aliases, "pg") == ["postgres", "playground"]
    assert said(aliases, "playground") == ["pg", "postgres"]


def test_merging_adds_and_leaves_the_first_as_it_was() -> None:
    first = Aliases([("a", "b")])
    assert said(first.merged((("a", "c d"),)), "a") == ["b", "c d"]
    assert said(first, "a") == ["b"]


def test_a_group_of_one_takes_its_name_away() -> None:
    first = Aliases([("pg", "postgres", "postgresql"), ("a", "b")])
    merged = first.merged((("pg",), ("a",)))
    assert said(merged, "pg") == said(merged, "a") == said(merged, "b") == []
    assert said(merged, "postgres") == ["postgresql"]


def test_what_is_taken_away_may_be_given_another_meaning() -> None:
    merged = Aliases([("pg", "postgres")]).merged((("pg",), ("pg", "playground")))
    assert said(merged, "pg") == ["playground"]
    assert said(merged, "postgres") == []


@given(LETTERS)
def test_names_are_names_in_both_directions_and_never_of_themselves(groups: list[Any]) -> None:
    aliases = Aliases(groups)
    for name in ("a", "b", "c d", "e"):
        others = aliases.others(expression(name))
        assert expression(name) not in others
        assert len(others) == len(set(others))
        assert all(expression(name) in aliases.others(other) for other in others)


def test_a_catalogue_adds_its_own_whatever_the_case_and_accents() -> None:
    aliases = aliases_for(
        make_catalogue(aliases=(("RE2", ("re:Invent",)), ("K8S", ("Orchestré",))))
    )
    assert said(aliases, "re:invent") == ["re2"]
    assert said(aliases, "k8s") == ["kubernetes", "orchestre"]
    assert said(aliases, "ml") == said(built_in(), "ml")


def test_a_catalogue_takes_a_usual_name_away() -> None:
    assert said(aliases_for(make_catalogue(aliases=(("RAG", ()),))), "rag") == []
    assert said(aliases_for(make_catalogue()), "rag") == ["retrieval augmented generation"]


@pytest.mark.parametrize("alias", [("—", ("a",)), ("k8s", ("K8S",)), ("a", ("…",)), ("?", ())])
def test_an_alias_that_names_nothing_changes_nothing(alias: tuple[str, tuple[str, ...]]) -> None:
    aliases = aliases_for(make_catalogue(aliases=(alias,)))
    assert said(aliases, "k8s") == ["kubernetes"]
    assert said(aliases, "a") == []


def test_a_sentence_is_no_name() -> None:
    aliases = aliases_for(make_catalogue(aliases=(("a", ("x " * 9, "b")),)))
    assert said(aliases, "a") == ["b"]
    assert aliases.longest == built_in().longest


def put(content: str | bytes) -> Path:
    path = config_folder() / "aliases.json"
    path.parent.mkdir(parents=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_without_a_file_the_user_adds_nothing() -> None:
    assert user_aliases() == ((), ())
    assert not config_folder().exists()


def test_the_users_file_comes_last() -> None:
    put('{"K8S": "cluster", "sec": ["security", "sécurité"], "pg": [], "re2": []}')
    aliases = aliases_for(make_catalogue(aliases=(("re2", ("re:Invent",)), ("pg", ("page",)))))
    assert said(aliases, "k8s") == ["kubernetes", "cluster"]
    assert said(aliases, "sécurité") == ["sec", "security"]
    assert said(aliases, "pg") == said(aliases, "re2") == []
    assert user_aliases()[1] == ()


def test_a_name_given_twice_counts_twice() -> None:
    put('{"pg": [], "PG": "playground", "a": "b", "a": "c"}')
    aliases = aliases_for(make_catalogue())
    assert said(aliases, "pg") == ["playground"]
    assert said(aliases, "a") == ["b", "c"]


def test_a_byte_order_mark_is_no_fault() -> None:
    put(b'\xef\xbb\xbf{"a": "b"}')
    assert user_aliases() == ((("a", "b"),), ())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "this is not JSON (Expecting value: line 1 column 1 (char 0)); write {"),
        ('{"a": "b",}', "this is not JSON ("),
        ("[" * 200_000, "this is not JSON ("),
        ('["k8s"]', 'this is no mapping of names; write {"k8s": "kubernetes"}.'),
        ("3", "this is no mapping of names; write"),
        (b'{"a": "\xff"}', "this is not UTF-8; save it as UTF-8."),
    ],
)
def test_a_file_that_is_none_is_told_and_left(content: str | bytes, said: str) -> None:
    path = put(content)
    groups, (wrong,) = user_aliases()
    assert groups == ()
    assert wrong.startswith(f"{path}: {said}")
    assert wrong.endswith(".")
    assert aliases_for(make_catalogue()).others(("k8s",)) == (("kubernetes",),)


@pytest.mark.parametrize(
    ("name", "others", "fault"),
    [
        ("a", 3, "'a' stands for no text; write a name"),
        ("a", None, "'a' stands for no text; write a name"),
        ("a", {"b": "c"}, "'a' stands for no text; write a name"),
        ("a", ["b", 3], "'a' stands for no text; write a name"),
        ("a", "", "'a' names ''; write one to 8 words."),
        ("a", ["b", "?!"], "'a' names '?!'; write one to 8 words."),
        ("", "b", "'' names ''; write one to 8 words."),
        ("PG", "pg", "'PG' stands for itself; leave it out."),
        ("a\x1b[31m", "a\ud800", "'a' stands for itself; leave it out."),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_counts(name: str, others: object, fault: str) -> None:
    path = put(json.dumps({name: others, "good": "better"}))
    groups, (wrong,) = user_aliases()
    assert groups == (("good", "better"),)
    assert wrong.startswith(f"{path}: {fault}")
    assert wrong.endswith(".")


def test_a_folder_in_its_place_is_told() -> None:
    path = config_folder() / "aliases.json"
    path.mkdir(parents=True)
    message = f"{path}: it cannot be read (it is no ordinary file); make it a readable file."
    assert user_aliases() == ((), (message,))


def test_without_a_home_there_is_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> Path:
        raise FileNotFoundError("there is no home folder")

    monkeypatch.setattr("summit_tui.search.aliases.config_folder", nobody)
    assert user_aliases() == ((), ())

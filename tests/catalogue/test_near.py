from collections import Counter

import pytest

from summit_tui.catalogue.near import misspelled


@pytest.mark.parametrize(
    ("rare", "often"),
    [
        ("Serverles", "Serverless"),
        ("serverless", "Serverless"),
        ("Securite", "Sécurité"),
        ("Amphi bleue", "Amphi bleu"),
        ("Machine Lerning", "Machine Learning"),
        ("Machine-Learning", "Machine Learning"),
        ("Room Atlantis 2", "Room Atlantic 2"),
        ("Block chain", "Blockchain"),
    ],
)
def test_a_slip_is_found(rare: str, often: str) -> None:
    assert misspelled(Counter({rare: 1, often: 3})) == {rare: often}


@pytest.mark.parametrize(
    ("rare", "often"),
    [
        ("Salle 231", "Salle 232"),
        ("Hall A", "Hall B"),
        ("Hall AB", "Hall AC"),
        ("North Hall", "South Hall"),
        ("Room A101", "Room A102"),
        ("Stage 20191", "Stage 20192"),
        ("Hall Est", "Hall Test"),
        ("Hall North2", "Hall North"),
        ("Dev", "Devs"),
        ("Data", "Date"),
        ("Cloud", "Cloud Security"),
        ("Community", "Communications"),
        ("日本", "韓国"),
        ("?!", "!?"),
    ],
)
def test_names_that_only_look_alike_are_left_alone(rare: str, often: str) -> None:
    assert misspelled(Counter({rare: 1, often: 3})) == {}


@pytest.mark.parametrize(("rare", "often"), [(2, 3), (1, 2), (1, 1)])
def test_only_a_single_use_beside_a_frequent_one_counts(rare: int, often: int) -> None:
    assert misspelled(Counter({"Serverles": rare, "Serverless": often})) == {}


def test_where_most_names_are_used_once_that_is_no_evidence() -> None:
    many = {
        f"Name {letter}{other}" for letter in "abcdefghijklmnop" for other in "abcdefghijklmnop"
    }
    uses = Counter({"Serverles": 1, "Serverless": 3} | dict.fromkeys(many, 1))
    assert misspelled(uses) == {}

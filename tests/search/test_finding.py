from datetime import datetime

import pytest

from summit_tui.catalogue.levels import Level, Scale
from summit_tui.catalogue.model import Room, Speaker
from summit_tui.search.context import Context
from summit_tui.search.finding import Found, find
from summit_tui.search.programme import Programme, programme_of
from summit_tui.search.query import QueryError, parse
from tests.factories import at, make_catalogue, make_session

STORMACQ = Speaker("Sébastien Stormacq", company="AWS")
SESSIONS = (
    make_session("keynote", "09:30", title="Keynote d'ouverture", kind="keynote", level=100),
    make_session(
        "front",
        "11:30",
        title="Simplifiez vos frontend à l'aide de backend serverless",
        code="SVS301",
        level=300,
        tracks=("Serverless",),
        speakers=(STORMACQ,),
        language="fr",
        room="Amphithéâtre bleu",
        abstract="Du monolithe PHP aux fonctions Lambda.",
    ),
    make_session(
        "lambda", "14:00", title="Lambda sous le capot", level=400, tracks=("Serverless",)
    ),
    make_session(
        "ml",
        "14:15",
        title="Machine learning for Kubernetes",
        tracks=("Data & AI",),
        speakers=(Speaker("Ada Alder", company="Blue Heron"),),
    ),
    make_session("late", "2019-04-03 00:00", title="Owls", day=at("00:00").date(), duration=None),
    make_session(
        "k8s", "2019-04-03 10:00", title="Kubernetes the hard way", level=200, room="Salle 2"
    ),
    make_session("night", "2019-04-03 23:30", title="Party", duration=120, status="cancelled"),
    make_session("panel", None, title="Panel: un an de serverless", level=200),
)
PROGRAMME = programme_of(
    make_catalogue(*SESSIONS, rooms=(Room("Salle 2", venue="Annexe"), Room("Amphithéâtre bleu")))
)
BUSY = (int(at("14:00").timestamp()), int(at("14:45").timestamp()))
CONTEXT = Context(at("14:20"), wants=(("lambda", "must"), ("gone", "want")), busy=(BUSY,))


def search(text: str, programme: Programme = PROGRAMME, context: Context = CONTEXT) -> Found:
    return find(programme, parse(text), context)


def ids(found: Found) -> list[str]:
    return [PROGRAMME.catalogue.sessions[row].id for row in found.rows]


def test_the_night_after_the_last_day_is_a_part_of_it() -> None:
    late = make_session("late", "2019-04-03 00:00", day=at("00:00").date())
    assert search("at:00:30", programme_of(make_catalogue(late))).rows == (0,)


@pytest.mark.parametrize(
    ("word", "hour"),
    [
        ("noon", 12),
        ("midday", 12),
        ("midi", 12),
        ("Mittag", 12),
        ("midnight", 0),
        ("minuit", 0),
    ],
)
def test_an_hour_has_a_name(word: str, hour: int) -> None:
    starts = (f"{hour:02}:00", f"{(hour - 1) % 24:02}:59")
    two = programme_of(make_catalogue(*(make_session(each, each) for each in starts)))
    assert search(f"after:{word} before:{hour:02}:01", two).rows == (
        two.catalogue.sessions.row(starts[0]),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["keynote", "front", "lambda", "ml", "late", "k8s", "night", "panel"]),
        # words: as typed, unfinished, mistyped, folded, in any order, split and joined
        ("capot", ["lambda"]),
        ("capo", ["lambda"]),
        ("cpaot", ["lambda"]),
        ("kubernets", ["ml", "k8s"]),
        ("KEYNOTE OUVERTURE", ["keynote"]),
        ("aide frontend", ["front"]),
        ("back end", ["front"]),
        ("sous lambda", ["lambda"]),
        ("stormacq", ["front"]),
        ("stormac", ["front"]),
        ("svs 301", ["front"]),
        ("svs301", ["front"]),
        ("monolithe", ["front"]),
        ("zzzqx", []),
        ("qwrtpsdf lambda xvcbnm", []),
        # phrases and exclusion
        ('"machine learning"', ["ml"]),
        ('"learning machine"', []),
        ('"blue heron"', ["ml"]),  # a company
        ('"alder blue"', []),  # the end of a name and the beginning of another
        ("kubernetes -learning", ["k8s"]),
        ('serverless -"un an"', ["front", "lambda"]),
        # conditions
        ("level:300", ["front"]),
        ("level:300+", ["front", "lambda"]),
        ("level>300", ["lambda"]),
        ("level<=200", ["keynote", "k8s", "panel"]),
        ("level:200-300", ["front", "k8s", "panel"]),
        ("level:expert,advanced", ["front", "lambda"]),
        ("-level:300+ -is:cancelled", ["keynote", "ml", "late", "k8s", "panel"]),
        ("track:data", ["ml"]),
        ("track:sevrerless", ["front", "lambda"]),
        ("room:bleu", ["front"]),
        ("venue:annexe", ["k8s"]),
        ("kind:plenary", ["keynote"]),
        ("lang:français", ["front"]),
        ("speaker:storm", ["front"]),
        ("speaker:strmacq", ["front"]),
        ("company:aws", ["front"]),
        ("day:tue", ["keynote", "front", "lambda", "ml", "late"]),
        ("day:2", ["k8s", "night"]),
        ("day:mercredi", ["k8s", "night"]),
        ("day:2019-04-03", ["k8s", "night"]),
        ("day:today", ["keynote", "front", "lambda", "ml", "late"]),
        ("day:tomorrow", ["k8s", "night"]),
        ("after:14:00", ["lambda", "ml", "night"]),
        ("after:14:01 day:1", ["ml"]),
        ("before:10:30", ["keynote", "late", "k8s"]),
        ("after:2019-04-03T09:00", ["k8s", "night"]),
        ("at:now", ["lambda", "ml"]),
        ("at:14:05", ["lambda"]),
        ("at:00:15 -is:cancelled", ["late"]),
        ("at:2019-04-03T00:15", ["late"]),
        ("at:2019-04-04T00:30", []),  # it was to be then, and is cancelled
        ("is:picked", ["lambda"]),
        ("is:must", ["lambda"]),
        ("is:maybe", []),
        ("is:cancelled", ["night"]),
        ("is:unscheduled", ["panel"]),
        ('"🚀"', []),
        ('"***"', []),
        ("capot -🚀 -#", ["lambda"]),
        ("free:me", ["keynote", "front", "late", "k8s"]),
        ("serverless level:300+", ["front", "lambda"]),
    ],
)
def test_a_query_finds(text: str, expected: list[str]) -> None:
    assert ids(search(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("機械学習", ["a"]),
        ("学習", ["a"]),
        ("習", ["a"]),
        ("データベース", ["a", "b"]),
        ('"機械学習"', ["a"]),
        ('"学習と"', ["a"]),
        ('"習学"', []),
        ("-機械学習", ["b"]),
        ("-データベース", []),
        ("abstract:データ", ["b"]),
        ("title:データ", ["a"]),
    ],
)
def test_scripts_without_blanks_are_found_and_excluded(text: str, expected: list[str]) -> None:
    programme = programme_of(
        make_catalogue(
            make_session("a", title="機械学習とデータベース"),
            make_session("b", "11:00", title="X", abstract="データベースを設計する"),
        )
    )
    found = search(text, programme)
    assert [programme.catalogue.sessions[row].id for row in found.rows] == expected


def test_a_title_counts_more_than_an_abstract() -> None:
    assert ids(search("lambda")) == ["lambda", "front"]


def test_readings_and_relaxation_are_told() -> None:
    assert search("kubernets").readings == (("kubernets", "kubernetes"),)
    assert search("track:sevrerless").readings == (("sevrerless", "Serverless"),)
    assert search("lambda").readings == ()
    relaxed = search("machine learning kubernetes quantum")
    assert ids(relaxed) == ["ml"]
    assert relaxed.relaxed
    assert not search("machine learning").relaxed


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("level:foo", "(by name: Introductory, Intermediate, Advanced, Expert)"),
        ("level>=9", "level '9' is not one of 100, 200, 300, 400 (by name: Introductory, "),
        ("track:zzz", "there are Data & AI, Serverless"),
        ("day:9", "the event has 2"),
        ("day:sunday", "no day of the event is sunday (there are 2019-04-02, 2019-04-03)"),
        ("day<mon", "no day of the event is mon"),
        ("day:someday", "not a day"),
        ("after:noonish", "not a time of day"),
        ("kind:zzz", "no kind is like 'zzz' (there are "),
        ("lang:klingon", "no language is like 'klingon' (there are French)"),
        ("free:you", "write free:me"),
        ("level>=300,400", "takes one value"),
        ("day:፩", "not a day"),
        ("x:y", "there is no field 'x' (for the words, quote them)"),
        ("is:pickd", "did you mean picked?"),
    ],
)
def test_an_impossible_value_says_what_is_possible(text: str, message: str) -> None:
    with pytest.raises(QueryError, match=None) as caught:
        search(text)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("kayakign", "kayaking"),
        ("hrdware", "härdware"),  # as the best session writes it
        ("grasslnds", "grässlands"),
        ("grassaln", "grässlands"),  # not finished
    ],
)
def test_a_reading_is_told_as_the_session_has_it(typed: str, read: str) -> None:
    programme = programme_of(
        make_catalogue(
            make_session("a", title="Open Härdware", subtitle="Grässlands", tags=("Kayaking",))
        )
    )
    assert find(programme, parse(typed), CONTEXT).readings == ((typed, read),)


@pytest.mark.parametrize(
    "phrase", ["deep dive", "hard facts", "prose that", "svs 7", "data lake", "big tag", "ada moss"]
)
def test_a_phrase_stands_in_any_text_of_a_session(phrase: str) -> None:
    session = make_session(
        "a",
        title="Deep dive",
        subtitle="Hard facts",
        abstract="Prose that tells.",
        code="SVS 7",
        tracks=("Data Lake",),
        tags=("big tag",),
        speakers=(Speaker("Ada Moss"),),
    )
    programme = programme_of(make_catalogue(session, make_session("b")))
    assert find(programme, parse(f'"{phrase}"'), CONTEXT).rows == (0,)


def test_the_set_and_the_rows_are_the_same() -> None:
    found = search("serverless")
    assert found.bits == sum(1 << row for row in found.rows)


def test_an_empty_programme_answers_every_query() -> None:
    empty = programme_of(make_catalogue())
    for text in ("", "x", '"x y"', "level:300", "is:picked", "free:me", "at:now", "-x"):
        assert find(empty, parse(text), Context(datetime(2019, 4, 2))).rows == ()


def test_a_weekday_that_comes_twice_is_the_next_one() -> None:
    programme = programme_of(
        make_catalogue(make_session("a", "2019-04-02 10:00"), make_session("b", "2019-04-09 10:00"))
    )
    assert find(programme, parse("day:tue"), Context(at("2019-04-05 10:00"))).rows == (1,)
    assert find(programme, parse("day:tue"), Context(at("2019-04-02 19:00"))).rows == (0,)
    assert find(programme, parse("day:tue"), Context(at("2019-05-05 10:00"))).rows == (0,)


def test_a_level_with_a_hyphen_in_its_name_is_no_range() -> None:
    scale = Scale((Level("All-levels", "All-levels"), Level("Deep-dive", "Deep-dive")))
    programme = programme_of(make_catalogue(make_session("a", level="Deep-dive"), scale=scale))
    for text in ("level:deep-dive", "level:Deep-dive", "level:deep-dive+"):
        assert find(programme, parse(text), CONTEXT).rows == (0,)

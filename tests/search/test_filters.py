"""What conditions select, how their values are read, and what impossible ones say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_tui.catalogue.levels import Level, Scale
from summit_tui.catalogue.model import Room, Speaker
from summit_tui.search.context import Context
from summit_tui.search.finding import Found, find
from summit_tui.search.programme import programme_of
from summit_tui.search.query import FIELDS, Condition, QueryError, parse
from tests.factories import at, make_catalogue, make_session

SEBASTIEN = Speaker("Sébastien Stormacq", company="Northwind Traders")
ADA = Speaker("Ada Quill", company="Contoso")
BO = Speaker("Bo Quillfeather")
SESSIONS = (
    make_session("open", "09:30", title="Ouverture", kind="keynote", level=100, code="KEY100"),
    make_session(
        "front",
        "11:30",
        title="Frontend serverless",
        subtitle="À grande échelle",
        code="SVS-301",
        level=300,
        tracks=("Serverless",),
        speakers=(SEBASTIEN, BO),
        language="fr",
        room="Salle 232",
        tags=("edge",),
        abstract="Le serverless sans douleur.",
    ),
    make_session(
        "graph",
        "14:00",
        title="Graphes",
        code="DAT401",
        level=400,
        tracks=("Data & AI",),
        speakers=(ADA,),
        language="en",
        room="Amphithéâtre bleu",
        recorded=False,
        abstract="Graphs at scale.",
    ),
    make_session("guard", "2019-04-03 10:00", level=200, tracks=("Security & Risk",), kind="panel"),
    make_session("lab", "2019-04-04 10:00", tracks=("Data & AI", "Security"), kind="workshop"),
    make_session("gone", "2019-04-04 11:00", status="cancelled"),
    make_session("later", None),
)
PROGRAMME = programme_of(make_catalogue(*SESSIONS, rooms=(Room("Salle 232", venue="Annexe"),)))
BUSY = (int(at("14:00").timestamp()), int(at("14:45").timestamp()))
WANTS = (("graph", "must"), ("lab", "want"), ("vanished", "maybe"))
TEAM = (
    ("Ada", ("graph", "front", "vanished")),
    ("Ana Alder", ("lab",)),
    ("Bo Larkspur", ("graph", "later")),
    ("Cy", ()),
)
CONTEXT = Context(at("2019-04-03 10:10"), WANTS, (BUSY,), TEAM)
DATED = "open front graph guard lab gone"


def search(text: str) -> Found:
    return find(PROGRAMME, parse(text), CONTEXT)


def ids(text: str) -> str:
    return " ".join(PROGRAMME.catalogue.sessions[row].id for row in search(text).rows)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # levels
        ("level:200+", "front graph guard"),
        ("level:intermediate+", "front graph guard"),
        ("level:200-300", "front guard"),
        ("level:300..200", "front guard"),
        ("level:intro-adv", "open front guard"),
        ("level:L300,débutant", "open front"),
        ("level:deep-dive", "graph"),
        ("level<300", "open guard"),
        ("level<=advanced -level:100", "front guard"),
        # days
        ("day:1-2", "open front graph guard"),
        ("day:2+", "guard lab gone"),
        ("day:mon-wed", "open front graph guard"),
        ("day:wed-tue", DATED),
        ("day:jeu,MARDI", "open front graph lab gone"),
        ("day:2019-04-03..2019-04-04", "guard lab gone"),
        ("day:2019-04-02-2", "open front graph guard"),
        ("day:tue-2", "open front graph guard"),  # a name and a number
        ("day:2019-04-02-wed", "open front graph guard"),
        ("day:today", "guard"),
        ("day:demain", "lab gone"),
        ("day:yesterday-tomorrow", DATED),
        ("day>=2", "guard lab gone"),
        ("day>tue", "guard lab gone"),
        ("day<=2019-04-02", "open front graph"),
        ("day<today", "open front graph"),
        # times
        ("after:11", "front graph gone"),
        ("after:11h30", "front graph"),
        ("after:2pm", "graph"),
        ("after:noon", "graph"),
        ("after:2019-04-04", "lab gone"),
        ("after:now", "lab gone"),
        ("before:2019-04-03T10:00", "open front graph"),
        ("before:9:45,10:01", "open guard lab"),
        ("at:10:15", "guard lab"),
        ("at:9h45", "open"),
        # states
        ("is:upcoming", "lab"),
        ("is:past", "open front graph"),
        ("is:now", "guard"),
        ("is:picked", "graph lab"),
        ("is:must,want", "graph lab"),
        ("is:unrecorded", "graph"),
        ("is:cancelled,unscheduled", "gone later"),
        ("free:me -is:past", "guard lab"),
        # colleagues: the whole name first, then the beginning of any of its words
        ("with:ada", "front graph"),
        ("with:a", "front graph lab"),
        ("with:LARK", "graph later"),
        ('with:"al an"', "lab"),
        ("with:cy", ""),
        ("with:ada,bo", "front graph later"),
        ("with:ada with:bo", "graph"),
        ("with:anyone", "front graph lab later"),
        ("with:anyone -is:picked", "front later"),
        ("-with:anyone is:picked", ""),
        # names: the whole, the beginning of a word, a part, words in any order, written together
        ("track:security", "lab"),
        ("track:secu", "guard lab"),
        ("track:risk", "guard"),
        ('track:"ai data"', "graph lab"),
        ("track:dataai", "graph lab"),
        ("room:bleu", "graph"),
        ("day:3", "lab gone"),  # the third day, not the third of April
        ("day:04", "lab gone"),
        ("room:232", "front"),
        ("salle:amphi", "graph"),
        ("venue:ann", "front"),
        ("tag:edge", "front"),
        ("company:traders", "front"),
        ("speaker:quill", "front graph"),
        ('speaker:"ada quill"', "graph"),
        ("speaker:SEBASTIEN", "front"),
        # kinds and languages
        ("kind:work", "lab"),
        ("kind:ateliers", "lab"),
        ("kind:round-table", "guard"),
        ("kind:p", "guard"),
        ("lang:fren", "front"),
        ("lang:français", "front"),
        ("language:EN", "graph"),
        # texts
        ("title:front", "front"),
        ("title:echelle", "front"),
        ('title:"serverless front"', "front"),
        ("title:douleur", ""),
        ("title:edge", ""),
        ('title:"***"', ""),
        ('abstract:"***"', ""),
        ("abstract:serverless", "front"),
        ("abstract:scal", "graph"),
        ("abstract:frontend", ""),
        ("-abstract:serverless level:300+", "graph"),
        ("code:svs", "front"),
        ("code:svs301", "front"),
        ('code:"DAT 4"', "graph"),
        ("id:g", "graph guard gone"),
    ],
)
def test_a_condition_selects(text: str, expected: str) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "readings"),
    [
        ("track:sevrerless", "front", [("sevrerless", "Serverless")]),
        ("track:secruity", "lab", [("secruity", "Security")]),
        ("track:rsik", "guard", [("rsik", "Security & Risk")]),
        ("track:secruit", "lab", [("secruit", "Security")]),
        ("room:amhpi", "graph", [("amhpi", "Amphithéâtre bleu")]),
        ("venue:anexe", "front", [("anexe", "Annexe")]),
        ("company:contosso", "graph", [("contosso", "Contoso")]),
        ("tag:egde", "front", [("egde", "edge")]),
        ("speaker:strmacq", "front", [("strmacq", "stormacq")]),
        ('speaker:"ada quil"', "graph", []),
        ('speaker:"adaa quill"', "graph", [("adaa", "ada")]),
        ("level:advnced", "front", [("advnced", "300 Advanced")]),
        ("level:expret+", "graph", [("expret", "400 Expert")]),
        ("level:intro,exp", "open graph", []),  # the beginning is no slip
        ("level>=advnced", "front graph", [("advnced", "300 Advanced")]),
        ("level:200-advnced", "front guard", [("advnced", "300 Advanced")]),
        ("kind:wrkshop", "lab", [("wrkshop", "workshop")]),
        ("kind:keynoet,panle", "open guard", [("keynoet", "keynote"), ("panle", "panel")]),
        ("lang:frnch", "front", [("frnch", "French")]),
        ("lang:frensh", "front", [("frensh", "French")]),
        ("lang:engilsh", "graph", [("engilsh", "English")]),
        ("day:tusday", "open front graph", [("tusday", "tuesday")]),
        ("-kind:wrkshop level:300+", "front graph", [("wrkshop", "workshop")]),
    ],
)
def test_a_value_read_as_another_is_told(
    text: str, expected: str, readings: list[tuple[str, str]]
) -> None:
    assert ids(text) == expected
    assert list(search(text).readings) == readings


@pytest.mark.parametrize(
    ("text", "culprit", "message", "hint"),
    [
        ("x day:9", "9", "day 9 does not exist", "the event has 3 days"),
        ("day:1,sun", "sun", "no day of the event is sun", "there are 2019-04-02, "),
        ("day:2018-01-01", "2018-01-01", "is no day of the event", "2019-04-02"),
        ("day:1-9", "1-9", "day 9 does not exist", "the event has 3 days"),
        ("day:sun..mon", "sun..mon", "no day of the event is sun to mon", "there are"),
        ("day:what-so", "what-so", "'what' is not a day", "write tue"),
        ("day:+", "+", "'+' is not a day", "write tue"),
        ("day:-", "-", "'-' is not a day", "write tue"),
        ("day>=never", "never", "is not a day", "write tue"),
        ("level:foo", "foo", "'foo' is not one of 100, 200", "by name: Introductory, Intermediate"),
        ("level:300,9", "9", "level '9' is not one of", "by name: Introductory, Intermediate"),
        ("level:300-9", "300-9", "level '9' is not one of", "by name"),
        ("level:30", "30", "level '30' is not one of", ""),
        ("level>=9", "9", "level '9' is not one of", ""),
        ("level>=300,400", "300,400", "takes one value", "a comma means or"),
        ("after:25:00", "25:00", "'25:00' is not a time of day", "write 14:00"),
        ("before:soon", "soon", "not a time of day", "write 14:00"),
        ("at:x", "x", "not a time of day", "now"),
        ("is:pickd", "pickd", "is:pickd means nothing", "did you mean picked?"),
        ("is:zzz", "zzz", "is:zzz means nothing", "known are picked"),
        ("track:zzz", "zzz", "no track is like 'zzz'", "there are Data & AI, Security"),
        ("track:ai,zzz", "zzz", "no track is like", ""),
        ('room:"hall 9"', "hall 9", "no room is like", "there are Salle 232, Amphi"),
        ("kind:xyzzy", "xyzzy", "no kind is like", "there are "),
        ("lang:xx", "xx", "no language is like", "there are English, French"),
        ("free:you", "you", "free:you means nothing", "write free:me"),
        ("with:adda", "adda", "nobody of the team is called 'adda'", "did you mean Ada?"),
        ("with:ada,any1", "any1", "called 'any1'", "did you mean anyone?"),
        ("with:zzz", "zzz", "called 'zzz'", "known are Ada, Ana Alder, Bo Larkspur, Cy, anyone"),
        ('with:"al zzz"', "al zzz", "called 'al zzz'", "known are"),
        ("with:me", "me", "with:me means nothing", "write is:picked"),
        ("speaker:zzzzz", "zzzzz", "no speaker is like", "part of a name"),
        (
            "speaker:quil,quellefedr",
            "quellefedr",
            "no speaker is like",
            "did you mean Bo Quillfeather?",
        ),
        ('speaker:"ada quillf"', "ada quillf", "no speaker is like", "there are Ada Quill, Bo"),
        ("code:SVS39", "SVS39", "no code begins with", "SVS-301"),
        ("-id:zzz", "zzz", "no id begins with", "beginning"),
        ('track:"\u0301"', "\u0301", "no track is like", "there are"),
    ],
)
def test_an_impossible_value_says_where_and_what_is_possible(
    text: str, culprit: str, message: str, hint: str
) -> None:
    with pytest.raises(QueryError) as caught:
        search(text)
    error = caught.value
    assert text[error.start : error.end] == culprit
    assert message in error.message
    assert error.hint
    assert hint in error.hint


def test_without_a_team_it_is_said_how_to_have_one() -> None:
    with pytest.raises(QueryError, match="your colleagues are not known") as caught:
        find(PROGRAMME, parse("with:ada"), CONTEXT._replace(team=()))
    assert (caught.value.start, caught.value.end) == (5, 8)
    assert caught.value.hint == 'name their agendas in settings.json: {"team": ["ada.yaml"]}'


def test_a_condition_that_was_not_typed_names_its_field() -> None:
    with pytest.raises(QueryError) as caught:
        find(PROGRAMME, parse("").where(Condition("track", ("zzz",))), CONTEXT)
    assert (caught.value.start, caught.value.end) == (0, 0)
    assert "track" in str(caught.value)


def test_a_level_with_a_hyphen_in_its_name_is_read_whole_first() -> None:
    scale = Scale((Level("Deep", "Deep"), Level("Deep-dive", "Deep-dive"), Level("Dive", "Dive")))
    sessions = [make_session(each.name, level=each.value) for each in scale.levels]
    programme = programme_of(make_catalogue(*sessions, scale=scale))
    assert find(programme, parse("level:deep-dive"), CONTEXT).rows == (1,)
    assert find(programme, parse("level:deep..dive"), CONTEXT).rows == (0, 1, 2)


def test_a_level_may_be_called_what_else_is_several() -> None:
    scale = Scale((Level("300/400", "Deep"), Level("100", "Easy")))
    sessions = [make_session(each.name, level=each.value) for each in scale.levels]
    programme = programme_of(make_catalogue(*sessions, scale=scale))
    assert find(programme, parse("level:300/400"), CONTEXT).rows == (0,)
    with pytest.raises(QueryError, match="100/300"):
        find(programme, parse("level:100/300"), CONTEXT)


def test_where_there_are_no_days_a_date_shows_how_one_is_written() -> None:
    with pytest.raises(QueryError, match="today or 2019-04-02"):
        find(programme_of(make_catalogue()), parse("day:soonish"), CONTEXT)


def test_of_names_equally_near_the_first_is_meant() -> None:
    sessions = [make_session(name, tracks=(name,)) for name in ("Cloud", "Clouds", "Clued")]
    programme = programme_of(make_catalogue(*sessions, tracks=("Clued", "Cloud", "Clouds")))
    readings = [find(programme, parse("track:cluod"), CONTEXT).readings for _ in range(3)]
    assert readings == [(("cluod", "Cloud"),)] * 3


def test_digits_are_never_mistyped() -> None:
    rooms = [make_session(f"s{number}", room=f"Salle {number}") for number in (231, 232)]
    with pytest.raises(QueryError, match="no room is like"):
        find(programme_of(make_catalogue(*rooms)), parse('room:"salle 233"'), CONTEXT)


VALUES = {
    "level": ["100", "300", "200+", "100-300", "advanced", "expret", "intro"],
    "track": ["ai", "Data & AI", "secu", "sevrerless", "Serverless"],
    "speaker": ["ada", "quill", "strmacq", "Sébastien"],
    "company": ["contoso", "north"],
    "room": ["232", "amphi", "Théâtre"],
    "venue": ["annexe"],
    "kind": ["workshop", "panle", "key"],
    "lang": ["fr", "English", "français"],
    "tag": ["edge"],
    "title": ["front", "grande échelle", "nothing"],
    "abstract": ["serverless", "scale"],
    "code": ["svs", "DAT401"],
    "id": ["g", "front"],
    "day": ["tue", "2", "1-2", "2019-04-04", "today", "mer"],
    "after": ["11:30", "9", "now", "2pm"],
    "before": ["noon", "10:30"],
    "at": ["10:15", "now"],
    "is": ["picked", "must", "cancelled", "past", "unscheduled"],
    "free": ["me"],
    "with": ["ada", "bo lark", "a", "anyone"],
}
assert VALUES.keys() == FIELDS.keys()
_TYPED = st.sampled_from([(name, value) for name, values in VALUES.items() for value in values])


def rows(*conditions: Condition) -> int:
    return find(PROGRAMME, parse("").where(*conditions), CONTEXT).bits


@given(_TYPED)
def test_a_minus_selects_everything_else(typed: tuple[str, str]) -> None:
    name, value = typed
    chosen = rows(Condition(name, (value,)))
    others = rows(Condition(name, (value,), negated=True))
    assert chosen & others == 0
    assert chosen | others == PROGRAMME.index.facets.everything


@given(st.sampled_from(sorted(VALUES)).flatmap(
    lambda name: st.tuples(st.just(name), st.lists(st.sampled_from(VALUES[name]), min_size=1))
))  # fmt: skip
def test_a_comma_means_or(typed: tuple[str, list[str]]) -> None:
    name, values = typed
    union = 0
    for value in values:
        union |= rows(Condition(name, (value,)))
    assert rows(Condition(name, tuple(values))) == union


@given(st.lists(_TYPED, max_size=4))
def test_conditions_stand_in_any_order_and_mean_and(typed: list[tuple[str, str]]) -> None:
    conditions = [Condition(name, (value,)) for name, value in typed]
    both = PROGRAMME.index.facets.everything
    for condition in conditions:
        both &= rows(condition)
    assert rows(*conditions) == rows(*reversed(conditions)) == both


@given(_TYPED)
def test_what_is_typed_and_what_an_option_says_is_the_same(typed: tuple[str, str]) -> None:
    name, value = typed
    text = f'{name}:"{value}"'
    assert find(PROGRAMME, parse(text), CONTEXT).bits == rows(Condition(name, (value,)))


_ACCENTS = str.maketrans({"e": "é", "a": "à", "c": "ç"})


@given(_TYPED, st.sampled_from([str.upper, str.title, lambda text: text.translate(_ACCENTS)]))
def test_case_and_accents_do_not_matter(typed: tuple[str, str], other: "type[str]") -> None:
    name, value = typed
    assert rows(Condition(name, (other(value),))) == rows(Condition(name, (value,)))


@pytest.mark.parametrize(("field", "value"), [("level", "300"), ("day", "tue"), ("day", "2")])
def test_comparisons_split_what_has_a_value(field: str, value: str) -> None:
    above, least, below, most = (
        rows(Condition(field, (value,), op)) for op in (">", ">=", "<", "<=")
    )
    assert least & ~above == rows(Condition(field, (value,))) == most & ~below
    assert above & most == least & below == 0


_PIECES = st.sampled_from(
    [f"{name}{op}" for name in FIELDS for op in (":", ">=", "<")]
    + [value for values in VALUES.values() for value in values]
    + [*'",-+@ :', "..", " -", "zzz", "9", "🚀", "\u0301", "\u202e"]
)


def outcome(text: str) -> Found | QueryError:
    try:
        return search(text)
    except QueryError as error:
        return error


@given(st.lists(_PIECES, max_size=8).map("".join) | st.text(max_size=40))
def test_any_text_finds_or_explains_itself(text: str) -> None:
    found = outcome(text)
    if isinstance(found, QueryError):
        assert found.message
        assert found.hint
        assert 0 <= found.start < found.end <= len(text)
    else:
        assert found.bits == sum(1 << row for row in found.rows)


@pytest.mark.parametrize(
    "value", ["!300", "300/400", "300.400", "300;400", '"300 400"', "300++", "<>300"]
)
def test_what_is_no_level_is_not_taken_for_one(value: str) -> None:
    with pytest.raises(QueryError, match="level"):
        search(f"level:{value}")


def test_a_name_without_words_is_found_by_its_signs() -> None:
    programme = programme_of(
        make_catalogue(make_session("a", speakers=(Speaker("🦉🦉"),)), make_session("b", "11:00"))
    )
    assert find(programme, parse("speaker:🦉🦉"), CONTEXT).rows == (0,)
    with pytest.raises(QueryError, match="no speaker is like"):
        find(programme, parse("speaker:🚀"), CONTEXT)


def test_a_saved_search_that_is_not_there_explains_itself() -> None:
    with pytest.raises(QueryError, match="no saved search @100"):
        search("@100")


def test_a_part_of_a_name_does_not_reach_from_one_word_into_the_next() -> None:
    tracks = ("This Ecosystem",)
    programme = programme_of(make_catalogue(make_session("a", tracks=tracks)))
    assert find(programme, parse("track:thisecosystem"), CONTEXT).rows == (0,)
    with pytest.raises(QueryError, match="no track is like 'sec'"):
        find(programme, parse("track:sec"), CONTEXT)


def test_a_word_that_is_no_name_is_not_taken_for_one_of_a_speaker() -> None:
    programme = programme_of(
        make_catalogue(make_session("a", title="Quilts", speakers=(Speaker("Quimby Larkspur"),)))
    )
    with pytest.raises(QueryError, match="no speaker is like"):
        find(programme, parse("speaker:quilte"), CONTEXT)

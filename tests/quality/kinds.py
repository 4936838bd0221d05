"""The kinds of queries that people type, each made with the sessions that it means.

A kind picks a session, takes words of it, and does to them what people do: leaves the last one
unfinished, slips on the keys, drops the accents, writes two words as one. What is meant is
decided before that, by `Heads`. A slip that makes another word of the catalogue is thrown away:
nobody could tell it from that word. A kind gives None where its draw did not fit; it is then asked
again.

The table of short forms is a sample of what people type, and on purpose not the engine's.
"""

from collections.abc import Callable

from tests.quality.drawing import Drawer, telling
from tests.quality.heads import Ids, words_of
from tests.quality.silence import EVERYDAY, coined, mashed
from tests.quality.slips import ALL, REPLACE, SWAP

_ENGLISH = ("the {}", "how to {}", "a talk on {}", "{} and the", "{} for the")
_FRENCH = ("le {}", "la {}", "une {}", "les {} et", "{} pour les", "comment {}")
_SHORT = {
    "a11y": "accessibility",
    "db": "database",
    "e2e": "end to end",
    "i18n": "internationalization",
    "iot": "internet of things",
    "js": "javascript",
    "k8s": "kubernetes",
    "l10n": "localization",
    "ml": "machine learning",
    "o11y": "observability",
    "pg": "postgresql",
    "ts": "typescript",
    "wasm": "webassembly",
}
ABSTRACT = "word of title and abstract"
"""The kind that needs more than the head of a session."""

Made = tuple[str, Ids] | None
"""What is typed, and the sessions meant: none when nothing should be found."""
Make = Callable[[Drawer], Made]


def _words(count: int) -> Make:
    def make(drawer: Drawer) -> Made:
        words = drawer.title_words(count)
        return (" ".join(words), drawer.heads.having(words)) if words else None

    return make


def _title_run(drawer: Drawer) -> Made:
    title = drawer.heads.sessions[drawer.some_id()].title.split()
    if len(title) < 4:
        return None
    at = drawer.random.randrange(len(title) - 3)
    run = " ".join(title[at : at + 4])
    words = words_of(run)
    return (run, drawer.heads.having(words)) if any(telling(each, 3) for each in words) else None


def _unfinished(drawer: Drawer) -> Made:
    words = drawer.title_words(1, 5)
    prefix = words and drawer.begun(words[0], 3)
    return (prefix, drawer.heads.beginning(prefix)) if prefix else None


def _second_unfinished(drawer: Drawer) -> Made:
    words = drawer.title_words(2)
    if words is None:
        return None
    prefix = drawer.begun(words[1], 2)
    return f"{words[0]} {prefix}", drawer.heads.having(words[:1]) & drawer.heads.beginning(prefix)


def _slip(least: int, most: int, kinds: tuple[str, ...] = ALL, count: int = 1) -> Make:
    def make(drawer: Drawer) -> Made:
        words = drawer.title_words(1, least)
        if words is None or len(words[0]) > most:
            return None
        typed = drawer.slipped(words[0], kinds, count)
        return (typed, drawer.heads.having(words)) if typed else None

    return make


def _slips_in_both(drawer: Drawer) -> Made:
    words = drawer.title_words(2, 5)
    typed = [drawer.slipped(each) for each in words or ()]
    if not words or None in typed:
        return None
    return " ".join(each for each in typed if each), drawer.heads.having(words)


def _unfinished_slip(drawer: Drawer) -> Made:
    words = drawer.title_words(1, 8)
    if words is None:
        return None
    prefix = drawer.begun(words[0], 6)
    typed = drawer.slipped(prefix, (REPLACE, SWAP))
    if typed is None or drawer.heads.beginning(typed):
        return None
    return typed, drawer.heads.beginning(prefix)


def _accents_left_out(drawer: Drawer) -> Made:
    session = drawer.heads.sessions[drawer.some_id()]
    texts = [session.title, *(speaker.name for speaker in session.speakers)]
    accented = [each for text in texts for each in text.split() if not each.isascii()]
    words = [each for text in accented for each in words_of(text) if telling(each, 4)]
    if not words:
        return None
    word = drawer.random.choice(words)
    return word, drawer.heads.having([word])


def _surname(drawer: Drawer) -> Made:
    name = drawer.surname(drawer.some_id())
    return (name, drawer.heads.having([name])) if name else None


def _surname_slip(drawer: Drawer) -> Made:
    name = drawer.surname(drawer.some_id())
    typed = name and len(name) > 4 and drawer.slipped(name)
    return (typed, drawer.heads.having([name])) if name and typed else None


def _surname_and_word(slips: bool) -> Make:
    def make(drawer: Drawer) -> Made:
        session_id = drawer.some_id()
        name = drawer.surname(session_id)
        words = [each for each in drawer.heads.titles[session_id] if telling(each, 5)]
        if name is None or not words or len(name) < 5:
            return None
        meant = [name, drawer.random.choice(words)]
        typed: list[str] = list(meant)
        if slips:
            at = drawer.random.randrange(2)
            typed[at] = drawer.slipped(meant[at]) or ""
        return (" ".join(typed), drawer.heads.having(meant)) if all(typed) else None

    return make


def _elided(drawer: Drawer) -> Made:
    starts = [
        each
        for each in drawer.heads.sessions[drawer.some_id()].title.split()
        if each[:2].lower() in ("l'", "d'", "l’", "d’") and len(words_of(each)) == 1
    ]
    word = words_of(starts[0])[0] if starts else ""
    if not telling(word, 4):
        return None
    typed = drawer.random.choice((starts[0], word, starts[0][0].lower() + "'" + word))
    return typed, drawer.heads.having([word])


def _among_small_words(drawer: Drawer) -> Made:
    words = drawer.title_words(1)
    frame = drawer.random.choice(drawer.random.choice((_ENGLISH, _FRENCH)))
    return (frame.format(words[0]), drawer.heads.having(words)) if words else None


def _written_as_one(drawer: Drawer) -> Made:
    title = drawer.heads.titles[drawer.some_id()]
    if len(title) < 2:
        return None
    at = drawer.random.randrange(len(title) - 1)
    pair = title[at : at + 2]
    one = "".join(pair)
    fits = all(telling(each, 4) for each in pair) and not drawer.heads.knows(one)
    return (one, drawer.heads.having(pair)) if fits else None


def _written_as_two(drawer: Drawer) -> Made:
    words = drawer.title_words(1, 8)
    if words is None:
        return None
    at = drawer.random.randrange(4, len(words[0]) - 3)
    parts = words[0][:at], words[0][at:]
    known = all(map(drawer.heads.knows, parts))
    return None if known else (" ".join(parts), drawer.heads.having(words))


def _title_and_abstract(drawer: Drawer) -> Made:
    session_id = drawer.some_id()
    told = [each for each in drawer.heads.abstract(session_id) if telling(each, 5)]
    titled = [each for each in drawer.heads.titles[session_id] if telling(each, 4)]
    if not told or not titled:
        return None
    pair = [drawer.random.choice(titled), drawer.random.choice(told)]
    meant = drawer.heads.having(pair[:1]) & drawer.heads.telling(pair[1])
    drawer.random.shuffle(pair)
    return (" ".join(pair), meant) if meant == {session_id} else None


def _short_form(drawer: Drawer) -> Made:
    short, long = drawer.random.choice(list(_SHORT.items()))
    meant = drawer.heads.having([short]) | drawer.heads.having(long.split())
    return (short, meant) if meant else None


def _mashed(drawer: Drawer) -> Made:
    return mashed(drawer.random), frozenset()


def _coined(drawer: Drawer) -> Made:
    word = coined(drawer.random)
    return (word, frozenset()) if drawer.heads.silent_on(word) else None


def _everyday(drawer: Drawer) -> Made:
    word = drawer.random.choice(EVERYDAY)
    return (word, frozenset()) if drawer.heads.silent_on(word) else None


KINDS: dict[str, Make] = {
    "a word": _words(1),
    "two words": _words(2),
    "three words, any order": _words(3),
    "four words of a title": _title_run,
    "an unfinished word": _unfinished,
    "the second unfinished": _second_unfinished,
    "a slip, short word": _slip(5, 7),
    "a slip, long word": _slip(8, 40),
    "two letters swapped": _slip(5, 40, (SWAP,)),
    "two slips": _slip(8, 40, count=2),
    "a slip in both words": _slips_in_both,
    "a slip, unfinished": _unfinished_slip,
    "accents left out": _accents_left_out,
    "a surname": _surname,
    "a surname with a slip": _surname_slip,
    "surname and word": _surname_and_word(slips=False),
    "surname, word, a slip": _surname_and_word(slips=True),
    "a French elision": _elided,
    "among small words": _among_small_words,
    "two words as one": _written_as_one,
    "one word as two": _written_as_two,
    ABSTRACT: _title_and_abstract,
    "a short form": _short_form,
    "letters at random": _mashed,
    "a coined word": _coined,
    "an everyday word": _everyday,
}

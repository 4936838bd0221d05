"""Kinds, levels, languages and statuses in the words of foreign programmes.

Our own lists (`catalogue.kinds`, `catalogue.levels`) decide; here is what it takes to find one of
their words in `Talk 45 minutes + 10 minutes Q&A`, `devroom` or `de, en`. A word that is understood
only in part comes back as the rest, so that whoever asks can keep it.
"""

import re
from functools import lru_cache

from summit_tui.catalogue.fields import STATUSES
from summit_tui.catalogue.kinds import KINDS, language_name, read_kind, read_language
from summit_tui.catalogue.levels import DEFAULT_SCALE, Level, LevelValue, Scale
from summit_tui.catalogue.text import fold, slug

_WORD = re.compile(r"[^\W\d_]+")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PROGRAMMES = {
    "panel": "bof birdsofafeather podium interview fishbowl mesaredonda tavolarotonda "
    "패널토론 パネルディスカッション 座談 圆桌",
    "talk": "contribution oral devroom maintrack lightningtrack slot sesion sessao sessione charla "
    "palestra ponencia "
    "발표 강연 세션 講演 発表 セッション 演讲 議程 议程",
    "keynote": "welcometalk welcomeaddress welcomeremarks openingremarks closingremarks "
    "plenaria apertura abertura 기조연설 基調講演 主题演讲 主題演講",
    "lightning": "lt lts 라이트닝토크 ライトニングトーク 閃電秀 闪电演讲",
    "break": "morningtea afternoontea teabreak pausa descanso intervalo "
    "휴식 쉬는시간 休憩 茶歇 茶敘 休息",
    "meal": "almuerzo almoco pranzo cena jantar desayuno 점심 점심식사 昼食 ランチ 午餐 午休",
    "registration": "acreditacion credenciamento registrazione 등록 접수 受付 报到 報到 签到",
    "social": "djset liveset concert konzert show movie film screening theatre theater meeting "
    "meet gathering barbecue",
    "workshop": "tutorials handson class course masterclass taller oficina laboratorio "
    "워크숍 워크샵 ワークショップ 工作坊",
}
"""What types of foreign programmes mean, beyond what a person would write in a catalogue."""
PAUSES = ("break", "meal", "registration")
_TITLES_OF_PAUSES = (
    "and the a in for with at by open opens opening desk badge badges hall foyer free coffee tea "
    "snack snacks drinks morning afternoon evening day et le la de du des cafe matin midi "
    "und der die das mit im am zum kaffee kuchen"
)
_AROUND_PAUSES = frozenset(_TITLES_OF_PAUSES.split())
"""What else titles of breaks say: `Coffee break in the foyer`."""
_NO_PAUSES = frozenset(("service", "services", "meta"))
"""What types call a break, and titles do not."""
_SHORT, _ALONE = 5, 2
"""So many words the title of a break has, and in so many nothing else has a place."""
_BEGINNING = 60
_TOLD = re.compile(
    r"\s*((?:opening |closing )?(?:keynotes?|workshops?|tutorials?|panel(?: discussion)?|panels"
    r"|lightning[ -]?talks?|기조연설|基調講演))(?:\s*\d{1,2})?\s*(?:[:：|]|\s[-–—]\s|\Z)"
)
_NUMBERED = re.compile(r"(?:L|Level )?([5-9]00)\s*[-–—:]\s*(\w.{0,40})")
_NO_CONTENT = ("break", "meal", "registration", "social", "keynote", "expo")
_STATUSES = {
    "confirmed": "aceptado aceptada confirmado confirmada aceito aceita aprovado aprovada "
    "accettato accettata accepte acceptee confirme confirmee publie publiee angenommen bestatigt "
    "zugesagt geplant geaccepteerd bevestigd approved final 확정 승인 採択 確定",
    "cancelled": "cancelado cancelada annullato annullata entfallt ausgefallen geannuleerd dropped "
    "취소 中止 キャンセル 取消",
    "tentative": "vorlaufig provisorisch unbestatigt provisoire pendiente pendente provvisorio "
    "submitted eingereicht 미정 未定",
}
"""What statuses of foreign programmes mean, beyond what a person would write in a catalogue."""
_STATUS_OF = {
    word: status
    for table in (_STATUSES, STATUSES)
    for status, words in table.items()
    for word in words.split()
}
_CANCELLED = re.compile(
    r"^\W{0,3}(?:(?i:cancell?ed|abgesagt|entfällt|annulée?)\s*[:\])–—-]|CANCELL?ED\b|ABGESAGT\b)"
)


def _squeezed(text: str) -> str:
    return "".join(_WORD.findall(fold(text)))


_KIND_OF = {
    _squeezed(word): kind
    for table in (_PROGRAMMES, KINDS)
    for kind, words in table.items()
    for word in (kind, *words.split())
}
_OURS = frozenset(_squeezed(word) for words in KINDS.values() for word in words.split())


@lru_cache(maxsize=1024)
def kind(text: str) -> tuple[str, bool]:
    """Return the kind that `text` means and whether that is all it says; empty when it is none."""
    try:
        return read_kind(text), True
    except ValueError:
        pass
    for part in dict.fromkeys((_ASIDE.sub(" ", text), text)):
        words = [fold(word) for word in _WORD.findall(part)]
        if found := _KIND_OF.get(joined := "".join(words)):
            return found, joined in _OURS and part == text
        if found := _kind_among(words):
            return found, False
    return "", False


def _kind_among(words: list[str]) -> str:
    """Return the kind some of `words` mean; the last says what it is, and any more than talk."""
    sizes = [(at, size) for at in range(len(words), 0, -1) for size in (3, 2, 1) if size <= at]
    spans = ["".join(words[at - size : at]) for at, size in sizes[:60]]
    kinds = [found for each in spans if (found := _KIND_OF.get(each) or _KIND_OF.get(each[:-1]))]
    return next((each for each in kinds if each != "talk"), kinds[0] if kinds else "")


def service_kind(title: str) -> str:
    """Return what kind of break a session without content is, by its title."""
    found, _ = kind(title)
    return found if found in _NO_CONTENT else "break"


def told_kind(text: str) -> str:
    """Return the kind that a title begins with (`Keynote: …`), or a track is; empty for none."""
    found = _TOLD.match(fold(text[:_BEGINNING]))
    return kind(found[1])[0] if found else ""


def pause(title: str) -> str:
    """Return what kind of break a short title that says no more is; empty when it is none."""
    title = _ASIDE.sub(" ", title).rpartition(": ")[2]
    words = [fold(word) for word in _WORD.findall(title)]
    if len(words) > _SHORT or not _NO_PAUSES.isdisjoint(words):
        return ""
    found, _ = kind(title)
    ends = words and _KIND_OF.get(words[-1]) in PAUSES
    said = ends or len(words) <= _ALONE or all(map(_is_of_pauses, words))
    return found if said and found in PAUSES else ""


def _is_of_pauses(word: str) -> bool:
    return word in _AROUND_PAUSES or _KIND_OF.get(word) in (*PAUSES, "social")


@lru_cache(maxsize=256)
def languages(text: str) -> tuple[tuple[str, ...], str]:
    """Return the languages in `text` (`de, en`, `pt_BR`, `de-formal`), and what is none."""
    codes: list[str] = []
    rest: list[str] = []
    for word in re.split(r"[,;/+&]|\b(?:and|und|et)\b", text):
        word = word.strip()
        if word:
            code = _language(word)
            (codes if code else rest).append(code or word)
    return tuple(dict.fromkeys(codes)), ", ".join(rest)


def _language(word: str) -> str:
    for spelling in (word, re.split(r"[-_(\s]", word)[0]):
        try:
            return read_language(spelling)
        except ValueError:
            continue
    return ""


def language(code: str) -> str:
    """Return how a tag calls a language."""
    return language_name(code)


def status(text: str, title: str) -> str:
    """Return our status for the source's; a title that begins with CANCELLED says so too.

    Empty where `text` is not understood.
    """
    if _CANCELLED.match(title):
        return "cancelled"
    return _STATUS_OF.get(fold(text).strip(), "") if text else "confirmed"


def scale(used: set[str], offered: tuple[str, ...]) -> Scale:
    """Return the usual scale where it knows every level that is used, else the source's own.

    Numbered levels beyond the usual ones are added to it: `500 – Distinguished`.
    """
    own = tuple(dict.fromkeys(name for name in offered if name))
    beyond = {each for each in used if level(DEFAULT_SCALE, each) is None}
    further = {int(found[1]): found[2] for each in beyond if (found := _NUMBERED.fullmatch(each))}
    if len(further) == len(beyond):
        more = (Level(value, name) for value, name in further.items())
        known = sorted((*DEFAULT_SCALE.levels, *more), key=lambda one: int(one.value))
        return Scale(tuple(known)) if further else DEFAULT_SCALE
    if len(own) < 2:
        return DEFAULT_SCALE
    values = {slug(name): name for name in own}
    return Scale(tuple(Level(value, name) for value, name in values.items()))


def level(of: Scale, text: str) -> LevelValue | None:
    """Return the level that `text` means in a scale, or None."""
    try:
        return of.read(text)
    except ValueError:
        return None

"""Kinds of session, and the languages a session is held in: closed lists with what people write."""

from summit_tui.catalogue.text import fold

KINDS: dict[str, str] = {
    "keynote": "plenary plenary-session opening closing pleniere key-note",
    "talk": "session breakout breakout-session conference presentation lecture long-talk "
    "short-talk vortrag conferencia exposé paper seminar",
    "workshop": "atelier lab hands-on hands-on-lab builders-session builder-session tutorial "
    "training bootcamp chalk-talk tutoriel jam gameday",
    "panel": "panel-discussion round-table roundtable table-ronde discussion debate podium ask-me",
    "lightning": "lightning-talk lightning-talks quickie lightning-session eclair ignite dev-chat",
    "demo": "demonstration demos showcase vorfuhrung",
    "contest": "competition challenge race concours hackathon game",
    "expo": "stand stands booth exhibition exhibitor partner exposition",
    "break": "coffee coffee-break pause kaffeepause meta service",
    "meal": "lunch breakfast dinner brunch dejeuner petit-dejeuner diner repas mittagessen",
    "social": "party reception networking meetup concert music performance soiree apero cocktail",
    "registration": "check-in welcome accueil inscription doors-open anmeldung",
    "other": "misc miscellaneous divers sonstiges special",
}
"""Each kind with the words that mean it too (folded, joined by hyphens)."""
PAUSES = frozenset({"break", "meal", "social", "registration"})
"""Kinds one attends without a subject being taught: neither hours of training nor recordings."""
OPEN = {"registration": 0, "expo": 120}
"""Kinds that one drops into while they are open, with the minutes from which on they are.

A shorter expo more likely is a sponsor's talk.
"""

LANGUAGES: dict[str, str] = {
    "ar": "Arabic arabe العربية",
    "br": "Breton brezhoneg",
    "ca": "Catalan català",
    "cs": "Czech tchèque čeština",
    "da": "Danish danois dansk",
    "de": "German allemand deutsch alemán alemão tedesco duits",
    "el": "Greek grec ελληνικά",
    "en": "English anglais englisch inglés inglês inglese engels 英語 英语 영어 en-us en-gb",
    "es": "Spanish espagnol español castellano spanisch espanhol spagnolo",
    "eu": "Basque euskara",
    "fi": "Finnish finnois suomi",
    "fr": "French français französisch francés francês francese fr-fr fr-ca",
    "he": "Hebrew hébreu עברית",
    "hi": "Hindi",
    "hu": "Hungarian hongrois magyar",
    "id": "Indonesian indonésien",
    "it": "Italian italien italiano italienisch",
    "ja": "Japanese japonais 日本語 日语 일본어",
    "ko": "Korean coréen 한국어 韓国語",
    "nl": "Dutch néerlandais nederlands niederländisch",
    "no": "Norwegian norvégien norsk nb nn",
    "pl": "Polish polonais polski",
    "pt": "Portuguese portugais português portugués portoghese pt-br pt-pt",
    "ro": "Romanian roumain română",
    "ru": "Russian russe русский",
    "sv": "Swedish suédois svenska",
    "tr": "Turkish turc türkçe",
    "uk": "Ukrainian ukrainien українська",
    "vi": "Vietnamese vietnamien",
    "zh": "Chinese chinois 中文 中国語 漢語 華語 國語 중국어 zh-cn zh-tw",
}
"""ISO 639-1 code to its English name, then what else people write for it."""

LANGUAGE_WORDS = tuple(word for words in LANGUAGES.values() for word in words.split())
"""Every name of a language that is understood, for suggestions."""


def _hyphened(text: str) -> str:
    return "-".join(fold(text).replace("_", " ").replace("'", " ").split())


def _spellings(table: dict[str, str]) -> dict[str, str]:
    known = {fold(word): key for key, words in table.items() for word in words.split()}
    return known | {key: key for key in table}


_KIND_OF = _spellings(KINDS)
_LANGUAGE_OF = _spellings(LANGUAGES)


def read_kind(text: str) -> str:
    """Return the kind that `text` means; ValueError, with the list, when it means none."""
    kind = _KIND_OF.get(text) or _KIND_OF.get(_hyphened(text))
    if kind is None and (folded := _hyphened(text)).endswith("s"):
        kind = _KIND_OF.get(folded[:-1])
    if kind is None:
        raise ValueError(f"kind {text!r} is not one of {', '.join(KINDS)}")
    return kind


def read_language(text: str) -> str:
    """Return the ISO 639-1 code of the language that `text` means; ValueError otherwise."""
    code = _LANGUAGE_OF.get(text) or _LANGUAGE_OF.get(_hyphened(text))
    if code is None:
        raise ValueError(
            f"language {text!r} is not known; write an ISO 639-1 code such as fr or en"
        )
    return code


def language_name(code: str) -> str:
    """Return the English name of a language code; the code itself when it has none here."""
    return LANGUAGES[code].split()[0] if code in LANGUAGES else code

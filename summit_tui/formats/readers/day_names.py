"""Months and days of the week by name, and dates that leave their year to be guessed."""

import re
from contextlib import suppress
from datetime import date, timedelta

from summit_tui.catalogue.text import fold

_MONTHS = (
    "january janvier januar jan janv jaenner janner",
    "february fevrier februar feb fev fevr",
    "march mars marz maerz mar",
    "april avril apr avr",
    "may mai",
    "june juin juni jun",
    "july juillet juli jul juil",
    "august aout aug",
    "september septembre sep sept",
    "october octobre oktober oct okt",
    "november novembre nov",
    "december decembre dezember dec dez",
)
_WEEKDAYS = (
    "monday mon montag mo lundi lun lunes segunda maandag 월요일 月曜日",
    "tuesday tue tues dienstag di mardi mar martes terca dinsdag 화요일 火曜日",
    "wednesday wed mittwoch mi mercredi mer miercoles quarta woensdag 수요일 水曜日",
    "thursday thu thur thurs donnerstag do jeudi jeu jueves quinta donderdag 목요일 木曜日",
    "friday fri freitag fr vendredi ven viernes sexta vrijdag 금요일 金曜日",
    "saturday sat samstag sonnabend sa samedi sam sabado zaterdag 토요일 土曜日",
    "sunday sun sonntag so dimanche dim domingo zondag 일요일 日曜日",
)
MONTHS = {word: n for n, words in enumerate(_MONTHS, 1) for word in words.split()}
"""The number of each month, by its names as `fold` leaves them."""
_WEEKDAY = {word: n for n, words in enumerate(_WEEKDAYS) for word in words.split()}
_BESIDE = frozenset(("st", "nd", "rd", "th", "er", "day", "tag", "jour", "dia", "of", "the", "de"))
"""Words that a date may have."""
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?<![\d:])\d{1,2}(?![\d:])", re.ASCII)
_MONTH_AND_DAY = re.compile(r"(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?|(\d{2})(\d{2})", re.ASCII)
"""Asian dates, and `1126` for the 26th of November."""
_HALF_A_YEAR = timedelta(days=183)


def near(first: date, called: str) -> date | None:
    """Return the date called `Friday, May 4` or `Tuesday`, on or after `first`; None for another.

    OverflowError when there is no such date.
    """
    words = [fold(word) for word in _WORD.findall(called[:80])]
    month = next((MONTHS[word] for word in words if word in MONTHS), 0)
    numbers = _NUMBER.findall(called[:80])
    if told := _MONTH_AND_DAY.match(called.strip()[:80]):
        month, numbers = int(told[1] or told[3]), [told[2] or told[4]]
    if month and len(numbers) == 1:
        with suppress(ValueError):
            found = first.replace(month=month, day=int(numbers[0]))
            late = first - found > _HALF_A_YEAR
            return found.replace(year=found.year + 1) if late else found
    weekday = next((_WEEKDAY[word] for word in words if word in _WEEKDAY), -1)
    if weekday >= 0 and not numbers:
        return first + timedelta(days=(weekday - first.weekday()) % 7)
    return None


def is_named(text: str) -> bool:
    """Return whether a text is the name of a day, with or without its date: `Saturday 4 May`."""
    words = [fold(word) for word in _WORD.findall(text[:80])]
    long = [word for word in words if word in _WEEKDAY and len(word) > len("mon")]
    dated = _NUMBER.search(text) and any(word in MONTHS for word in words)
    return bool(words) and len(words) <= len("a day") and bool(long or dated)


def is_day_alone(text: str) -> bool:
    """Return whether a text is a weekday or a date without its year, and no more: `Fri, 8 May`."""
    words = [fold(word) for word in _WORD.findall(text[:80])]
    if any(each not in _WEEKDAY and each not in MONTHS and each not in _BESIDE for each in words):
        return False
    dated = _NUMBER.search(text) and any(word in MONTHS for word in words)
    return bool(dated) or any(is_weekday(word) for word in words)


def is_weekday(text: str) -> bool:
    """Return whether a text is the name of a weekday and no more, be it short: `Sat`."""
    return len(text) >= len("mon") and fold(text.strip(" .")) in _WEEKDAY

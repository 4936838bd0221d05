"""Lines, properties of calendars and cells of sheets, changed as exports and editors do it."""

import csv
import io
from random import Random

_VALUES = (
    "",
    "x",
    "20240230T250000",
    "20240504T240000Z",
    "99991231T235959Z",
    "16010101T000000",
    "20240504",
    "-PT5M",
    "PT99999H",
    "P1W",
    "FREQ=SECONDLY",
    "FREQ=DAILY;COUNT=999999999",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;INTERVAL=0;BYDAY=53MO",
    "FREQ=MINUTELY;BYSECOND=0,1,2;UNTIL=20990101T000000Z",
    "FREQ=WEEKLY;UNTIL=20240601;BYDAY=MO,TU,XX",
    "\\n\\,\\;\\\\" * 200,
    "a\\" * 999,
    "Speakers: A; B, C\\nLevel: x\\n" * 60,
    '"',
    "(" * 3_000,
    ", " * 3_000,
    "안녕하세요",
    "<p>" * 500,
)
_NAMES = (
    *(
        "UID",
        "SUMMARY",
        "DTSTART",
        "DTEND",
        "RRULE",
        "EXDATE",
        "RDATE",
        "RECURRENCE-ID",
        "LOCATION",
    ),
    *("DURATION", "CATEGORIES", "STATUS", "DTSTART;TZID=Home", "DTSTART;VALUE=DATE", "X-ODD"),
    *("DTSTART;TZID=Europe/Paris", 'ATTENDEE;CN="A', "BEGIN", "END", "TZOFFSETTO", "DESCRIPTION"),
    "SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=KOI8-R",
)
_PARTS = ("VEVENT", "VCALENDAR", "VTIMEZONE", "STANDARD", "VALARM", "X", "")
_PARAMETERS = ("TZID=X", "VALUE=DATE", 'CN="', "X")
_CELLS = (
    *("", " ", '"', "'", "=1+1", "25:30", "24:00", "3.4.", "03/04/2026", "99/99/9999", "soon"),
    *("9:30 – 10:15", "14h", "2pm-3pm", "2026年4月3日", "2026. 4. 3. 오후 2:00", "Day 2", "45 min"),
    *("A, B & C (D)", "a;b|c", "x" * 40_000, "(" * 5_000, ", " * 20_000, "é", "1" * 400),
)
_HEADINGS = ("Title", "Titel", "Date", "Start", "Time", "Room", "Speakers", "ID", "", "제목", "x")


def lines(data: bytes, random: Random) -> bytes:
    """Return `data` with lines taken out, doubled, moved, joined or made endless."""
    rows = data.split(b"\n")
    for _ in range(random.choice((1, 3, 10))):
        at = random.randrange(len(rows))
        how = random.randrange(7)
        if how == 0 and len(rows) > 1:
            del rows[at]
        elif how == 1:
            rows[at:at] = [rows[at]] * random.choice((1, 3, 200 if len(rows[at]) < 500 else 2))
        elif how == 2:
            rows.insert(random.randrange(len(rows)), rows.pop(at))
        elif how == 3 and at + 1 < len(rows):
            rows[at : at + 2] = [rows[at] + rows[at + 1]]
        elif how == 4:
            rows[at] = rows[at][: random.randrange(len(rows[at]) + 1)]
        elif how == 5:
            middle = len(rows[at]) // 2
            rows[at : at + 1] = [
                rows[at][:middle],
                random.choice((b"", b" ", b"\t")) + rows[at][middle:],
            ]
        else:
            rows[at] += random.choice((b" ", b"x", b'"', b"\\", b"=")) * random.choice((1, 20_000))
    return b"\n".join(rows)


def properties(data: bytes, random: Random) -> bytes:
    """Return a calendar with properties changed, added, taken out, and its nesting broken."""
    rows = data.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
    for _ in range(random.choice((1, 3, 10, 40))):
        at = random.randrange(len(rows))
        name, colon, value = rows[at].partition(":")
        how = random.randrange(8)
        if how == 0 and len(rows) > 2:
            del rows[at]
        elif how == 1:
            rows[at] = f"{name}{colon}{random.choice(_VALUES)}"
        elif how == 2:
            rows[at] = f"{random.choice(_NAMES)}:{value}"
        elif how == 3:
            rows.insert(at, f"{random.choice(_NAMES)}:{random.choice(_VALUES)}")
        elif how == 4:
            rows.insert(at, f"{random.choice(('BEGIN', 'END'))}:{random.choice(_PARTS)}")
        elif how == 5:
            rows[at:at] = [rows[at]] * random.choice((1, 20))
        elif how == 6:
            rows[at] = f"{name};{random.choice(_PARAMETERS)}{colon}{value}"
        else:
            rows[at] = "".join(random.sample(rows[at], len(rows[at])))
    return "\r\n".join(rows).encode("utf-8", "replace")


def cells(data: bytes, random: Random) -> bytes:
    """Return a sheet with cells, columns and headings changed, and another separator perhaps."""
    text = data.decode("utf-8", "replace")
    separator = max(",;\t|", key=text.partition("\n")[0].count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        return data
    rows = [row for row in rows if row] or [["Title", "Start"]]
    for _ in range(random.choice((1, 3, 20))):
        row = random.choice(rows)
        at = random.randrange(len(row)) if row else 0
        how = random.randrange(7)
        if how == 0 and row:
            row[at] = random.choice(_CELLS)
        elif how == 1 and row:
            del row[at]
        elif how == 2:
            row.insert(at, random.choice(_CELLS))
        elif how == 3:
            rows.insert(random.randrange(len(rows)), list(row))
        elif how == 4 and rows[0]:
            rows[0][random.randrange(len(rows[0]))] = random.choice(_HEADINGS)
        elif how == 5 and len(rows) < 500:
            rows += [list(row)] * random.choice((1, 30))
        else:
            random.shuffle(row)
    out = io.StringIO(newline="")
    delimiter = random.choice((separator, ";"))
    if random.random() < 0.5:
        csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    else:
        csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode("utf-8", "replace")

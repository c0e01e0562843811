"""A text in, the places out where numbers are no figures: dates, clock times, addresses, and names such as Boeing 737."""

import re
from functools import cache

from rashomon.data import load
from rashomon.text import units
from rashomon.text.clocks import GOES_ON
from rashomon.text.numbers import Number

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_TEEN = r"(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)"
_ELSEWHERE = re.compile(
    # October 12, 2017; 12th of October 2017; October 2017; 2017-10-12; 2015-16; 12/10/2017; the 1960s
    rf"(?<!\w){_MONTH}[ \u00a0](?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?!\d|[.,:]\d)(?:[-–]\d{{1,2}}\b)?(?:,? {_YEAR}\b)?"
    rf"|(?<![\w.,])\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ \u00a0-]{_MONTH}(?:,?[ -]{_YEAR}\b)?|(?<!\w){_MONTH},? {_YEAR}\b"
    rf"|\b{_YEAR}[-–/]\d\d(?!\d)(?:[-–/]\d\d\b)?|\b{_YEAR} ?[-–] ?{_YEAR}\b"
    rf"|(?<![\w$£€])\d{{1,2}}[./-]\d{{1,2}}[./-](?:\d{{4}}|\d\d)\b|\b{_YEAR}s\b"
    rf"|[’‘']\d\ds?\b|\b\d\ds\b|\b(?:twenty|nineteen|eighteen)[ -]{_TEEN}\b"
    r"|\b\d{1,4} (?:AD|BCE?|CE)\b|\b(?:AD|the year) \d{1,4}\b"
    # 11:03; 5.10am; 6 o'clock
    r"|(?<![\w.,])\d{1,2}(?:[:.]\d\d(?::\d\d)?)?[ \u00a0]?(?:[ap]m\b|[ap]\.m\.|AM\b|PM\b|o[’']clock\b)"
    r"|\b\d{1,2}:\d\d(?::\d\d)?(?!\d)|\b\d{4} (?:GMT|UTC|hours)\b"
    r"|(?:(?i:(?<=\bat )|(?<=\bat about )|(?<=\bat around ))(?=[01]?\d\.|2[0-3]\.)"
    r"|(?i:(?<=\bfrom )|(?<=\buntil )|(?<=\bsince )|(?<=\bbefore )|(?<=\bafter )|(?<=\bbetween )|(?<=\b\d\d and ))"
    r"(?=[01]\d\.|2[0-3]\.))"
    rf"\d{{1,2}}\.[0-5]\d{GOES_ON}"
    # models and versions
    r"|\b\d{2,4}-\d{2,4}[A-Z]{1,3}\b|\b\d+(?:\.\d{1,2}){2,}(?!\d|,\d)"
    # addresses of the web, handles, telephone numbers
    r"|(?:https?://|www\.)[^\s<>]+|\b[\w-]{1,40}\.(?:com|org|net|co|gov|edu|tv|ly|uk|ru)/\S+|[\w.+-]{1,64}@[\w-]+\.[\w.]+|[@#]\w+"
    # pages and pictures
    r"|(?i:\b(?:pages?|photos?|slides?|images?|pictures?|videos?|gallery|pics?)\.?)[ \u00a0#]{1,2}\d{1,4}(?![\d:])"
    r"(?: ?(?:of|/) ?\d{1,4})?\b"
    # groups of states, emergency numbers
    r"|\bGroup of (?:\d+|Seven|Eight|Twenty)\b|\b(?:911|999|112) (?:call|calls|caller|dispatcher|operator)s?\b|\blaps? \d+"
    r"|(?i:\b(?:call|dial)(?:ed|ing|led|s)? )(?:911|999|112)\b"
    r"|(?<![\w$£€])\+?\d{1,4}(?:[-–]\d{2,4}){2,4}(?!\w)|(?<![\w$£€.,])\+?\d{2,5}[ \u00a0/-]0\d{3,6}\b(?![.,]\d)"
    # the number of an item at the beginning of its line
    r"|(?m:^)\d{1,2}[.)][ \u00a0](?=[\"“‘'(]?[A-Z])"
)
_CODE = re.compile(r"\b[^\W\d_]+\d+[-‑–]\Z")  # "scp2-173"
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]")  # "iPhone", "PlayStation"
_COUNTER = re.compile(r"\b(\d{1,4})(?:[ \u00a0]of[ \u00a0]| ?/ ?)(\d{1,4})\b(?![\d/]|[.,]\d)")
_PLURAL = re.compile(r"[ \u00a0](?:[^\W\d_]+[ \u00a0]){0,2}?(?:[^\W\d_]+[^\Ws\d_]s|people|men|women|children|police|troops)\b")
_ALSO_COUNTS = frozenset({"the", "around", "about", "for", "of", "and", "to", "after", "his", "her", "its", "their"})


def counters(text: str) -> list[tuple[int, int]]:
    """Where a page counts its own pictures: "2 of 41 … 3 of 41 … 4 of 41", three or more of one total, each further on."""
    runs: dict[str, list[re.Match[str]]] = {}
    for found in _COUNTER.finditer(text):
        run = runs.setdefault(found.group(2), [])
        if run and int(found.group(1)) <= int(run[-1].group(1)):
            run.clear()
        run.append(found)
        if len(run) >= 3:
            runs.setdefault("", []).extend(run[-3:])
    return sorted({found.span() for found in runs.get("", [])})


def elsewhere(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where dates, clock times, web addresses and telephone numbers stand, in text order."""
    return [(m.start(), m.end()) for m in _ELSEWHERE.finditer(text, start, end)]


def glued(text: str, number: Number, start: int, end: int) -> bool:
    """Whether figures are part of a name: AK-47, G20, 3D, #1; letters of money or of a unit are none."""
    previous = text[number.start - 1] if number.start > start else " "
    if previous.isalpha() or previous in "#_@&=" or (previous in "/." and text[number.start - 2 : number.start - 1].isalnum()):
        return units.before(text, number.start) is None
    if previous in "-‑–" and number.start - 2 >= start and text[number.start - 2].isalpha():
        if re.search(r"\d[kmb]\Z", text[max(start, number.start - 4) : number.start - 1]):
            return False
        word = re.search(r"[^\W\d_]+\Z", text[max(start, number.start - 12) : number.start - 1])
        return word is None or word.group().lower() not in ("to", "and", "or", "mid", "sub", "pre", "non", "magnitude")
    if previous in "-‑–" and _CODE.search(text, max(start, number.start - 12), number.start):
        return True
    following = text[number.end] if number.end < end else " "
    return (following.isalpha() or following == "_") and units.after(text, number.end, end) is None


def named(text: str, first: int, start: int) -> bool:
    """Whether the word before makes a name of a number: "Highway 1", "Flight 370", "No. 10"."""
    word = re.search(r"([^\W\d_]+)(?:\.|-|['’]s)?[ \u00a0]\Z", text[max(start, first - 18) : first])
    return word is not None and (word.group(1) in words("before") or _INNER_CAPITAL.search(word.group(1)) is not None)


def yearlike(text: str, number: tuple[int, int], value: float | None, start: int, end: int) -> bool:
    """Whether bare figures are a year: 1500 to 2100, after a word that years follow or before no plural."""
    first, last = number
    if value is None or not 1500 <= value <= 2100 or last - first != 4:
        return False
    found = re.search(r"([^\W\d_]+)[ ,\u00a0(-]*\Z", text[max(start, first - 16) : first])
    word = found.group(1).lower() if found else ""
    counts = _PLURAL.match(text, last, end) is not None and (value % 100 == 0 or not text[last + 1 : last + 2].isupper())
    return not (counts and word in _ALSO_COUNTS) if word in words("year_after") else not counts


@cache
def words(table: str) -> frozenset[str]:
    """A word list of `data/designations.toml`."""
    return frozenset(load("designations")[table])

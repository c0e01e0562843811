"""A parse in, the framings out whose speaker is a name beside what the named one is: "…, Jan Velis, a docker, said."

The language model takes such a tail for a part of what is said as often as not, and the name in "according to the mayor, Jan
Velis, …" for the subject of what follows. Words, commas and capital letters tell what is meant.
"""

from collections.abc import Iterator
from dataclasses import replace

from rashomon.extract.called import label_of
from rashomon.extract.cues import cues
from rashomon.extract.frames import LONGEST, Framing
from rashomon.text.parse import Parse

_NAME, _ROLE, _TAIL = 6, 12, 5  # tokens of a name, of what somebody is, and after the cue
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SAYS = frozenset({"add", "announce", "claim", "confirm", "declare", "note", "report", "reveal", "say", "state", "tell", "warn"})
_LEADS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON"})

Run = tuple[int, int]
"""First and after-last token."""


def framings(parse: Parse) -> Iterator[Framing]:
    """Sentences that open or end with a speaker in two parts and a cue: what is said is all the rest."""
    for first, last in parse.sentences:
        if last - first > LONGEST:
            continue
        whole = _credit(parse, first, last) or _credited(parse, first, last) or _led(parse, first, last)
        if whole is not None:
            yield whole
            continue
        for token in range(max(first, last - _TAIL - 2), last):
            if (found := _tail(parse, first, token, last) or _misread(parse, first, token, last)) is not None:
                yield found
                break


def _tail(parse: Parse, first: int, cue: int, last: int) -> Framing | None:
    lemma = parse.lemma[cue]
    if lemma not in cues().speech or parse.tag[cue] not in ("VBD", "VBZ", "VBN") or not _closes(parse, cue + 1, last):
        return None
    if cue - first < 6 or parse.word(cue - 1) != ",":
        return None
    later = _segment(parse, first, cue - 1)
    earlier = _segment(parse, first, later[0] - 1) if later and parse.word(later[0] - 1) == "," else None
    if not later or not earlier or not _said(parse, first, earlier[0] - 1):
        return None
    name = earlier if _is_name(parse, earlier) and _is_role(parse, later) else later
    if name is later and not (_is_name(parse, later) and _is_role(parse, earlier)):
        return None
    return Framing(
        cue=(cue, cue + 1),
        head=cue,
        lemma=lemma,
        form="apposed",
        kind=cues().verbs.get(lemma, "neutral"),
        source=name[1] - 1,
        words=((parse.start[earlier[0]], parse.end[later[1] - 1]),),
        content=((parse.start[first], parse.end[earlier[0] - 2]),),
    )


def _misread(parse: Parse, first: int, cue: int, last: int) -> Framing | None:
    """A sentence that ends with who said it, where the verb was taken for a participle: "…, the ministry reported on Monday"."""
    if parse.lemma[cue] not in _SAYS or parse.dep[cue] != "acl" or parse.word(cue - 1) == "," or cue - first < 6:
        return None
    source, begin = parse.head[cue], cue
    while begin > first and parse.word(begin - 1) != "," and cue - begin <= _ROLE:
        begin -= 1
    if begin <= first or not begin <= source < cue or not _closes(parse, cue + 1, last) or not _said(parse, first, begin - 1):
        return None
    speaks = parse.lemma[source] in cues().person | cues().group | cues().medium | cues().document | cues().vague
    if parse.pos[begin] not in _LEADS or not (speaks or label_of(parse, source) in ("PERSON", "ORG")):
        return None
    return _apposed(parse, cue, source, content=(parse.start[first], parse.end[begin - 2]))


def _led(parse: Parse, first: int, last: int) -> Framing | None:
    """A sentence that opens with a speaker in two parts and a verb of saying that was taken for a participle of what follows:
    "The mayor, Jan Velis, stated engineers had measured it".
    """
    commas = [t for t in range(first + 1, min(last, first + 3 + _ROLE + _NAME)) if parse.word(t) == ","][:2]
    if len(commas) < 2 or commas[1] + 3 >= last:
        return None
    earlier, later, cue = (first, commas[0]), (commas[0] + 1, commas[1]), commas[1] + 1
    named = [run for run, other in ((later, earlier), (earlier, later)) if _is_name(parse, run) and _is_role(parse, other)]
    if not named or parse.tag[cue] != "VBN" or parse.lemma[cue] not in cues().speech:
        return None
    verb = next((t for t in range(cue + 1, last) if parse.tag[t] in _FINITE or parse.word(t) == ","), last)
    if (
        verb == last
        or parse.word(verb) == ","
        or not any(parse.pos[t] in ("NOUN", "PROPN", "PRON") for t in range(cue + 1, verb))
    ):
        return None
    told = (parse.start[cue + 1], parse.end[_last_word(parse, cue + 1, last) - 1])
    return _apposed(parse, cue, named[0][1] - 1, content=told, words=((parse.start[first], parse.end[commas[1] - 1]),))


def _apposed(parse: Parse, cue: int, source: int, *, content: Run, words: tuple[Run, ...] = ()) -> Framing:
    """A framing by a verb of saying that was taken for a participle."""
    return Framing(
        cue=(cue, cue + 1),
        head=cue,
        lemma=parse.lemma[cue],
        form="apposed",
        kind=cues().verbs.get(parse.lemma[cue], "neutral"),
        source=source,
        words=words,
        content=(content,),
    )


def _closes(parse: Parse, first: int, last: int) -> bool:
    """Whether only a day, a place or a listener follows a cue."""
    rest = [t for t in range(first, last) if parse.pos[t] not in ("PUNCT", "SPACE")]
    return len(rest) <= _TAIL and not any(parse.tag[t].startswith("VB") or parse.lemma[t] == "that" for t in rest)


def _segment(parse: Parse, first: int, end: int) -> Run | None:
    """What stands between a comma, or whatever it is, at `end` and the comma before it."""
    start = end
    while start > first and parse.word(start - 1) != "," and end - start <= _ROLE:
        start -= 1
    return (start, end) if start > first and 0 < end - start <= _ROLE else None


def _said(parse: Parse, first: int, last: int) -> bool:
    """Whether what stands before is a sentence of its own, outside marks."""
    inside = range(first, last)
    return (
        last - first > 2
        and any(parse.tag[t].startswith("VB") for t in inside)
        and not any(parse.word(t) in '"“”' for t in inside)
    )


def _is_name(parse: Parse, run: Run) -> bool:
    words = [parse.word(t) for t in range(*run)]
    named = [t for t in range(*run) if parse.pos[t] == "PROPN"]
    return run[1] - run[0] <= _NAME and words[0][:1].isupper() and words[-1][:1].isupper() and 2 * len(named) >= len(words)


def _is_role(parse: Parse, run: Run) -> bool:
    """Whether a stretch says what somebody is: it opens like a noun phrase, in small letters, and has no verb."""
    tokens = range(run[0], run[1] - (parse.word(run[1] - 1) == ","))
    lower = any(parse.pos[t] in ("NOUN", "ADJ") and parse.word(t)[:1].islower() for t in tokens)
    return lower and parse.pos[run[0]] in _LEADS and not any(parse.tag[t] in _FINITE for t in tokens)


def renamed(parse: Parse, framing: Framing) -> Framing:
    """ "The officer speaking for the police, Jan Velis, said": by the name, where grammar took the office for the speaker."""
    first, _ = parse.sentence(framing.cue[0])
    end = framing.cue[0] - (parse.word(framing.cue[0] - 1) == ",")
    if framing.form != "verb" or framing.source is None or not first <= framing.source < end <= first + _ROLE + _NAME:
        return framing
    name = _ending(parse, (first, end))
    if name is None or name[0] <= framing.source or not _is_role(parse, (first, name[0])):
        return framing
    if parse.word(name[0] - 1) != "," and parse.pos[name[0] - 1] != "NOUN":  # "of the Harbour Council" names a body
        return framing
    return replace(framing, source=name[1] - 1, words=((parse.start[first], parse.end[name[1] - 1]),))


def _credit(parse: Parse, first: int, last: int) -> Framing | None:
    """A sentence that opens with "according to" and a full name, or what somebody is and the name, beside one another or with
    a comma between.
    """
    if last - first < 6 or [parse.word(t).lower() for t in (first, first + 1)] != ["according", "to"]:
        return None
    commas = [t for t in range(first + 2, min(last, first + 3 + _ROLE + _NAME)) if parse.word(t) == ","][:2]
    start = first + 2
    for n, comma in enumerate(commas):
        source = (start, comma)
        name = _ending(parse, source)
        whole = n == 0 and _is_whole_name(parse, source) and not (commas[1:] and _is_role(parse, (comma + 1, commas[1])))
        if comma + 2 < last and (whole or (name is not None and _is_role(parse, (start, name[0])))):
            return Framing(
                cue=(first, first + 2),
                head=first,
                lemma="according",
                form="according",
                kind="neutral",
                source=comma - 1,
                words=((parse.start[start], parse.end[comma - 1]),),
                content=((parse.start[comma + 1], parse.end[_last_word(parse, first, last) - 1]),),
            )
    return None


def _credited(parse: Parse, first: int, last: int) -> Framing | None:
    """A sentence that ends with "according to" and the same."""
    end = _last_word(parse, first, last)
    for cue in range(max(first + 3, end - _ROLE - _NAME), end - 3):
        if [parse.word(t).lower() for t in (cue, cue + 1)] == ["according", "to"]:
            name = _ending(parse, (cue + 2, end))
            said = cue - (parse.word(cue - 1) == ",")
            if name is None or not _is_role(parse, (cue + 2, name[0])) or not _said(parse, first, said):
                return None
            return Framing(
                cue=(cue, cue + 2),
                head=cue,
                lemma="according",
                form="according",
                kind="neutral",
                source=name[1] - 1,
                words=((parse.start[cue + 2], parse.end[name[1] - 1]),),
                content=((parse.start[first], parse.end[said - 1]),),
            )
    return None


def _is_whole_name(parse: Parse, run: Run) -> bool:
    """Whether a stretch is nothing but a name of two words or more, with its title."""
    return 2 <= run[1] - run[0] <= _NAME and all(parse.pos[t] == "PROPN" and parse.word(t)[:1].isupper() for t in range(*run))


def _ending(parse: Parse, run: Run) -> Run | None:
    """The name with which a stretch ends, if something stands before it."""
    start = run[1]
    while start > run[0] and parse.pos[start - 1] == "PROPN" and parse.word(start - 1)[:1].isupper():
        start -= 1
    name = (start, run[1])
    return name if run[0] < start and 2 <= run[1] - start <= _NAME else None


def _last_word(parse: Parse, first: int, last: int) -> int:
    while last > first and parse.pos[last - 1] in ("PUNCT", "SPACE"):
        last -= 1
    return last

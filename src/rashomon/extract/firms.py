"""A text in, the firms that it calls so out: by what they are ("the company Velport"), or by what they run ("run by Velport")."""

import re
from collections.abc import Set

_NAME = r"((?:[A-Z][\w'’-]*\w(?: (?:& |of |de |del )?)?)+)"
_SURE = "company|firm|carrier|airline|manufacturer|railway"
_CALLED = re.compile(rf"\b(?:{_SURE})(?:, | ){_NAME}")
_TOLD = re.compile(rf"{_NAME}, (?:the|a|an|its|[A-Z]\w+['’]s)(?: [a-z-]+){{0,3}} (?:{_SURE}|operator|supplier)\b")
_RUNS = re.compile(rf"\b(?:operator,? |(?:run|operated|owned|managed) by (?:the (?:{_SURE}|operator) )?){_NAME}")


def firms(text: str, people: Set[str]) -> tuple[str, ...]:
    """The names of those whom a text calls a firm, each once, in text order; an operator may be one of the `people`."""
    found = ((m.start(1), form is _RUNS, m.group(1)) for form in (_CALLED, _TOLD, _RUNS) for m in form.finditer(text))
    named = ((open_, re.sub(r"['’]s$", "", name.strip())) for _, open_, name in sorted(found))
    return tuple(dict.fromkeys(name for open_, name in named if not (open_ and name in people)))

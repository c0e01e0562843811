"""Two spellings of people in, whether they may be one person's out: first names, middle names, who is the elder."""

from rashomon import data
from rashomon.relate.spellings import Form, plain
from rashomon.text import names


def one_name(left: Form, right: Form) -> bool:
    """Whether two forms may be one name: people's by their words, others written the same."""
    return _same_person(plain(left), plain(right)) if left.kind == "person" else plain(left) == plain(right)


def _same_person(left: str, right: str) -> bool:
    """Whether two names may be one person's: all words of the shorter have their like in the other, the first names too."""
    a, b = sorted((left.split(), right.split()), key=len)
    if names.match(left, right, "person").verdict != "same":
        return False
    if len(a) == 1:
        return len(b) == 1
    if a == b[-len(a) :]:
        return True  # many go by their middle name: "Anna Maria Brandt", "Maria Brandt"
    firsts = b[:2] if len(b[0]) == 1 and len(b) > 2 else b[:1]
    return any(names.match(a[0], first, "person").verdict != "different" for first in firsts)


def one_generation(left: Form, right: Form) -> bool:
    """Whether no "Jr" tells one from the other: both have one and another, or one account writes both ways."""
    one, other = (data.load("given_names")["generations"].get(names.fold(f.text).split()[-1]) for f in (left, right))
    return one == other or ((one is None or other is None) and left.document != right.document)

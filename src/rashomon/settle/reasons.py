"""Claims in, points on why something was done, or what brought it about, out: "What caused the crash?"

What ties such claims together is not their words: each gives another reason.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from rashomon.meaning import reasons
from rashomon.meaning.causes import family as family_of
from rashomon.model import Lineage, Point
from rashomon.settle import causes, wordings
from rashomon.settle.records import Records
from rashomon.settle.relations import Compare

_BACK = 3  # claims before one in which the deed may stand


def points(given: Records, comparers: Mapping[str, Compare], lineage: Lineage) -> Iterator[Point]:
    """A point for each deed for which two accounts give reasons; of an accident, for what brought it about."""
    caused = dict(causes.points(given, lineage))
    yield from caused.values()
    asked_already = {family_of(name) for name in caused}
    for family, keys in sorted(_told(given).items()):
        if family in asked_already:
            continue
        if len({given.document_of[key] for key in keys}) > 1:
            asked = reasons.question(family, [given.claims[key] for key in keys])
            parts = wordings.answers(keys, {}, given)
            yield wordings.point("what", asked, parts, given, comparers["wordings"], lineage, (family,))


def _told(given: Records) -> Mapping[str, list[str]]:
    """For each family of deeds the claims that give a reason for one."""
    found: dict[str, list[str]] = defaultdict(list)
    before: dict[str, list[str]] = defaultdict(list)
    for key, claim in given.claims.items():
        earlier = before[given.document_of[key]]
        if family := reasons.reason(claim, [given.claims[k] for k in earlier[-_BACK:]]):
            found[family].append(key)
        earlier.append(key)
    return found

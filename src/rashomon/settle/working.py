"""Claims in, points on whether a device worked out: "Did the brakes work?"

What ties such claims together is the device, by whatever name; what is said of it need share no word.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.meaning import working
from rashomon.meaning.working import FAILED, OPEN, PARTLY, WORKED, State
from rashomon.model import Answer, Lineage, Point, Value
from rashomon.settle import assembled
from rashomon.settle.rebuttals import Rejected
from rashomon.settle.records import Records
from rashomon.settle.relations import Compare

_ORDER = (WORKED, PARTLY, FAILED, OPEN)
_SHOWN = {WORKED: "yes", PARTLY: "in part", FAILED: "no", OPEN: "perhaps not"}


def points(given: Records, rejected: Sequence[Rejected], compare: Compare, lineage: Lineage) -> Iterator[Point]:
    """A point for each device of which two accounts say whether it worked; `rejected` are claims that others only reject."""
    for device, states in sorted(_told(given, rejected).items()):
        if len({given.document_of[key] for key in states}) > 1:
            yield _point(working.asked(device), device, states, given, compare, lineage)


def _told(given: Records, rejected: Sequence[Rejected]) -> Mapping[str, dict[str, State]]:
    """For each device what claims say of it, and those who reject one of them the contrary of it."""
    told: dict[str, dict[str, State]] = defaultdict(dict)
    before: dict[str, list[str]] = defaultdict(list)
    for key, claim in given.of_event():
        named = before[given.document_of[key]]
        if said := working.state(claim, named):
            told[said.device][key] = said
        if device := working.named(claim):
            named[:] = [device, *(d for d in named if d != device)]
    for device in [d for d in told if working.whole(d) in told and working.whole(d) != d]:
        told[working.whole(device)].update({k: s for k, s in told.pop(device).items() if k not in told[working.whole(device)]})
    for one in rejected:
        for states in told.values():
            if (said := states.get(one.told)) and said.did in (WORKED, FAILED, OPEN):
                contrary = replace(said, did=FAILED if said.did == WORKED else WORKED)
                states.update({key: contrary for key in one.denied if key not in states})
    return told


def _point(question: str, device: str, states: Mapping[str, State], given: Records, compare: Compare, lineage: Lineage) -> Point:
    groups = [(did, [key for key, said in states.items() if said.did == did]) for did in _ORDER]
    groups = [(did, keys) for did, keys in groups if keys]
    values = [Value(id=f"v{n}", text=_SHOWN[did]) for n, (did, _) in enumerate(groups, 1)]
    answers = [_answers(did, keys, given) for did, keys in groups]
    key = f"worked {device} {min(states)}"
    return assembled.point("yes-no", question, key, values, answers, given, compare, lineage, (device,))


def _answers(did: str, keys: Sequence[str], given: Records) -> list[Answer]:
    """The claims' answers; whoever leaves it open, or says that a part of it worked, says neither yes nor no."""
    so = {WORKED: True, FAILED: False}.get(did)
    return [replace(assembled.answer(given, key), involved=so) for key in keys]

"""Two states of one case in, what changed between them out: one sentence for each change, in the order a reader asks for them.

A point of now is the one of before with which it shares most claims; a point that only got claims without a new answer, origin or
relation has not changed.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from rashomon.model import Case, Change, Derivation, Point
from rashomon.text.excerpts import cut

_SHOWN = 80  # characters of an answer
_EDGES = 12  # edges told one by one; of more only their number


def differences(before: Case, now: Case) -> tuple[Change, ...]:
    """What changed: accounts, origins that are in the pile now, who draws on whom, points with their answers and disputes."""
    return (*_accounts(before, now), *_found(before, now), *_edges(before, now), *_points(before, now))


def _accounts(before: Case, now: Case) -> Iterator[Change]:
    there, here = ({d.id: d.name for d in case.documents} for case in (before, now))
    for key in [d.id for d in now.documents if d.id not in there]:
        yield Change(kind="account", words=f"Added: {here[key]}.", subject=key)
    for key in [d.id for d in before.documents if d.id not in here]:
        yield Change(kind="account", words=f"No longer there: {there[key]}.", subject=key)


def _found(before: Case, now: Case) -> Iterator[Change]:
    """Origins that were only cited before and whose claims an account of the pile has now."""
    names = _names(now)
    behind = {c.id: c.origin for c in before.claims}
    beyond = {o.id for o in before.origins if not o.document}
    pages = {o.id: o.document for o in now.origins if o.document}
    moved = Counter((behind[c.id], c.origin) for c in now.claims if behind.get(c.id) in beyond and c.origin in pages)
    for (old, new), count in sorted(moved.items(), key=lambda m: (m[0][0] or "", m[0][1] or "")):
        words = f"{_claims(count)} that went back to {_names(before).get(old or '', old)} stand on an account of the pile: "
        yield Change(kind="origin", words=words + f"{names.get(new or '', new)}.", subject=pages[new or ""])


def _edges(before: Case, now: Case) -> Iterator[Change]:
    there, here = (_drawn(case) for case in (before, now))
    both = {d.id for d in before.documents} & {d.id for d in now.documents}
    fresh, gone = ([text for key, text in a.items() if key not in b] for a, b in ((here, there), (there, here)))
    for texts, words in ((fresh, "Now"), (gone, "No longer")):
        for text in texts[:_EDGES]:
            yield Change(kind="edge", words=f"{words}: {text}.")
        if len(texts) > _EDGES:
            yield Change(kind="edge", words=f"{words}: {len(texts) - _EDGES} more derivations.")
    turned = [d for d in now.derivations if d.downstream in both and _directions(before).get(d.id, d.direction) != d.direction]
    for d in turned[:_EDGES]:
        yield Change(kind="edge", words=f"{here[_pair(d, now)]}: {d.direction} (before: {_directions(before)[d.id]}).")


def _drawn(case: Case) -> dict[tuple[str, str], str]:
    """Who draws on whom, by the names of both."""
    names, accounts = _names(case), {d.id: d.name for d in case.documents}
    return {_pair(d, case): f"{accounts[d.downstream]} draws on {names[d.upstream]} ({d.manner})" for d in case.derivations}


def _pair(derivation: Derivation, case: Case) -> tuple[str, str]:
    return derivation.downstream, _names(case)[derivation.upstream]


def _directions(case: Case) -> dict[str, str]:
    return {d.id: d.direction for d in case.derivations}


def _names(case: Case) -> dict[str, str]:
    return {o.id: o.name for o in case.origins}


def _claims(count: int) -> str:
    return "One claim" if count == 1 else f"{count} claims"


def _points(before: Case, now: Case) -> Iterator[Change]:
    names = {**_names(before), **_names(now)}
    known = _paired(before, now)
    for point in now.points:
        if point.id in known:
            yield from _point(known[point.id], point, names)
        else:
            what = "A new point in dispute" if point.status == "disputed" else "A new point"
            yield Change(kind="point", words=f"{what}: {point.question}", subject=point.id)
    held = {point.id for point in known.values()}
    yield from (Change(kind="point", words=f"No longer a point: {p.question}") for p in before.points if p.id not in held)


def _paired(before: Case, now: Case) -> dict[str, Point]:
    """For the id of each point of now the point of before that it continues, each continued once."""
    of_claim: dict[str, list[Point]] = {}
    for point in before.points:
        for member in point.claims:
            of_claim.setdefault(member.claim, []).append(point)
    by_id = {p.id: p for p in before.points}
    shared = {p.id: Counter(old.id for m in p.claims for old in of_claim.get(m.claim, ())) for p in now.points}
    found: dict[str, Point] = {}
    taken: set[str] = set()
    pairs = sorted(((-n, new != old, new, old) for new, olds in shared.items() for old, n in olds.items()))
    for _, _, new, old in pairs:
        if new not in found and old not in taken:
            found[new] = by_id[old]
            taken.add(old)
    return found


def _point(old: Point, new: Point, names: Mapping[str, str]) -> Iterator[Change]:
    there, here = ({v.text for v in p.values} for p in (old, new))
    what = "figure" if new.kind == "number" else "answer"
    fresh = [cut(v.text, _SHOWN) for v in new.values if v.text not in there]
    gone = [cut(v.text, _SHOWN) for v in old.values if v.text not in here]
    if fresh:
        yield Change(kind="value", words=f"A new {what} for “{new.question}”: {', '.join(fresh)}.", subject=new.id)
    if gone and len(new.values) < len(old.values):
        yield Change(kind="value", words=f"An {what} less for “{new.question}”: {', '.join(gone)}.", subject=new.id)
    if len(new.origins) != len(old.origins):
        way, keys = ("new", new.origins) if len(new.origins) > len(old.origins) else ("no longer counted", old.origins)
        other = old.origins if keys is new.origins else new.origins
        who = ", ".join(names.get(o, o) for o in keys if o not in other)
        counts = f"{len(old.origins)} to {len(new.origins)}"
        said = f" ({way}: {who})" if who else ""
        yield Change(kind="origins", words=f"Origins of “{new.question}”: {counts}{said}.", subject=new.id)
    if (new.status == "disputed") != (old.status == "disputed"):
        words = "Now in dispute" if new.status == "disputed" else "No longer in dispute"
        yield Change(kind="dispute", words=f"{words}: {new.question}", subject=new.id)

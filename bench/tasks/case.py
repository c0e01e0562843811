"""Invented events told by several accounts: what a careful reader finds in them, layer by layer, over all of them.

Recall of what is listed in an event's expected.toml, for no list is complete; what must not be found (debris, a figure that is
none, a dispute where nobody contradicts, a wire taken from its copy) is scored as well. The harbour fire is the demo, and shaped
the rules; every event of gold/events lies in a folder of its own, accounts and list side by side.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from rashomon import api
from rashomon.model import Case, Claim, Span

TITLE = "Invented events in several accounts: share of what a reader finds, by layer"
CORPUS = None
FLOORS = {
    "documents": 0.85,
    "claims": 0.9,
    "speakers": 0.9,
    "figures": 0.9,
    "times": 0.8,
    "entities": 0.85,
    "points": 0.78,
    "edges": 0.85,
    "no debris": 0.95,
    "no false dispute": 0.9,
    "no false edge": 0.9,
}

ROOT = Path(__file__).parents[2]
HARBOUR = (ROOT / "examples" / "harbour-fire" / "expected.toml", ROOT / "src" / "rashomon" / "demo" / "harbour_fire")
EVENTS = ROOT / "bench" / "gold" / "events"

Found = dict[str, list[tuple[str, bool]]]


def gold() -> list[dict[str, Any]]:
    """What is expected of each event, with its name and, from the project's root, the folder of its accounts."""
    events = [HARBOUR] + [(listed, listed.parent) for listed in sorted(EVENTS.glob("*/expected.toml"))]
    return [
        tomllib.loads(listed.read_text()) | {"event": listed.parent.name, "accounts": folder.relative_to(ROOT).as_posix()}
        for listed, folder in events
    ]


def accounts(expected: Mapping[str, Any]) -> list[Path]:
    return sorted(path for path in (ROOT / expected["accounts"]).iterdir() if path.name != "expected.toml")


def ours(expected: Mapping[str, Any]) -> Found:
    return judge(api.settle_files(accounts(expected)), expected)


def naive(expected: Mapping[str, Any]) -> Found:
    """Every sentence of every line a claim of the page, every number a figure, nothing related."""
    texts = {path.name: path.read_text() for path in accounts(expected)}
    sentences = {name: re.findall(r"[A-Z“\"][^.?!\n]+", text) for name, text in texts.items()}
    claims = [(c, any(_plain(c["says"]) in _plain(s) for s in sentences[c["file"]])) for c in expected["claim"]]
    figures = [(q["says"], bool(re.search(r"\d", q["says"])) and q.get("low") == q.get("high")) for q in expected["figure"]]
    return {
        "documents": [(d["file"], False) for d in expected["document"]],
        "claims": [(c["says"], hit) for c, hit in claims],
        "speakers": [(c["says"], hit and c.get("chain") == []) for c, hit in claims],
        "figures": figures,
        "times": [(t["says"], False) for t in expected["time"]],
        "entities": [(e["variants"][0], len(e["variants"]) == 1) for e in expected["entity"]],
        "points": [(p["question"], False) for p in expected["point"]],
        "edges": [(f"{e['document']} < {e['upstream']}", False) for e in expected["edge"]],
        "no debris": [(w, not any(w in s for found in sentences.values() for s in found)) for w in expected["debris"]["words"]],
        "no false figure": [(f["says"], False) for f in expected.get("not_figure", ())],
        "no false dispute": [(" / ".join(p["says"]), True) for p in expected.get("not_disputed", ())],
        "no false edge": [(f"{e['document']} < {e['upstream']}", True) for e in expected.get("not_edge", ())],
    }


SYSTEMS: dict[str, Callable[[Mapping[str, Any]], Found]] = {"rashomon": ours, "naive": naive}


def score(gold: list[dict[str, Any]], predicted: list[Found]) -> dict[str, float]:
    """Over all events, each expectation counting alike."""
    rows = {layer: [hit for found in predicted for _, hit in found[layer]] for layer in predicted[0]}
    return {layer: sum(hits) / len(hits) for layer, hits in rows.items()}


def judge(case: Case, expected: Mapping[str, Any]) -> Found:
    """For each expectation whether the case meets it."""
    by_file = {d.file: d for d in case.documents}
    file_of = {d.id: d.file for d in case.documents}
    claims = [(e, _claim(case.claims, file_of, e["file"], e["says"])) for e in expected["claim"]]
    return {
        "documents": [(e["file"], _document(by_file[e["file"]], e)) for e in expected["document"]],
        "claims": [(e["says"], c is not None) for e, c in claims],
        "speakers": [(e["says"], c is not None and _said(case, c, e)) for e, c in claims],
        "figures": [(e["says"], _figure(case, file_of, e)) for e in expected["figure"]],
        "times": [(e["says"], _time(case, file_of, e)) for e in expected["time"]],
        "entities": [(e["variants"][0], _entity(case, e["variants"])) for e in expected["entity"]],
        "points": [(e["question"], _point(case, e)) for e in expected["point"]],
        "edges": [(f"{e['document']} < {e['upstream']}", _edge(case, file_of, e)) for e in expected["edge"]],
        "no debris": [(w, not _debris(case, w)) for w in expected["debris"]["words"]],
        "no false figure": [(f["says"], not _figure(case, file_of, f)) for f in expected.get("not_figure", ())],
        "no false dispute": [
            (" / ".join(p["says"]), not _contradicted(case, p["says"])) for p in expected.get("not_disputed", ())
        ],
        "no false edge": [
            (f"{e['document']} < {e['upstream']}", not _edge(case, file_of, e)) for e in expected.get("not_edge", ())
        ],
    }


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("“", '"').replace("”", '"').casefold().split())


def _holds(span: Span, says: str) -> bool:
    return _plain(says) in _plain(span.text)


def _within(span: Span, says: str) -> bool:
    return _plain(span.text) in _plain(says)


def _claim(claims: tuple[Claim, ...], file_of: Mapping[str, str], file: str, says: str) -> Claim | None:
    """The shortest claim of a file that holds the words, or most of whose words they are."""
    inside = [c for c in claims if file_of[c.span.document] == file]
    fitting = [
        c for c in inside if _holds(c.span, says) or (_plain(c.span.text) in _plain(says) and 2 * len(c.span.text) > len(says))
    ]
    return min(fitting, key=lambda c: abs(len(c.span.text) - len(says)), default=None)


def _document(document: Any, wanted: Mapping[str, Any]) -> bool:
    same = document.published.value == wanted["published"]
    return same and all(getattr(document, k) == wanted[k] for k in ("outlet", "agency") if k in wanted)


def _said(case: Case, claim: Claim, wanted: Mapping[str, Any]) -> bool:
    names = [_plain(h.name) for h in claim.chain if h.kind != "outlet"]
    right = all(getattr(claim, k) == wanted[k] for k in ("polarity", "modality") if k in wanted)
    if "chain" not in wanted:
        return right
    if not wanted["chain"]:
        return right and not claim.attribution
    entity = {e.id: {_plain(v.text) for v in e.variants} for e in case.entities}
    heard = [{n} | entity.get(h.entity or "", set()) for n, h in zip(names, claim.chain, strict=False)]
    return right and all(any(any(_plain(w) in n for n in found) for found in heard) for w in wanted["chain"])


def _figure(case: Case, file_of: Mapping[str, str], wanted: Mapping[str, Any]) -> bool:
    for q in case.quantities:
        if file_of[q.span.document] == wanted["file"] and (
            _holds(q.span, wanted["says"]) or _plain(q.span.text) in _plain(wanted["says"])
        ):
            low, high = wanted.get("low"), wanted.get("high")
            bounds = (low is None or q.low == low) and (high is None or q.high == high)
            if bounds and ("of" not in wanted or (q.of is not None and _plain(q.of.text) == wanted["of"])):
                return True
    return False


def _time(case: Case, file_of: Mapping[str, str], wanted: Mapping[str, Any]) -> bool:
    found = (t for t in case.times if file_of[t.span.document] == wanted["file"] and _holds(t.span, wanted["says"]))
    return any(t.earliest == t.latest == wanted["day"] or t.earliest == wanted["day"] for t in found)


def _entity(case: Case, variants: list[str]) -> bool:
    """Whether one entity alone has all these spellings."""
    holders = [{e.id for e in case.entities if _plain(v) in {_plain(x.text) for x in e.variants}} for v in variants]
    return all(holders) and bool(set.intersection(*holders))


def _point(case: Case, wanted: Mapping[str, Any]) -> bool:
    """Whether one point holds most of these claims, with the right status."""
    spans = {c.id: c.span for c in case.claims}
    for point in case.points:
        held = [any(_holds(spans[m.claim], words) for m in point.claims) for words in wanted["says"]]
        if 2 * sum(held) > len(held):
            return point.status == wanted["status"] and wanted.get("origins", len(point.origins)) == len(point.origins)
    return False


def _contradicted(case: Case, says: list[str]) -> bool:
    """Whether anywhere a value that one of the words stand in conflicts with one that the other stand in."""
    spans = {c.id: c.span for c in case.claims}
    for point in case.points:
        left, right = ({m.value for m in point.claims if _holds(spans[m.claim], words)} for words in says)
        clashes = [{r.left, r.right} for r in point.relations if r.relation in ("conflict", "denial")]
        if any(clash & left and clash & right for clash in clashes):
            return True
    return False


def _edge(case: Case, file_of: Mapping[str, str], wanted: Mapping[str, Any]) -> bool:
    spelt = {e.id: {v.text for v in e.variants} for e in case.entities}
    names = {o.id: {o.name, file_of.get(o.document or "", ""), *spelt.get(o.entity or "", ())} for o in case.origins}
    upstream = {n for e in case.derivations if file_of[e.downstream] == wanted["document"] for n in names[e.upstream]}
    return any(_plain(wanted["upstream"]) in _plain(n) for n in upstream)


def _debris(case: Case, words: str) -> bool:
    return any(words in r.span.text for records in (case.claims, case.mentions) for r in records)

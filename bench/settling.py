"""How long settling one event takes, and what memory, on invented events of growing size told in long accounts.

python -m bench.settling 40 400               runs each size (accounts, of about 50 claims each), writes bench/runs/settling.json
python -m bench.settling 2000                 100,000 claims: about ten minutes to find them on two cores, five to settle them
python -m bench.settling 2000 --kept FOLDER   keeps what was found in the accounts, to settle it again

What was found in each account is made beforehand, by as many processes as there are cores; measured is all that puts accounts
side by side (entities, lineage, points, timeline), in a process of its own. The peak of its memory includes what was found.
"""

import argparse
import json
import math
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import Any

from bench.generator.known import known
from rashomon import __version__, pipeline, registry
from rashomon.model import Annotations, Document

RUNS = Path(__file__).parent / "runs" / "settling.json"
SEED, AT_ONCE = 900, 50

Found = tuple[list[Document], list[Annotations]]


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m bench.settling", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", type=int, nargs="*")
    parser.add_argument("--kept", type=Path, help="a folder for what was found, one for each size in it")
    parser.add_argument("--settle", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.settle:
        print(json.dumps(settled(given.settle)))
        return
    measured: dict[str, Any] = json.loads(RUNS.read_text()) if RUNS.exists() else {}
    for size in given.sizes:
        with tempfile.TemporaryDirectory() as place:
            folder = (given.kept or Path(place)) / str(size)
            if not (folder / "whole").exists():
                found(size, folder)
            said = subprocess.run(
                [sys.executable, "-m", "bench.settling", "--settle", str(folder)], check=True, capture_output=True, text=True
            )
            measured[str(size)] = json.loads(said.stdout)
            print(json.dumps(measured[str(size)]), flush=True)
    measured = dict(sorted(measured.items(), key=lambda item: int(item[0])))
    RUNS.parent.mkdir(exist_ok=True)
    RUNS.write_text(json.dumps(measured, indent=1) + "\n")
    for line in growth(list(measured.values())):
        print(line)


def documents(records: Sequence[dict[str, Any]], folder: Path) -> list[Document]:
    """The documents of these records, as from a file of them."""
    path = folder / "documents.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    return [d for d in registry.find("readers", "jsonl")(path) if isinstance(d, Document)]


def found(size: int, folder: Path) -> None:
    """Writes what is found in an event's accounts, a file for some of them each."""
    folder.mkdir(parents=True, exist_ok=True)
    told = documents(known(f"s{size}", size, SEED, "long")["records"], folder)
    parts = [told[start : start + AT_ONCE] for start in range(0, size, AT_ONCE)]
    with ProcessPoolExecutor() as pool:
        for number, annotations in enumerate(pool.map(_annotated, parts)):
            (folder / f"{number:04d}.pkl").write_bytes(pickle.dumps((parts[number], annotations)))
    (folder / "whole").touch()


def _annotated(some: list[Document]) -> list[Annotations]:
    return [pipeline.annotate(d) for d in some]


def settled(folder: Path) -> dict[str, Any]:
    """Settles what was found, and says what that took."""
    told, annotations = _loaded(folder)
    before, began, used = _peak(), time.perf_counter(), time.process_time()
    case = pipeline.settle(told, annotations, (), __version__)
    return {
        "accounts": len(told),
        "claims": sum(len(a.claims) for a in annotations),
        "points": len(case.points),
        "processor seconds": round(time.process_time() - used, 1),
        "seconds": round(time.perf_counter() - began, 1),
        "peak MB": _peak(),
        "MB before": before,
    }


def _loaded(folder: Path) -> Found:
    told: list[Document] = []
    annotations: list[Annotations] = []
    for file in sorted(folder.glob("*.pkl")):
        some, of_some = pickle.loads(file.read_bytes())
        told += some
        annotations += of_some
    return told, annotations


def _peak() -> int:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)


def growth(measured: Sequence[dict[str, Any]]) -> list[str]:
    """By which power of the claims time and memory grow from each size to the next: 1 is in proportion."""
    lines = []
    for few, many in pairwise(measured):
        claims = math.log(many["claims"] / few["claims"])
        seconds, memory = (math.log(many[k] / few[k]) / claims for k in ("processor seconds", "peak MB"))
        lines.append(f"{few['claims']:,} to {many['claims']:,} claims: seconds {seconds:.2f}, memory {memory:.2f}")
    return lines


if __name__ == "__main__":
    main()

"""Tasks in, scores out.

python -m bench list                 the tasks, and whether their corpus is here
python -m bench run [TASK ...]       predicts and scores; outputs on our own gold are frozen in runs/, scores in scores.json
python -m bench gate                 refuses where our own gold scores below its floor, or was changed without a new score
"""

import argparse
import hashlib
import importlib
import json
import pkgutil
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from bench import corpora, tasks
from bench.table import write_table

HERE = Path(__file__).parent
SCORES = HERE / "scores.json"


def load(names: list[str]) -> list[tuple[str, ModuleType]]:
    found = sorted(name for _, name, _ in pkgutil.iter_modules(tasks.__path__))
    if unknown := sorted(set(names) - set(found)):
        raise SystemExit(f"No task is called {', '.join(unknown)}; there are: {', '.join(found)}.")
    return [(name, importlib.import_module(f"bench.tasks.{name}")) for name in names or found]


def fingerprint(gold: object) -> str:
    return hashlib.sha256(msgspec.json.encode(msgspec.to_builtins(gold, enc_hook=str))).hexdigest()[:16]


def run(name: str, task: ModuleType) -> dict[str, Any]:
    """Every system's scores on the task's gold, all in one run, with the seconds each took."""
    gold = task.gold()
    systems: dict[str, dict[str, float]] = {}
    for system, predict in task.SYSTEMS.items():
        began = time.perf_counter()
        try:
            predicted = [predict(item) for item in gold]
        except ImportError as error:
            print(f"  {system}: left out, {error.name} is not installed", file=sys.stderr)
            continue
        seconds = time.perf_counter() - began
        systems[system] = {k: round(v, 4) for k, v in task.score(gold, predicted).items()} | {"seconds": round(seconds, 1)}
        if task.CORPUS is None:
            freeze(name, system, predicted)
    return {"title": task.TITLE, "corpus": task.CORPUS, "gold": fingerprint(gold), "items": len(gold), "systems": systems}


_FROZEN = 100_000  # bytes; what is longer comes of generated piles, and can be made again


def freeze(name: str, system: str, predicted: list[Any]) -> None:
    (HERE / "runs").mkdir(exist_ok=True)
    text = msgspec.json.format(msgspec.json.encode(msgspec.to_builtins(predicted, enc_hook=str)), indent=1)
    if len(text) > _FROZEN:
        return
    (HERE / "runs" / f"{name}.{system}.json".replace(" ", "-")).write_bytes(text + b"\n")


def run_all(names: list[str]) -> int:
    scores = json.loads(SCORES.read_text()) if SCORES.exists() else {}
    for name, task in load(names):
        try:
            scores[name] = run(name, task)
        except corpora.Missing as missing:
            print(f"{name}: skipped, {missing}", file=sys.stderr)
            continue
        for system, measures in scores[name]["systems"].items():
            print(f"{name:<14} {system:<16} " + "  ".join(f"{k} {v:.3f}" for k, v in measures.items()))
    SCORES.write_text(json.dumps(dict(sorted(scores.items())), indent=1) + "\n")
    write_table(scores, HERE / "SCORES.md")
    return 0


def gate() -> int:
    scores, failed = json.loads(SCORES.read_text()) if SCORES.exists() else {}, []
    for name, task in load([]):
        if task.CORPUS is not None or not hasattr(task, "FLOORS"):
            continue
        gold = task.gold()
        if scores.get(name, {}).get("gold") != fingerprint(gold):
            failed.append(
                f"{name}: its gold changed since it was scored; run `python -m bench run {name}` and look at the figures"
            )
        measured = task.score(gold, [task.SYSTEMS["rashomon"](item) for item in gold])
        for measure, floor in task.FLOORS.items():
            verdict = "ok" if measured[measure] >= floor else "BELOW"
            print(f"{name:<14} {measure:<28} {measured[measure]:.3f}  floor {floor:.3f}  {verdict}")
            if measured[measure] < floor:
                failed.append(f"{name}: {measure} is {measured[measure]:.3f}, its floor is {floor:.3f}")
    for line in failed:
        print(line, file=sys.stderr)
    return 1 if failed else 0


def show() -> int:
    for name, task in load([]):
        try:
            where = str(corpora.path(task.CORPUS)) if task.CORPUS else "our own gold"
        except corpora.Missing as missing:
            where = f"missing ({missing})"
        print(f"{name:<14} {task.TITLE}  [{where}]")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("verb", choices=["list", "run", "gate"])
    parser.add_argument("tasks", nargs="*")
    options = parser.parse_args()
    return {"list": show, "gate": gate, "run": lambda: run_all(options.tasks)}[options.verb]()


if __name__ == "__main__":
    sys.exit(main())

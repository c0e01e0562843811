"""Scores in, SCORES.md out."""

from pathlib import Path
from typing import Any

HEAD = """# Scores

Made by `python -m bench run`; a row a system, all of a table from one run. "naive" is the floor: the simplest thing that
could be done. Seconds are of one noisy machine with two cores: compare them within a table only. Tables on corpora that are
not ours can be repeated by whoever has them in `$RASHOMON_CORPORA`.
"""


def write_table(scores: dict[str, Any], path: Path) -> None:
    """One table a task, a column a measure."""
    parts = [HEAD]
    for name, result in sorted(scores.items()):
        measures = list(dict.fromkeys(m for system in result["systems"].values() for m in system))
        gold = f"corpus `{result['corpus']}`" if result["corpus"] else "our own gold"
        rows = [f"| system | {' | '.join(measures)} |", "|---|" + "---:|" * len(measures)]
        for system, values in result["systems"].items():
            cells = ("" if m not in values else f"{values[m]:.1f}" if m == "seconds" else f"{values[m]:.3f}" for m in measures)
            rows.append(f"| {system} | {' | '.join(cells)} |")
        parts.append(f"## {name}\n\n{result['title']} ({gold}, {result['items']} items)\n\n" + "\n".join(rows) + "\n")
    path.write_text("\n".join(parts))

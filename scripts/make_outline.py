"""Natural Earth's countries at 1:50 million in, the outline that the map is drawn on out: src/rashomon/data/outline.xz.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python scripts/make_outline.py package/countries-50m.json

Natural Earth is in the public domain; world-atlas (ISC) hands it on as TopoJSON. Places are kept to a fiftieth of a degree.
"""

import json
import lzma
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

STEP = 50  # parts of a degree
OUT = Path(__file__).parent.parent / "src" / "rashomon" / "data" / "outline.xz"


def main() -> None:
    topology = json.loads(Path(sys.argv[1]).read_text())
    used: Counter[int] = Counter()
    for shape in topology["objects"]["countries"]["geometries"]:
        used.update(_arcs(shape["arcs"]))
    lines = (_line(arc, topology["transform"], "b" if used[n] > 1 else "c") for n, arc in enumerate(topology["arcs"]))
    text = "\n".join(sorted(line for line in lines if line))
    OUT.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{OUT}: {text.count(chr(10)) + 1} lines, {OUT.stat().st_size} bytes")


def _arcs(nested):
    for item in nested:
        if isinstance(item, list):
            yield from _arcs(item)
        else:
            yield item if item >= 0 else ~item


def _line(arc, transform, kind: str) -> str:
    """A coast (c) or a border (b): its first place, then steps, in fiftieths of a degree east and north."""
    x = y = 0
    places = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        east = round((x * transform["scale"][0] + transform["translate"][0]) * STEP)
        north = round((y * transform["scale"][1] + transform["translate"][1]) * STEP)
        if not places or abs(east - places[-1][0]) + abs(north - places[-1][1]) > 2:
            places.append((east, north))
    if len(places) < 2:
        return ""
    steps = [places[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(places))]
    return kind + " ".join(f"{east},{north}" for east, north in steps)


if __name__ == "__main__":
    main()

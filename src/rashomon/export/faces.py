"""Font packages that are installed in, the files of their fonts out; and which characters of a text none of them has."""

import unicodedata
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

SERIF, ITALIC = "NotoSerif[[]*.ttf", "NotoSerif-Italic*.ttf"
_MORE = (
    ("fontpkg_noto_sans_arabic", "NotoSansArabic"),
    ("fontpkg_noto_sans_devanagari", "NotoSansDevanagari"),
    ("justmytype_intl_rtl", "NotoSansHebrew"),
    ("justmytype_intl_africa", "NotoSansEthiopic"),
    ("justmytype_intl_south_asia", "NotoSansBengali"),
    ("justmytype_intl_south_asia", "NotoSansTamil"),
    ("justmytype_intl_south_asia", "NotoSansTelugu"),
    ("justmytype_intl_sea", "NotoSansThai"),
    ("justmytype_intl_sea", "NotoSansMyanmar"),
    ("justmytype_intl_sea", "NotoSansKhmer"),
    ("justmytype_intl_sea", "NotoSansLao"),
    ("noto_cjk_sans_jp_regular", "NotoSansCJKjp"),
)
"""Packages and the fonts in them, in the order in which they are asked for a letter that the serif does not have."""

_LIGHT = ("NotoSansHebrew",)  # fonts that are hair-thin unless a weight is asked for
BOX = "\ufffd"
"""What stands for a character that cannot be set: the serif has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A font file under the name that a document knows it by; `weight` to be asked for, None as it is."""

    name: str
    path: Path
    weight: int | None = None

    def has(self) -> set[int]:
        """The code points that it has letters for."""
        from fontTools.ttLib import TTFont

        with TTFont(self.path, lazy=True) as font:
            return set(font.getBestCmap())


def serif(pattern: str) -> Path:
    """The serif in which dossiers are set: SERIF or ITALIC."""
    return next(_files("fontpkg_noto_serif", pattern))


def others() -> Iterator[Face]:
    """Fonts for other scripts, as far as their packages are installed."""
    for package, name in _MORE:
        for path in _files(package, f"{name}*.[ot]tf"):
            yield Face(name=name, path=path, weight=400 if name in _LIGHT else None)


def _files(package: str, pattern: str) -> Iterator[Path]:
    found = find_spec(package)
    for folder in (found.submodule_search_locations or ()) if found else ():
        yield from sorted(Path(folder).rglob(pattern))


def unset(texts: Iterable[str], known: Container[int]) -> Counter[str]:
    """The characters of texts that no font has, and how often they stand."""
    seen = Counter(c for text in texts for c in text)
    return Counter({c: n for c, n in seen.items() if ord(c) not in known and not c.isspace() and unicodedata.category(c) != "Cf"})


def told(missing: Counter[str]) -> str:
    """What could not be set, in one sentence: "34 characters could not be set …: Georgian (30), signs (4)."."""
    scripts: Counter[str] = Counter()
    for character, number in missing.items():
        scripts[_script(character)] += number
    named = ", ".join(f"{name} ({number:,})" for name, number in sorted(scripts.items(), key=lambda pair: (-pair[1], pair[0])))
    number = missing.total()
    counted = f"{number:,} characters of this dossier" if number != 1 else "One character of this dossier"
    return f"{counted} could not be set, for want of a font, and {'stand' if number != 1 else 'stands'} as {BOX}: {named}."


def _script(character: str) -> str:
    """The script of a letter as Unicode names it; all else is a sign."""
    name = unicodedata.name(character, "")
    return name.split()[0].capitalize().replace("Cjk", "CJK") if name and unicodedata.category(character)[0] in "LMN" else "signs"

"""Text can be read: all pairs of ink and ground reach the contrast that WCAG AA asks, in light and in dark."""

import re
from importlib.resources import files

import pytest

TONES = files("rashomon.pages").joinpath("static/tone.css").read_text()
LIGHT, DARK = (dict(re.findall(r"--(\w[\w-]*): (#\w+)", part)) for part in TONES.split("@media"))


def _light(tone: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    digits = tone[1:] if len(tone) == 7 else "".join(2 * d for d in tone[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("tones", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "wash", "target"])
@pytest.mark.parametrize("ink", ["ink", "soft", "accent"])
def test_text_stands_out_from_its_ground(tones: dict[str, str], ground: str, ink: str) -> None:
    low, high = sorted((_light(tones[ink]), _light(tones[ground])))
    assert (high + 0.05) / (low + 0.05) >= 4.5

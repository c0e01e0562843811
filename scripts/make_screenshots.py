"""The example in, the pictures of the docs out: the report of harbour-fire in headless Chromium.

python scripts/make_screenshots.py
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rashomon import api

ROOT = Path(__file__).parents[1]
ACCOUNTS = ROOT / "src" / "rashomon" / "demo" / "harbour_fire"
IMAGES = ROOT / "docs" / "images"
QUIET = "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync --hide-scrollbars"
SIZES = {"report": (1280, 1500), "report-phone": (390, 1500)}


def main() -> None:
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not browser:
        raise SystemExit("Chromium is not installed; the pictures are left as they are.")
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        case, page = Path(folder) / "fire.case", Path(folder) / "fire.html"
        api.build(case, sorted(ACCOUNTS.iterdir()))
        api.report(case, page)
        for name, (width, height) in SIZES.items():
            options = [*QUIET.split(), f"--user-data-dir={folder}/{name}", f"--window-size={width},{height}"]
            command = [browser, *options, f"--screenshot={IMAGES / name}.png", page.as_uri()]
            subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
            print(IMAGES / f"{name}.png", file=sys.stderr)


if __name__ == "__main__":
    main()

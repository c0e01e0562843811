"""The example in, the pictures of the docs out: harbour-fire's report and workbench in headless Chromium.

python scripts/make_screenshots.py
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from rashomon import api

ROOT = Path(__file__).parents[1]
ACCOUNTS = ROOT / "src" / "rashomon" / "demo" / "harbour_fire"
IMAGES = ROOT / "docs" / "images"
QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
REPORT = {"report": (1280, 1500), "report-phone": (390, 1500)}
PAGES = {
    "workbench-overview": ("/", 1280, "light"),
    "workbench-point": ("/points/{point}", 1280, "light"),
    "workbench-point-dark": ("/points/{point}", 1280, "dark"),
    "workbench-account": ("/accounts/{account}", 1280, "light"),
    "workbench-beside": ("/beside?left={account}&right={other}", 1280, "light"),
    "workbench-phone": ("/points/{point}", 390, "light"),
}


def main() -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        raise SystemExit("Chromium is not installed; the pictures are left as they are.")
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        case, page = Path(folder) / "harbour-fire.case", Path(folder) / "fire.html"
        api.build(case, sorted(ACCOUNTS.iterdir()))
        api.report(case, page)
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        for name, (width, height) in REPORT.items():
            _shot(browser, page.as_uri(), name, width, height)
        _workbench(browser, case)
        browser.close()


def _workbench(browser: Browser, case: Path) -> None:
    """Every page of PAGES as the server shows it."""
    settled = api.open_case(case)
    names = {"point": settled.points[0].id, "account": settled.documents[3].id, "other": settled.documents[4].id}
    command = [sys.executable, "-m", "rashomon", "serve", str(case), "--author", "Ada Moor"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        url = next(found[0] for line in server.stdout or () if (found := re.search(r"http\S+", line)))
        for name, (path, width, scheme) in PAGES.items():
            _shot(browser, url.partition("/?")[0] + path.format(**names), name, width, 1100, scheme=scheme, first=url)
    finally:
        server.terminate()
        server.wait()


def _shot(browser: Browser, url: str, name: str, width: int, height: int, *, scheme: str = "light", first: str = "") -> None:
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    for address in filter(None, (first, url)):
        page.goto(address)
    page.screenshot(path=IMAGES / f"{name}.png")
    context.close()
    print(IMAGES / f"{name}.png", file=sys.stderr)


if __name__ == "__main__":
    main()

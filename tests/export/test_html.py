"""One HTML file, the same each time, that a real browser shows without a script and without the network."""

import io
import shutil
import subprocess
import time
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon import registry
from rashomon.export.html import export
from rashomon.model import Case, Claim, Hop, Membership, Point, Value
from tests import factory
from tests.pages import harbour

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars")

needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed to show the page")


def exported(case: Case) -> bytes:
    out = io.BytesIO()
    export(case, out)
    return out.getvalue()


def test_it_is_registered_under_its_name() -> None:
    assert registry.find("exporters", "html") is export


def test_the_same_case_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(exported(harbour.case))
    (tmp_path / "b.html").write_bytes(exported(harbour.case))
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


@needs_browser
@pytest.mark.parametrize("width", [360, 1280])
def test_a_browser_shows_it_and_nothing_is_wider_than_the_window(tmp_path: Path, width: int) -> None:
    """The page's own policy forbids scripts, so the width is asked for by a frame around it."""
    (tmp_path / "report.html").write_bytes(exported(harbour.case))
    ask = (
        f"<iframe id=f src=report.html style='width:{width}px;height:900px;border:0'></iframe><script>onload=()=>{{"
        "const d=document.getElementById('f').contentDocument.documentElement;"
        "document.title=d.scrollWidth+' '+d.clientWidth}</script>"
    )
    (tmp_path / "ask.html").write_text(ask)
    dom = _browse(tmp_path, "ask.html", "--allow-file-access-from-files", "--virtual-time-budget=4000", "--dump-dom")
    shown, window = (int(n) for n in dom.partition("<title>")[2].partition("</title>")[0].split())
    assert shown <= window


@needs_browser
def test_a_browser_prints_it(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_bytes(exported(harbour.case))
    _browse(tmp_path, "report.html", f"--print-to-pdf={tmp_path / 'report.pdf'}")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


@needs_browser
def test_a_link_to_a_folded_point_unfolds_it(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_bytes(exported(harbour.case))
    folded = '<details class="fold"><summary><span class="no">3</span> <span class="q" dir="auto">Was the fire set?'
    assert folded in _browse(tmp_path, "report.html", "--dump-dom")
    assert folded not in _browse(tmp_path, "report.html", "--dump-dom", at="#p-p-set")


def _browse(folder: Path, page: str, *wishes: str, at: str = "") -> str:
    command = [str(CHROMIUM), *QUIET, f"--user-data-dir={folder / 'profile'}", *wishes, (folder / page).as_uri() + at]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout


def test_three_hundred_accounts_and_five_thousand_points_make_a_usable_file(tmp_path: Path) -> None:
    start = time.monotonic()
    (tmp_path / "large.html").write_bytes(exported(_large()))
    assert time.monotonic() - start < 15
    assert (tmp_path / "large.html").stat().st_size < 40_000_000


def _large() -> Case:
    text = "".join(f"Line {n} says that {n} boats sank.\n" for n in range(50))
    made = [factory.document(f"Account {n}.\n{text}", file=f"{n:03}.txt", outlet=f"Outlet {n}") for n in range(300)]
    claims: list[Claim] = []
    points: list[Point] = []
    for document in made:
        for block in document.blocks[1:]:
            span = document.span(block.start, block.end)
            hop = Hop(name=document.name, kind="outlet")
            claims.append(Claim(id=f"{document.id}.c{span.start}-{span.end}", span=span, chain=(hop,), origin=document.id))
    for n in range(5_000):
        members = (Membership(claim=c.id, value="v1") for c in claims[n * 3 : n * 3 + 3])
        status = ("disputed", "undisputed", "single")[n % 3]
        value = Value(id="v1", text=f"{n} boats", low=n, high=n)
        points.append(
            Point(
                id=f"p{n}",
                question=f"How many boats sank, {n}?",
                kind="number",
                values=(value,),
                claims=tuple(members),
                status=status,
            )
        )
    return replace(
        Case(format="rashomon-case/1", version="9.9", recipe=()),
        documents=tuple(made),
        claims=tuple(claims),
        points=tuple(points),
    )

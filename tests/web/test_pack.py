"""An evidence pack opens without Rashomon and without a network, from a folder that cannot be written, and can be checked."""

import hashlib
import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from rashomon import api
from tests.web.conftest import EXAMPLE


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's pack with decisions in it, unzipped and closed to writing."""
    folder = tmp_path_factory.mktemp("pack")
    api.build(folder / "fire.case", [EXAMPLE])
    claims = api.open_case(folder / "fire.case").claims
    for n, answer in enumerate(("yes", "no", "yes")):
        api.decide(folder / "fire.case", "claim", [claims[n].id], answer, "Zoë Łuk", "heard it – twice")
    api.evidence(folder / "fire.case", folder / "fire.zip")
    with zipfile.ZipFile(folder / "fire.zip") as zipped:
        zipped.extractall(folder / "pack")
    for place, _, files in os.walk(folder / "pack", topdown=False):
        for name in files:
            os.chmod(Path(place) / name, 0o444)
        os.chmod(place, 0o555)
    return folder / "pack"


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_report_opens_from_the_folder_with_nothing_from_elsewhere(pack: Path, chromium: Any, script: bool) -> None:
    context = chromium.new_context(offline=True, java_script_enabled=script, viewport={"width": 360, "height": 800})
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto((pack / "report.html").as_uri())
    assert "6 accounts" in page.locator("h1").inner_text()
    assert page.locator("article.point").count() >= 2
    page.locator(".version blockquote a").first.click()
    assert page.locator(":target").count() == 1
    assert [url.partition("#")[0] for url in dict.fromkeys(asked)] == [(pack / "report.html").as_uri()]
    assert complaints == []
    context.close()


def test_every_file_has_the_hash_that_the_list_says(pack: Path) -> None:
    sums = dict(reversed(line.split("  ", 1)) for line in (pack / "SHA256SUMS").read_text().splitlines())
    there = {p.relative_to(pack).as_posix() for p in pack.rglob("*") if p.is_file()}
    assert there == {*sums, "SHA256SUMS"}
    assert all(hashlib.sha256((pack / name).read_bytes()).hexdigest() == wanted for name, wanted in sums.items())


def test_the_chain_of_decisions_can_be_checked_by_what_the_readme_says_alone(pack: Path) -> None:
    before = ""
    for line in (pack / "decisions.jsonl").read_text("utf-8").splitlines():
        told = json.loads(line)
        bare = json.dumps({**told, "id": "", "seal": ""}, ensure_ascii=False, separators=(",", ":"))
        assert told["seal"] == hashlib.sha256(f"{before}\n{bare}".encode()).hexdigest()
        before = told["seal"]
    assert before


def test_the_data_stand_beside_what_says_their_form_and_quote_the_sources(pack: Path) -> None:
    case = json.loads((pack / "case.json").read_text("utf-8"))
    schema = json.loads((pack / "case.schema.json").read_text())
    assert "Case" in json.dumps(schema)
    texts = {d["id"]: d["text"] for d in case["documents"]}
    assert all(texts[c["span"]["document"]][c["span"]["start"] : c["span"]["end"]] == c["span"]["text"] for c in case["claims"])
    assert {d["sha256"] for d in case["documents"]} == {
        hashlib.sha256(p.read_bytes()).hexdigest() for p in (pack / "sources").iterdir()
    }

"""The same stories on every engine, and when a worker is killed on the way. Slow: `make test-scale`."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from rashomon import newsroom
from rashomon.errors import InputError
from tests.discover.making import article, corpus, lines
from tests.discover.test_runs import contents

scale = [pytest.mark.scale, pytest.mark.skipif(not os.environ.get("RASHOMON_TEST_SCALE"), reason="make test-scale")]


def test_an_unknown_engine_is_refused(tmp_path: Path):
    with pytest.raises(InputError, match="no engine"):
        newsroom.discover([tmp_path], tmp_path / "s", on="spark")


def big(folder: Path) -> Path:
    """Some thousand articles: the invented corpus many times over, each time of other names and days."""
    made = []
    for n in range(700):
        day = f"20{31 + n // 300:02d}-{1 + n // 28 % 12:02d}-{1 + n % 28:02d}"
        for a in corpus():
            text = a.text.replace("Halcyon", f"Halcyon{n}").replace("Karvelia", f"Karvelia{n}").replace("Orsena", f"Orsena{n}")
            made.append(article(text, day, a.outlet, f"{a.title} {n}"))
    file = folder / "big.jsonl"
    file.write_text(lines(made), encoding="utf-8")
    return file


def run(file: Path, stories: Path, engine: str, code: str = "from rashomon.cli import main; main()") -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", code, "discover", str(file), "-o", str(stories), "--engine", engine, "-q"])


def workers_of(process: int) -> list[int]:
    found = [process]
    for one in found:
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                found += map(int, task.read_text().split())
            except OSError:
                continue
    return found[1:]


def is_worker(process: int) -> bool:
    try:
        said = Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False
    return b"rashomon.engine.local" in said or b"swordfish" in said.lower()


@pytest.mark.parametrize("engine", [pytest.param("daft", marks=scale), pytest.param("ray", marks=scale)])
def test_every_engine_finds_the_same_stories(tmp_path: Path, engine: str):
    file = big(tmp_path)
    for name in ("local", engine):
        assert run(file, tmp_path / name, name).wait(300) == 0
    assert contents(tmp_path / engine) == contents(tmp_path / "local")


@pytest.mark.parametrize("engine", [pytest.param("local", marks=scale), pytest.param("ray", marks=scale)])
def test_a_worker_that_is_killed_changes_nothing(tmp_path: Path, engine: str):
    file, killed = big(tmp_path), []
    assert run(file, tmp_path / "whole", "local").wait(300) == 0
    process = run(file, tmp_path / "hurt", engine)

    def kill() -> None:
        while process.poll() is None and not killed:
            for worker in filter(is_worker, workers_of(process.pid)):
                try:
                    os.kill(worker, signal.SIGKILL)
                except ProcessLookupError:  # it had done its work
                    continue
                killed.append(worker)
                return
            time.sleep(0.02)

    killer = threading.Thread(target=kill)
    killer.start()
    assert process.wait(300) == 0
    killer.join()
    assert killed
    assert contents(tmp_path / "hurt") == contents(tmp_path / "whole")


SMALL_STEPS = (
    "from rashomon.discover import placing, runs; from rashomon.cli import main;"
    " runs.PIECE, runs.TOGETHER, placing.SLICE = 100, 2, 300; main()"
)


@pytest.mark.parametrize("done", [pytest.param(name, marks=scale) for name in ("articles", "near")])
def test_a_run_that_is_killed_outright_goes_on_without_loss_or_doubles(tmp_path: Path, done: str):
    file = big(tmp_path)
    assert run(file, tmp_path / "whole", "local", SMALL_STEPS).wait(300) == 0
    process = run(file, tmp_path / "killed", "local", SMALL_STEPS)
    while process.poll() is None and not rows(tmp_path / "killed" / "stories.sqlite", done):
        time.sleep(0.02)
    process.kill()
    assert process.wait(60) == -signal.SIGKILL
    assert run(file, tmp_path / "killed", "local", SMALL_STEPS).wait(300) == 0
    assert contents(tmp_path / "killed") == contents(tmp_path / "whole")


def rows(shelf: Path, table: str) -> int:
    if not shelf.exists():
        return 0
    try:
        with sqlite3.connect(f"file:{shelf}?mode=ro", uri=True) as db:
            return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    except sqlite3.Error:
        return 0

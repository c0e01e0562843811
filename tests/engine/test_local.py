import os
import subprocess
import sys
import time

import pytest

from rashomon.engine import local


def doubled(piece: bytes) -> bytes:
    print("noise on standard output")
    if piece == b"bad":
        raise ValueError("no such thing")
    if piece == b"crash":
        os._exit(3)
    time.sleep(0.02 if piece < b"m" else 0)
    return piece * 2


PIECES = [b"a", b"bad", b"zz", b"", b"crash", b"x" * 100_000, b"b"]
WHOLE = [b"aa", None, b"zzzz", b"", None, b"x" * 200_000, b"bb"]


def test_outcomes_come_in_the_order_of_the_pieces_and_a_crash_costs_one_piece():
    found = local.run(doubled, PIECES, 2)
    assert [o.result for o in found] == WHOLE
    assert found[1].why == "ValueError: no such thing"
    assert "ended" in found[4].why


def test_one_process_gives_what_many_give():
    pieces = [p for p in PIECES if p != b"crash"]
    assert local.run(doubled, pieces, 1) == local.run(doubled, pieces, 2)


def test_a_piece_may_end_the_process_that_it_has_for_itself():
    assert local.apart(doubled, b"crash").result is None
    assert local.apart(doubled, b"x").result == b"xx"


def test_pieces_are_taken_a_few_at_a_time():
    taken: list[int] = []
    outcomes = local.stream(doubled, (taken.append(n) or b"x" for n in range(50)), 2)
    assert next(outcomes).result == b"xx"
    assert len(taken) == local.AHEAD * 2
    assert len(list(outcomes)) == 49


def test_progress_counts_up_to_all():
    seen: list[int] = []
    local.run(doubled, [b"x"] * 4, 2, seen.append)
    assert seen == [1, 2, 3, 4]


def test_without_an_interpreter_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert [o.result for o in local.run(doubled, [b"x", b"y"], 2)] == [b"xx", b"yy"]


@pytest.mark.parametrize(("pieces", "cap", "expected"), [(3, "", 1), (0, "", 1), (400, "3", 3), (400, "1", 1), (40, "3", 2)])
def test_few_pieces_stay_in_this_process(monkeypatch: pytest.MonkeyPatch, pieces: int, cap: str, expected: int):
    monkeypatch.setenv("RASHOMON_WORKERS", cap)
    assert local.workers(pieces, 20) == expected


def test_workers_end_when_the_program_is_interrupted():
    program = (
        "import signal, threading, os\n"
        "from rashomon.engine import local\n"
        "from tests.engine.test_local import asleep\n"  # an interrupt in the middle of an import may be lost there
        "threading.Timer(1.0, lambda: os.kill(os.getpid(), signal.SIGINT)).start()\n"
        "try:\n"
        "    local.run(asleep, [b'', b''], 2)\n"
        "except KeyboardInterrupt:\n"
        "    print('stopped')\n"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=False)
    assert found.stdout == "stopped\n", found.stderr


def asleep(piece: bytes) -> bytes:
    time.sleep(60)
    return piece

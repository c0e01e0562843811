"""Pieces of work in, their results out in the same order, from several processes of this machine.

Each worker is a fresh interpreter that is sent one piece at a time over a pipe, so that nothing but bytes is shared: a
piece that ends its worker (a crash, memory gone) is reported and the others go on, and a program that uses Rashomon needs
no `if __name__ == "__main__"`, which the standard library's pools ask for.
"""

import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from queue import SimpleQueue
from typing import IO

from rashomon.engine import Work

AHEAD = 2
"""Pieces for each worker that are taken before their answers are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one piece: its result, or, where that is None, why there is none."""

    result: bytes | None = None
    why: str = ""


_Slot = SimpleQueue[Outcome | None]


def workers(pieces: int, least: int) -> int:
    """How many processes pay for so many pieces, each to have at least `least`; 1 means this one. `RASHOMON_WORKERS` caps it."""
    cap = os.environ.get("RASHOMON_WORKERS", "")
    most = int(cap) if cap.isdigit() else min(8, os.cpu_count() or 1)
    return max(1, min(most, pieces // max(1, least)))


def run(work: Work, pieces: Sequence[bytes], processes: int, done: Callable[[int], None] | None = None) -> list[Outcome]:
    """The outcome of `work` (a function of a module) on each piece, in order. `done` is told how many are finished."""
    found = []
    for outcome in stream(work, pieces, min(processes, len(pieces))):
        found.append(outcome)
        if done:
            done(len(found))
    return found


def stream(work: Work, pieces: Iterable[bytes], processes: int) -> Iterator[Outcome]:
    """The same piece by piece: taken from `pieces` a few at a time, so that no more than these are held."""
    if processes <= 1:
        return map(partial(_attempt, work), pieces)
    return _Pool(work, processes).outcomes(iter(pieces))


def apart(work: Work, piece: bytes) -> Outcome:
    """The outcome of one piece in a process of its own, which it may end."""
    return next(_Pool(work, 1).outcomes(iter([piece])))


def _attempt(work: Work, piece: bytes) -> Outcome:
    try:
        return Outcome(result=work(piece))
    except Exception as error:  # a plug-in may fail in any way; one piece must not lose the others
        return Outcome(why=f"{type(error).__name__}: {error}")


class _Pool:
    """One thread of this process for each worker; the threads only wait on pipes."""

    def __init__(self, work: Work, processes: int) -> None:
        self._work, self._name, self._processes = work, f"{work.__module__}:{work.__qualname__}", processes
        self._waiting: SimpleQueue[tuple[bytes, _Slot] | None] = SimpleQueue()
        self._running: dict[int, subprocess.Popen[bytes]] = {}
        self._ended = False

    def outcomes(self, pieces: Iterator[bytes]) -> Iterator[Outcome]:
        threads = [threading.Thread(target=self._serve, args=(n,), daemon=True) for n in range(self._processes)]
        given: deque[tuple[bytes, _Slot]] = deque()
        try:
            for thread in threads:
                thread.start()
            while True:
                while len(given) < AHEAD * self._processes and (piece := next(pieces, None)) is not None:
                    given.append((piece, SimpleQueue()))
                    self._waiting.put(given[-1])
                if not given:
                    return
                piece, slot = given.popleft()
                # without an interpreter of its own, or memory for a second one, the work is done here
                yield slot.get() or _attempt(self._work, piece)
        finally:
            self._ended = True
            for _ in threads:
                self._waiting.put(None)
            for process in list(self._running.values()):
                process.kill()
                process.wait()
            for thread in threads:
                thread.join(timeout=5)

    def _serve(self, number: int) -> None:
        while (given := self._waiting.get()) is not None:
            piece, slot = given
            slot.put(self._ask(number, piece) if number in self._running or self._start(number) else None)

    def _ask(self, number: int, piece: bytes) -> Outcome:
        process = self._running[number]
        try:
            _send(process.stdin, piece)
            answer = _read(process.stdout)
        except (OSError, EOFError, ValueError):
            process.kill()
            process.wait()
            del self._running[number]
            return Outcome(why="the process that worked on it ended; it may need more memory than there is")
        kind, rest = answer[:1], answer[1:]
        return Outcome(result=rest) if kind == _OK else Outcome(why=rest.decode("utf-8", "replace"))

    def _start(self, number: int) -> bool:
        surroundings = os.environ | {"OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
        command = [sys.executable, "-P", "-c", f"from {__name__} import worker; worker({self._name!r})"]
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=surroundings,
                start_new_session=True,  # Ctrl-C reaches this process alone, which then ends its workers
            )
            self._running[number] = process
            if self._ended:  # while it was being started, so that whoever ended the others may not have seen it
                process.kill()
                process.wait()
                return False
            return _read(process.stdout) == _OK
        except (OSError, EOFError, ValueError):
            return False


_OK, _FAILED = b"+", b"-"


def worker(name: str) -> None:
    """Answers pieces from standard input on standard output until there are no more; what is printed goes to standard error."""
    source, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    module, _, function = name.partition(":")
    work: Work = getattr(import_module(module), function)
    try:
        _send(answers, _OK)
        for piece in _pieces(source):
            outcome = _attempt(work, piece)
            _send(answers, _FAILED + outcome.why.encode() if outcome.result is None else _OK + outcome.result)
    except BrokenPipeError:  # nobody waits any more: who asked was killed
        os._exit(0)


def _pieces(source: IO[bytes]) -> Iterator[bytes]:
    while True:
        try:
            yield _read(source)
        except EOFError:
            return


def _send(pipe: IO[bytes] | None, content: bytes) -> None:
    if pipe is None:
        raise OSError
    pipe.write(len(content).to_bytes(8, "big") + content)
    pipe.flush()


def _read(pipe: IO[bytes] | None) -> bytes:
    if pipe is None:
        raise OSError
    head = pipe.read(8)
    size = int.from_bytes(head, "big")
    content = pipe.read(size)
    if len(head) < 8 or len(content) < size:
        raise EOFError
    return content

"""Pieces of work in, their results out in the same order, by Daft: on this machine, or on a Ray cluster.

Daft schedules and moves the pieces; what is lost with a worker is done again. The work itself is the same function of bytes that
`local` runs, so that the results are the same.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any

from rashomon.engine import Work, local
from rashomon.errors import InputError

TRIES = 2
"""How often a query is put to the engine before this machine does the work by itself."""
HELD = 64_000_000
"""Bytes of pieces in one query."""


def engine(*, cluster: bool) -> Callable[[Work, Iterable[bytes]], Iterator[bytes | None]]:
    """Daft's native runner, or its runner on Ray (`RAY_ADDRESS` names the cluster; without it one is begun on this machine)."""
    _started(cluster)

    def run(work: Work, pieces: Iterable[bytes]) -> Iterator[bytes | None]:
        for some in _together(pieces):
            yield from _persistently(work, some, cluster)

    return run


def _together(pieces: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Pieces for one query each: as many as fit into memory beside their answers, so that few queries are begun."""
    held: list[bytes] = []
    for piece in pieces:
        held.append(piece)
        if sum(map(len, held)) > HELD:
            yield held
            held = []
    if held:
        yield held


def _persistently(work: Work, pieces: Sequence[bytes], cluster: bool) -> list[bytes | None]:
    """The answers, even where workers are lost: Daft then ends the query, which is put again, and at last done here."""
    for _ in range(TRIES):
        try:
            return list(_run(work, pieces, cluster))
        except Exception:  # the engine's, since those of the work are caught beside it
            continue
    return [outcome.result for outcome in local.run(work, pieces, local.workers(len(pieces), 1))]


def _started(cluster: bool) -> None:
    # neither Daft nor Ray may call home, and both read this when they are imported
    os.environ.setdefault("DO_NOT_TRACK", "1")
    os.environ.setdefault("SCARF_NO_ANALYTICS", "1")
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("DAFT_PROGRESS_BAR", "0")
    try:
        import daft

        if cluster:
            import ray

            if not ray.is_initialized():
                ray.init(address=os.environ.get("RAY_ADDRESS"), include_dashboard=False, log_to_driver=False)
            daft.set_runner_ray()
        else:
            daft.set_runner_native()
    except ImportError as error:
        extra = "cluster" if cluster else "scale"
        raise InputError(f"This engine needs the extra `{extra}`: pip install 'rashomon[{extra}]'.") from error


def _run(work: Work, pieces: Sequence[bytes], cluster: bool) -> Iterator[bytes | None]:
    import daft

    name = f"{work.__module__}:{work.__qualname__}"
    workers = min(len(pieces), os.cpu_count() or 1)

    @daft.cls(max_concurrency=None if cluster else workers, use_process=None if cluster else True)
    class Worker:
        """Holds the function, which it finds by its name, so that nothing but the name travels."""

        def __init__(self, function: str) -> None:
            module, _, attribute = function.partition(":")
            self._work: Work = getattr(import_module(module), attribute)

        @daft.method.batch(return_dtype=daft.DataType.binary(), batch_size=1)  # type: ignore[untyped-decorator]
        def done(self, piece: Any) -> list[bytes | None]:
            return [_attempt(self._work, item) for item in piece.to_pylist()]

    frame = daft.from_pydict({"place": list(range(len(pieces))), "piece": list(pieces)})
    if cluster and len(pieces) > 1:  # the native runner has no partitions
        frame = frame.into_partitions(len(pieces))
    answers = frame.select(daft.col("place"), Worker(name).done(daft.col("piece")).alias("answer")).to_pydict()
    found = dict(zip(answers["place"], answers["answer"], strict=True))
    yield from (found[place] for place in range(len(pieces)))


def _attempt(work: Work, piece: bytes) -> bytes | None:
    try:
        return work(piece)
    except Exception:  # an exception would end the whole query; who asked does this piece again by itself
        return None

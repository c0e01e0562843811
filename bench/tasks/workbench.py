"""A case of 300 accounts and 30,000 claims, opened and read in the workbench: how long pages take, how much memory it holds.

Times are those that a client on the same machine waits for whole pages, one after another; drawing is left out. The server is a
process of its own; its memory is its largest resident set. The case is the example's, told many times over. "naive": the report
of the same case as one page.
"""

import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench import cloned

TITLE = "The workbench over 300 accounts and 30,000 claims: seconds, megabytes"
CORPUS = None

_ROUNDS = 3  # of each address


def gold() -> list[dict[str, int]]:
    return [{"times": 50, "longer": 11}]


def _case(item: dict[str, int], folder: Path) -> Path:
    """A case file with the large case settled in it."""
    import rashomon
    from rashomon import api, pipeline
    from rashomon.store import casefile

    example = Path(rashomon.__file__).parent / "demo" / "harbour_fire"
    case = cloned.clone(api.settle_files([example]), **item)
    path = folder / "large.case"
    with casefile.opened(path, create=True) as file:
        hashes = {d.sha256: b"" for d in case.documents}
        file.put(case.documents, hashes)
        file.derive(file.fingerprint(rashomon.__version__, *pipeline.recipe()), case)
    return path


def _addresses(path: Path) -> dict[str, list[str]]:
    from rashomon import api
    from rashomon.pages.workbench.known import know

    index = know(api.open_case(path)).index
    documents = [d.id for d in index.case.documents]
    some = [n * len(documents) // _ROUNDS for n in range(_ROUNDS)]
    widest = sorted(index.points, key=lambda p: -len(p.claims))
    found = {
        name: [f"/{name}", f"/{name}?page=2", f"/{name}?page=9"]
        for name in (
            "points",
            "accounts",
            "people",
            "lineage",
            "figures",
            "timeline",
            "names",
            "wording",
            "silence",
            "log",
            "map",
        )
    }
    found["overview"] = ["/"] * _ROUNDS
    found["points, filtered"] = ["/points?speaker=al", "/points?origin=meridian&status=disputed", "/points?q=fire&decided=no"]
    found["a point"] = [index.page("p", p.id) for p in (widest[0], widest[len(widest) // 2], widest[-1])]
    found["an account"] = [index.page("a", documents[n]) for n in some]
    found["an account, layers"] = [index.page("a", documents[0]) + f"?layer={name}" for name in ("names", "figures", "shared")]
    found["side by side"] = [f"/beside?left={documents[n]}&right={documents[n + 1]}" for n in some]
    found["a claim"] = [index.page("k", index.case.claims[n].id) for n in (0, 999, -1)]
    found["somebody"] = [index.page("e", m.entity or "") for m in index.case.mentions if m.entity][:_ROUNDS]
    found["search"] = ["/search?q=fire", "/search?q=grain+warehouse", "/search?q=%22port+authority%22&in=claim"]
    return found


def workbench(item: dict[str, int]) -> dict[str, Any]:
    """Seconds for each kind of page, to open, and megabytes."""
    import httpx

    with tempfile.TemporaryDirectory() as folder:
        path = _case(item, Path(folder))
        addresses = _addresses(path)
        began = time.perf_counter()
        command = [sys.executable, "-m", "rashomon", "serve", str(path), "--author", "bench"]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"})
        try:
            assert server.stdout
            url = next(found[0] for line in server.stdout if (found := re.search(r"http\S+", line)))
            client = httpx.Client(base_url=url.partition("/?")[0], follow_redirects=True, timeout=60)
            client.get(url)
            opened, worked_to_open = time.perf_counter() - began, _processor(server.pid)
            pages: dict[str, list[float]] = {}
            worked: dict[str, float] = {}
            for name, some in addresses.items():
                before = _processor(server.pid)
                for address in some:
                    began = time.perf_counter()
                    reply = client.get(address)
                    pages.setdefault(name, []).append(round(time.perf_counter() - began, 4))
                    assert reply.status_code == 200, (address, reply.status_code)
                worked[name] = round((_processor(server.pid) - before) / len(some), 4)
            seconds = {"opened": round(opened, 3), "processor to open": round(worked_to_open, 2)}
            return {**seconds, "megabytes": _peak(server.pid), "pages": pages, "processor": worked}
        finally:
            server.terminate()
            server.wait()


def _peak(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return round(int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024, 1)  # type: ignore[index]


def _processor(process: int) -> float:
    """Seconds of processor that a process has used, whatever else the machine was doing."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def one_page(item: dict[str, int]) -> dict[str, Any]:
    """The report of the same case: one page that has it all."""
    from rashomon import api
    from rashomon.pages import render

    with tempfile.TemporaryDirectory() as folder:
        path = _case(item, Path(folder))
        began = time.perf_counter()
        case = api.open_case(path)
        opened = time.perf_counter() - began
        began = time.perf_counter()
        content = render.report_html(case)
        seconds = round(time.perf_counter() - began, 3)
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        shutil.rmtree(folder, ignore_errors=True)
    size = round(len(content) / 1e6, 1)
    return {"opened": round(opened, 3), "megabytes": round(megabytes, 1), "pages": {f"the report, {size} MB": [seconds]}}


SYSTEMS = {"rashomon": workbench, "naive": one_page}


def score(gold: list[dict[str, int]], predicted: list[dict[str, Any]]) -> dict[str, float]:
    found = predicted[0]
    times = sorted(t for seconds in found["pages"].values() for t in seconds)
    medians = {name: statistics.median(seconds) for name, seconds in found["pages"].items()}
    worked = found.get("processor", {})
    return {
        "median of the slowest kind of page, s": max(medians.values()),
        "95th percentile of all pages, s": times[min(len(times) - 1, int(0.95 * len(times)))],
        "slowest page, s": times[-1],
        "processor for the slowest kind of page, s": max(worked.values(), default=0.0),
        "opening, s": found["opened"],
        "processor to open, s": found.get("processor to open", 0.0),
        "memory, MB": found["megabytes"],
    }


if __name__ == "__main__":
    print(json.dumps(workbench(gold()[0]), indent=1))

"""A server that is killed in the midst of decisions loses none that it acknowledged."""

import os
import re
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from rashomon import api
from rashomon.store import casefile


def _served(path: Path) -> tuple["subprocess.Popen[str]", httpx.Client]:
    command = [sys.executable, "-m", "rashomon", "serve", str(path), "--author", "Ada"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert server.stdout
    url = next(found[0] for line in server.stdout if (found := re.search(r"http\S+", line)))
    client = httpx.Client(base_url=url.partition("/?")[0], follow_redirects=True, timeout=20)
    client.get(url)
    return server, client


def _burst(path: Path, claims: list[str], after: int, run: int) -> list[str]:
    """Sends notes until the server has been killed; gives those that were acknowledged."""
    server, client = _served(path)
    token = re.search(r'name="form" value="(\w+)"', client.get("/points").text + client.get("/claims/" + claims[0]).text)
    assert token
    acknowledged: list[str] = []

    def send(number: int) -> None:
        answer = f"run {run} note {number}"
        fields = {
            "form": token[1],
            "back": "/keys",
            "question": "note",
            "subject": claims[number % len(claims)],
            "answer": answer,
        }
        try:
            if client.post("/decide", data=fields, follow_redirects=False).status_code == 303:
                acknowledged.append(answer)
        except httpx.HTTPError:
            return
        if len(acknowledged) == after:
            os.kill(server.pid, signal.SIGKILL)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(send, range(after * 3)))
    server.kill()
    server.wait()
    return acknowledged


@pytest.mark.parametrize(
    ("bursts", "after"),
    [(2, 12), pytest.param(5, 200, marks=pytest.mark.pages)],
    ids=["briefly", "a thousand decisions"],
)
def test_no_acknowledged_decision_is_lost_when_the_server_is_killed(case_path: Path, bursts: int, after: int) -> None:
    claims = [c.id for c in api.open_case(case_path).claims]
    acknowledged: list[str] = []
    for run in range(bursts):
        acknowledged += _burst(case_path, claims, after, run)
        kept = {d.answer for d in api.decisions(case_path)}
        assert set(acknowledged) <= kept
        with casefile.opened(case_path) as file:
            assert file.verify() is None
            assert file.sound()
    assert len(acknowledged) >= bursts * after
    assert len(api.open_case(case_path).decisions) >= len(acknowledged)

"""A workbench over the example's case, copied for each test and served on a free port of this machine."""

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any

import httpx
import pytest
import uvicorn

import rashomon
from rashomon import api
from rashomon.web.app import application
from rashomon.web.desk import Workbench
from rashomon.web.holding import Holding

TOKEN = "a-token"
EXAMPLE = Path(rashomon.__file__).parent / "demo" / "harbour_fire"
CHROMIUM = (
    os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


@dataclass(frozen=True, slots=True)
class Served:
    """A workbench that answers requests."""

    bench: Workbench
    url: str

    def browser(self) -> httpx.Client:
        """Something that has opened the address with the token, and sends forms with the form's token."""
        client = httpx.Client(base_url=self.url, follow_redirects=True, timeout=60)
        assert client.get(f"/?token={TOKEN}").status_code == 200
        return client

    def send(self, client: httpx.Client, path: str, /, **fields: str | list[str]) -> httpx.Response:
        """A form as a page of the workbench sends it."""
        return client.post(path, data={"form": self.bench.form_token, "back": "/log", **fields})


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's case, built once."""
    path = tmp_path_factory.mktemp("built") / "fire.case"
    api.build(path, [EXAMPLE])
    return path


@pytest.fixture
def case_path(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(built, tmp_path / "fire.case"))


@contextmanager
def serve(path: Path, **facts: object) -> Iterator[Served]:
    """Serves a case file: `serve(path, read_only=True)`."""
    taken = socket.create_server(("127.0.0.1", 0))
    host = f"127.0.0.1:{taken.getsockname()[1]}"
    bench = Workbench(holding=Holding(path), token=TOKEN, **{"read_only": False, **facts})  # type: ignore[arg-type]
    server = uvicorn.Server(uvicorn.Config(application(bench, {host}), log_level="error", lifespan="off"))
    thread = Thread(target=server.run, kwargs={"sockets": [taken]}, daemon=True)
    thread.start()
    yield Served(bench, f"http://{host}")
    server.should_exit = True
    thread.join(10)
    bench.holding.close()


@pytest.fixture
def serving() -> Iterator[Callable[..., Served]]:
    with ExitStack() as stack:
        yield lambda path, **facts: stack.enter_context(serve(path, **facts))


@pytest.fixture
def served(serving: Callable[..., Served], case_path: Path) -> Served:
    return serving(case_path)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One browser for all tests."""
    sync_api = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine")
    sync_api.expect.set_options(timeout=15_000)
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=_FLAGS)
        yield browser
        browser.close()


@contextmanager
def windows(chromium: Any) -> Iterator[Callable[..., Any]]:
    """Opens workbenches, each in a browser of its own, and fails at the end where the browser has complained."""
    complaints: list[str] = []
    contexts = []

    def window(served: Served, **facts: object) -> Any:
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **facts})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda r: None if r.url.startswith(served.url) else complaints.append(f"asked for {r.url}"))
        page.goto(f"{served.url}/?token={TOKEN}")
        return page

    yield window
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def window(chromium: Any) -> Iterator[Callable[..., Any]]:
    with windows(chromium) as window:
        yield window

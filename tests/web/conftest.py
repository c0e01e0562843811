"""A workbench over the example's case, copied for each test and served on a free port of this machine."""

import shutil
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

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


@pytest.fixture
def serving() -> Iterator[Callable[..., Served]]:
    """Serves a case file: `serving(path, read_only=True)`."""
    stops: list[Callable[[], None]] = []

    def serve(path: Path, **facts: object) -> Served:
        taken = socket.create_server(("127.0.0.1", 0))
        host = f"127.0.0.1:{taken.getsockname()[1]}"
        bench = Workbench(holding=Holding(path), token=TOKEN, **{"read_only": False, **facts})  # type: ignore[arg-type]
        server = uvicorn.Server(uvicorn.Config(application(bench, {host}), log_level="error", lifespan="off"))
        thread = Thread(target=server.run, kwargs={"sockets": [taken]}, daemon=True)
        thread.start()

        def stop() -> None:
            server.should_exit = True
            thread.join(10)
            bench.holding.close()

        stops.append(stop)
        return Served(bench, f"http://{host}")

    yield serve
    for stop in stops:
        stop()


@pytest.fixture
def served(serving: Callable[..., Served], case_path: Path) -> Served:
    return serving(case_path)

"""A case file in, a workbench served from this machine out."""

import secrets
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from rashomon.errors import InputError
from rashomon.web.app import application
from rashomon.web.desk import Workbench
from rashomon.web.holding import Holding

LOOPBACK = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a workbench can be reached."""

    url: str
    loopback: bool


def serve(
    case_path: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    read_only: bool = False,
    author: str = "",
    under: Mapping[str, str] | None = None,
    ready: Callable[[Place], None] = lambda place: None,
    progress: Callable[[str, int, int], None] | None = None,
) -> None:
    """Serves the workbench of a case until it is stopped. `port` 0 takes a free one; `ready` is told where, before the first
    request is answered. `under`: pseudonyms; nothing can be decided then. InputError when the address cannot be taken.
    """
    if host in ("", "0.0.0.0", "::", "*"):
        raise InputError(
            f"The workbench answers to one name alone: give the address by which others reach this machine, not {host!r}."
        )
    taken = _socket(host, port)
    port = taken.getsockname()[1]
    token = secrets.token_urlsafe(24)
    name = f"[{host}]" if ":" in host else host
    hosts = {f"{n}:{port}" for n in ({name} if host not in LOOPBACK else {name, "127.0.0.1", "localhost", "[::1]"})}
    holding = Holding(case_path, progress, under)
    try:
        app = application(Workbench(holding=holding, token=token, read_only=read_only or under is not None, author=author), hosts)
        ready(Place(url=f"http://{name}:{port}/?token={token}", loopback=host in LOOPBACK))
        config = uvicorn.Config(
            app, log_level="warning", access_log=False, server_header=False, date_header=False, lifespan="off"
        )
        uvicorn.Server(config).run(sockets=[taken])
    finally:
        holding.close()
        taken.close()


def _socket(host: str, port: int) -> socket.socket:
    taken = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind((host, port))
        taken.listen()  # a browser that is quicker than the server waits for it, and is not refused
    except OSError as error:
        taken.close()
        reason = error.strerror or str(error)
        raise InputError(f"{host}:{port} cannot be taken ({reason}); give another --port, or none for a free one.") from error
    return taken

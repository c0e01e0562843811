"""An open case in, the application out: which address is answered by what."""

import hmac
from collections.abc import Awaitable, Callable, Container
from types import SimpleNamespace

from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from rashomon.errors import RashomonError
from rashomon.pages.workbench.addresses import local
from rashomon.web import deciding, desk, reading
from rashomon.web.desk import Workbench
from rashomon.web.guards import Guard


def application(bench: Workbench, hosts: Container[str]) -> Starlette:
    """The workbench as an ASGI application that answers to these values of the Host header."""
    routes = [Route(path, _page(bench, make), methods=["GET"]) for path, make in reading.PAGES]
    routes += [Route(path, _file(bench, make), methods=["GET"]) for path, make in reading.FILES]
    if not bench.read_only:
        routes += [Route(path, _form(bench), methods=["POST"]) for path in (*deciding.ACTIONS, "/author")]
    guard = Middleware(Guard, token=bench.token, hosts=hosts)
    return Starlette(
        routes=routes, middleware=[guard], exception_handlers={HTTPException: _missing(bench), Exception: _failed(bench)}
    )


def _page(bench: Workbench, make: Callable[..., reading.Page]) -> Callable[[Request], Response]:
    def page(request: Request) -> Response:
        known = bench.holding.known()
        answer = desk.answer(bench, request, known, *make(bench, known, request))
        if not bench.holding.found:
            answer.background = BackgroundTask(bench.holding.finder)  # no search shall wait for its index, nor the first page
        return answer

    return page


def _file(bench: Workbench, make: Callable[[Workbench, Request], Response]) -> Callable[[Request], Response]:
    def file(request: Request) -> Response:
        return make(bench, request)

    return file


def _form(bench: Workbench) -> Callable[[Request], Awaitable[Response]]:
    async def form(request: Request) -> Response:
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > deciding.LARGEST:
                raise HTTPException(413, "That is more than a form of the workbench can hold.")
        return await run_in_threadpool(_sent, bench, request, body)

    return form


def _sent(bench: Workbench, request: Request, body: bytes) -> Response:
    back = "/"
    try:
        sent = deciding.read(body)
        back = local(deciding.one(sent, "back"))
        if not hmac.compare_digest(deciding.one(sent, "form").encode(), bench.form_token.encode()):
            raise HTTPException(403, "This form is not of this workbench, or of an earlier run of it: load the page again.")
        return deciding.act(bench, request, sent, request.url.path)
    except RashomonError as error:
        return _say(bench, request, 400, "This was not decided", str(error), back)


def _missing(bench: Workbench) -> Callable[[Request, Exception], Response]:
    def missing(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        if isinstance(error, HTTPException) and status == 303 and error.headers:
            return RedirectResponse(error.headers["location"], status_code=303)
        detail = error.detail if isinstance(error, HTTPException) else ""
        says = "Nothing stands at this address." if detail in ("", "Not Found", "Method Not Allowed") else detail
        return _say(bench, request, status, "Not here" if status in (404, 405) else "Not done", says, "/")

    return missing


def _failed(bench: Workbench) -> Callable[[Request, Exception], Response]:
    def failed(request: Request, error: Exception) -> Response:
        says = f"Rashomon failed where it should not ({type(error).__name__}). Nothing was changed; please report this."
        return _say(bench, request, 500, "Something went wrong", says, "/")

    return failed


def _say(bench: Workbench, request: Request, status: int, title: str, says: str, back: str) -> Response:
    known = bench.holding.known(0)
    page = SimpleNamespace(title=title, says=says, back=back)
    return desk.answer(bench, request, known, "message", title, page, status=status)

"""A request in, the frame of its page out: who decides, what can be taken back, where a decision leads back to."""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

import rashomon
from rashomon.model import Decision
from rashomon.pages import render
from rashomon.pages.workbench import frame
from rashomon.pages.workbench.known import Known
from rashomon.settle.answers import WITHDRAWN
from rashomon.web import guards
from rashomon.web.holding import Holding


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbench:
    """An open case and how it is served. `author`: who decides unless a browser says otherwise."""

    holding: Holding
    token: str
    read_only: bool
    author: str = ""

    @property
    def form_token(self) -> str:
        """What every form holds, so that no other site can have made it."""
        return guards.key(self.token, "form")


def answer(
    bench: Workbench,
    request: Request,
    known: Known,
    template: str,
    title: str,
    page: object,
    *,
    status: int = 200,
) -> Response:
    """The page, in its frame."""
    author = author_of(bench, request)
    around = frame.Frame(
        title=title,
        case=bench.holding.path.name,
        version=rashomon.__version__,
        menu=frame.menu(known, request.url.path),
        read_only=bench.read_only,
        author=author,
        token=bench.form_token,
        back=back(request),
        behind=bench.holding.behind,
        trouble=bench.holding.trouble,
        last=_last(bench, known, author),
    )
    headers = {"cache-control": "no-store"}
    return HTMLResponse(render.page_html(template, around, page).encode("utf-8", "replace"), status_code=status, headers=headers)


def back(request: Request) -> str:
    """The address of this page, for a form to lead back to."""
    query = urlencode(list(request.query_params.multi_items()))
    return request.url.path + (f"?{query}" if query else "")


def author_of(bench: Workbench, request: Request) -> str:
    """Who decides in this browser."""
    kept = request.cookies.get(author_cookie(request), "")
    try:
        return base64.urlsafe_b64decode(kept.encode()).decode() or bench.author
    except (binascii.Error, UnicodeError, ValueError):
        return bench.author


def author_cookie(request: Request) -> str:
    """The name of the cookie that keeps who decides."""
    return guards.cookie_name(request.headers.get("host", "")) + "-author"


def as_cookie(author: str) -> str:
    """A name as a cookie can hold it."""
    return base64.urlsafe_b64encode(author.encode("utf-8", "replace")).decode()


def query(request: Request) -> Mapping[str, str]:
    """The query of an address, each name once, nothing overlong."""
    return {name: value[:1000] for name, value in request.query_params.items()}


def _last(bench: Workbench, known: Known, author: str) -> Decision | None:
    """The latest decision made here by this author that can still be taken back."""
    superseded: set[tuple[str, tuple[str, ...]]] = set()
    for decision in reversed(known.log[bench.holding.began_with :]):
        about = (decision.question, tuple(sorted(decision.subject)))
        if decision.author == author and about not in superseded and decision.answer != WITHDRAWN:
            return decision
        superseded.add(about)
    return None

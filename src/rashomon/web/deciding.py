"""A form in, a decision in the log out, and the way back to where it was made."""

from collections.abc import Callable, Mapping, Sequence
from types import SimpleNamespace
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rashomon import api
from rashomon.errors import DecisionError
from rashomon.pages.index import anchor
from rashomon.pages.workbench.addresses import local
from rashomon.settle.answers import kind
from rashomon.web import desk
from rashomon.web.desk import Workbench

LARGEST = 64 * 1024
"""Bytes that a form can have."""

Form = Mapping[str, Sequence[str]]


def read(body: bytes) -> Form:
    """The fields of a form that was sent, each with its values in turn; DecisionError when it is none."""
    try:
        return parse_qs(body.decode("ascii"), keep_blank_values=True, max_num_fields=100, errors="replace")
    except ValueError as error:
        raise DecisionError("This was not sent by a form of the workbench.") from error


def one(form: Form, name: str) -> str:
    """The first value of a field, "" where it has none."""
    return next(iter(form.get(name, ())), "")


def decide(bench: Workbench, form: Form, author: str) -> str:
    """Makes the decision that a form asks for; gives the place on the page that shows it."""
    made = api.decide(
        bench.holding.path,
        one(form, "question"),
        form.get("subject", ()),
        one(form, "choice") or one(form, "answer"),
        author,
        one(form, "note"),
        desk=_desk(bench),
    )
    return next((anchor("k", key) for key in made.subject if kind(key) == "c"), "")


def undo(bench: Workbench, form: Form, author: str) -> str:
    """Takes a decision back."""
    api.undo(bench.holding.path, one(form, "decision"), author, one(form, "note"))
    return ""


def attach(bench: Workbench, form: Form, author: str) -> str:
    """Attaches a stray to other records."""
    api.attach(bench.holding.path, one(form, "decision"), form.get("subject", ()), author, one(form, "note"), desk=_desk(bench))
    return "strays"


ACTIONS: Mapping[str, Callable[[Workbench, Form, str], str]] = {"/decide": decide, "/undo": undo, "/attach": attach}
"""What a form can ask for, by the address it is sent to."""


def act(bench: Workbench, request: Request, form: Form, path: str) -> Response:
    """Does what a form asks for, or asks who decides first; DecisionError says why it was not done."""
    author = one(form, "author").strip() or desk.author_of(bench, request)
    if path == "/author":
        path = one(form, "to")
    elif not author:
        return _ask(bench, request, form, path)
    place = ACTIONS[path](bench, form, author) if path in ACTIONS else ""
    address = local(one(form, "back"))
    response = RedirectResponse(f"{address}#{place}" if place else address, status_code=303)
    if one(form, "author").strip():
        kept = desk.as_cookie(" ".join(author.split())[:120])
        response.set_cookie(desk.author_cookie(request), kept, max_age=31_536_000, httponly=True, samesite="strict")
    return response


def _ask(bench: Workbench, request: Request, form: Form, path: str) -> Response:
    """The page that asks who decides, with the decision kept in it."""
    pending = [(name, value) for name, values in form.items() if name not in ("form", "back", "author") for value in values]
    page = SimpleNamespace(back=local(one(form, "back")), pending=(*pending, ("to", path)))
    return desk.answer(bench, request, bench.holding.known(0), "author", "Who decides", page)


def _desk(bench: Workbench) -> api.Desk:
    known = bench.holding.known(0)
    return api.Desk(case=known.index.case, anchors=known.anchors)

"""An address in, its page out."""

from collections.abc import Callable
from io import BytesIO
from types import SimpleNamespace

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from rashomon import codec, registry
from rashomon.errors import InputError
from rashomon.pages import map as places
from rashomon.pages import render
from rashomon.pages.workbench import account, beside, claim, overview, people, point, points, searching, sections
from rashomon.pages.workbench import log as log_page
from rashomon.pages.workbench.known import Known
from rashomon.web import desk
from rashomon.web.desk import Workbench

Page = tuple[str, str, object]
"""The name of a template, a title, and the context."""


def _overview(bench: Workbench, known: Known, request: Request) -> Page:
    return "overview", "Overview", overview.view(known)


def _points(bench: Workbench, known: Known, request: Request) -> Page:
    return "points", "Points", points.view(known, desk.query(request))


def _point(bench: Workbench, known: Known, request: Request) -> Page:
    number = known.index.number.get(request.path_params["key"])
    if number is None:
        raise _elsewhere(bench, "p", request, known, point.gone(known))
    found = known.index.points[number - 1]
    return "point", found.question, point.view(known, found)


def _accounts(bench: Workbench, known: Known, request: Request) -> Page:
    return "accounts", "Accounts", account.listed(known, desk.query(request))


def _account(bench: Workbench, known: Known, request: Request) -> Page:
    document = known.index.documents.get(request.path_params["key"])
    if document is None:
        raise HTTPException(404, "No account has this address: it may have been set aside by a later build.")
    asked = desk.query(request)
    return (
        "account",
        known.index.account(document.id),
        account.view(known, document, asked.get("layer", ""), asked.get("find", "")),
    )


def _claim(bench: Workbench, known: Known, request: Request) -> Page:
    found = known.index.claims.get(request.path_params["key"])
    if found is None:
        raise HTTPException(
            404, "No claim has this address now: it may have been rejected. The log has the decision, to be taken back."
        )
    return "claim", "A claim", claim.view(known, found, desk.query(request).get("q", ""))


def _entity(bench: Workbench, known: Known, request: Request) -> Page:
    found = known.index.entities.get(request.path_params["key"])
    if found is None or not known.mentions_of.get(found.id):
        gone = "Nobody has this address now: a decision may have joined or parted names."
        raise _elsewhere(bench, "e", request, known, gone)
    return "entity", found.name, people.view(known, found, desk.query(request).get("q", ""))


def _people(bench: Workbench, known: Known, request: Request) -> Page:
    return "people", "People and bodies", people.people(known, desk.query(request))


def _beside(bench: Workbench, known: Known, request: Request) -> Page:
    asked = desk.query(request)
    return "beside", "Side by side", beside.view(known, asked.get("left", ""), asked.get("right", ""))


def _lineage(bench: Workbench, known: Known, request: Request) -> Page:
    return "lineage", "Lineage", sections.lineage_page(known, desk.query(request), bench.holding.drawing(known))


def _section(name: str, title: str, view: Callable[..., object]) -> Callable[[Workbench, Known, Request], Page]:
    def page(bench: Workbench, known: Known, request: Request) -> Page:
        return name, title, view(known, desk.query(request))

    return page


def _map(bench: Workbench, known: Known, request: Request) -> Page:
    return "map", "Map", SimpleNamespace(map=places.view(known.index))


def _search(bench: Workbench, known: Known, request: Request) -> Page:
    asked = desk.query(request)
    words, within, skip = searching.wanted(asked)
    total, found = bench.holding.finder().find(words, within, skip) if words.strip() else (0, ())
    return "search", "Search", searching.view(known, asked, total, found)


def _log(bench: Workbench, known: Known, request: Request) -> Page:
    return "log", "Log", log_page.view(known, desk.query(request))


def _author(bench: Workbench, known: Known, request: Request) -> Page:
    return "author", "Who decides", SimpleNamespace(back="/", pending=())


def _keys(bench: Workbench, known: Known, request: Request) -> Page:
    return "keys", "Keys", None


def _elsewhere(bench: Workbench, kind: str, request: Request, known: Known, gone: str) -> HTTPException:
    """Leads to the record that has what was this one's before a decision; 404 where there is none."""
    if heir := bench.holding.moved(request.path_params["key"]):
        return HTTPException(303, headers={"location": known.index.page(kind, heir)})
    return HTTPException(404, gone)


PAGES: tuple[tuple[str, Callable[[Workbench, Known, Request], Page]], ...] = (
    ("/", _overview),
    ("/points", _points),
    ("/points/{key}", _point),
    ("/accounts", _accounts),
    ("/accounts/{key}", _account),
    ("/claims/{key}", _claim),
    ("/people", _people),
    ("/entities/{key}", _entity),
    ("/beside", _beside),
    ("/lineage", _lineage),
    ("/figures", _section("figures", "Figures", sections.figures_page)),
    ("/timeline", _section("timeline", "Timeline", sections.timeline_page)),
    ("/names", _section("names", "Names", sections.names_page)),
    ("/wording", _section("wording", "Wording", sections.wording_page)),
    ("/map", _map),
    ("/silence", _section("silence", "What is left out", sections.silence_page)),
    ("/search", _search),
    ("/log", _log),
    ("/author", _author),
    ("/keys", _keys),
)
"""Every page that is read: its address, and what makes it."""


def style(bench: Workbench, request: Request) -> Response:
    """The style sheet of every page."""
    return _asset(render.style_sheet(), "text/css")


def script(bench: Workbench, request: Request) -> Response:
    """The script of every page: keys, and forms that are sent without leaving the page."""
    return _asset(render.script(), "text/javascript")


def icon(bench: Workbench, request: Request) -> Response:
    """The sign in the browser's tab."""
    return _asset(render.icon(), "image/svg+xml")


def report(bench: Workbench, request: Request) -> Response:
    """The report, as one file."""
    content = render.report_html(bench.holding.known().index.case).encode("utf-8", "replace")
    return _file(content, bench.holding.path.stem + ".html", "text/html")


def decisions(bench: Workbench, request: Request) -> Response:
    """The log, as a file for a colleague."""
    content = b"".join(codec.to_json(d) + b"\n" for d in bench.holding.known().log)
    return _file(content, bench.holding.path.stem + ".decisions.jsonl", "application/x-ndjson")


def _dossier(to: str, kind: str) -> Callable[[Workbench, Request], Response]:
    def dossier(bench: Workbench, request: Request) -> Response:
        out = BytesIO()
        try:
            registry.find("exporters", to)(bench.holding.known().index.case, out)
        except InputError as error:
            raise HTTPException(404, str(error)) from error
        return _file(out.getvalue(), f"{bench.holding.path.stem}.{to}", kind)

    return dossier


FILES: tuple[tuple[str, Callable[[Workbench, Request], Response]], ...] = (
    ("/static/pages.css", style),
    ("/static/keys.js", script),
    ("/favicon.svg", icon),
    ("/report", report),
    ("/report.docx", _dossier("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")),
    ("/report.pdf", _dossier("pdf", "application/pdf")),
    ("/log.jsonl", decisions),
)
"""Every file that is read."""


def _asset(content: str, kind: str) -> Response:
    return Response(content, media_type=kind, headers={"cache-control": "private, max-age=3600"})


def _file(content: bytes, name: str, kind: str) -> Response:
    plain = "".join(c for c in name if c.isascii() and (c.isalnum() or c in " .-_")) or "case"
    headers = {"content-disposition": f'attachment; filename="{plain}"', "cache-control": "no-store"}
    return Response(content, media_type=kind, headers=headers)

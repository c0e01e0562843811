"""A page context in, HTML out: the one place that knows Jinja."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rashomon.model import Case
from rashomon.pages.views import report
from rashomon.pages.words import count, number, plain, shown
from rashomon.pages.workbench.frame import Frame

STYLES = ("tone.css", "text.css", "points.css", "figures.css", "accounts.css", "print.css")
"""Style sheets of every page, in the order of the cascade."""


@cache
def environment() -> Environment:
    """Templates of this package; everything is escaped, and a name that a context lacks is an error."""
    made = Environment(
        loader=PackageLoader("rashomon.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(shown=shown, plain=plain)
    made.globals.update(count=count, number=number)
    return made


@cache
def styles() -> Markup:
    """All style sheets, to stand in a page."""
    loader = PackageLoader("rashomon.pages", "static")
    bare = Environment(autoescape=False)
    return Markup("".join(loader.get_source(bare, name)[0] for name in STYLES))


def page_html(template: str, frame: Frame, page: object) -> str:
    """A page of the workbench, by the name of its template."""
    return environment().get_template(f"workbench/{template}.html").render(frame=frame, page=page)


def style_sheet() -> str:
    """The style sheets of the workbench as one: those of every page and its own."""
    loader = PackageLoader("rashomon.pages", "static")
    own = loader.get_source(Environment(autoescape=True), "workbench.css")[0]
    return str(styles()) + own


def script() -> str:
    """The workbench's script."""
    return PackageLoader("rashomon.pages", "static").get_source(Environment(autoescape=True), "keys.js")[0]


def icon() -> str:
    """The sign of the workbench in a browser's tab: two accounts that overlap."""
    return PackageLoader("rashomon.pages", "static").get_source(Environment(autoescape=True), "icon.svg")[0]


def report_html(case: Case) -> str:
    """The report of a case: one page that needs nothing from elsewhere, the same for the same case."""
    return environment().get_template("report.html").render(report=report(case), styles=styles())

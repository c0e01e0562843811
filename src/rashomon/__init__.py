"""One event, many accounts: every claim on its exact words, with who said it and who relayed it."""

from importlib import import_module
from importlib.metadata import version as _version
from typing import TYPE_CHECKING

from rashomon.errors import CaseFileError, DecisionError, InputError, PluginError, RashomonError
from rashomon.model import Case, Claim, Decision, Document, Entity, Origin, Point, Span

if TYPE_CHECKING:
    from rashomon.api import Summary, add, build, decide, decisions, export, open_case, report, settle_files

__version__ = _version("rashomon")

_VERBS = ("Summary", "add", "build", "decide", "decisions", "export", "open_case", "report", "settle_files")

__all__ = [
    "Case", "CaseFileError", "Claim", "Decision", "DecisionError", "Document", "Entity", "InputError", "Origin", "PluginError",
    "Point", "RashomonError", "Span", "Summary", "add", "build", "decide", "decisions", "export", "open_case", "report",
    "settle_files",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """The verbs are loaded when they are first asked for: what reads a case need not load what makes one."""
    if name in _VERBS:
        return getattr(import_module("rashomon.api"), name)
    raise AttributeError(f"module 'rashomon' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_VERBS})

"""The verbs, as functions: build, add, open, search, decide, merge, report, export, check. Start here."""

from rashomon.api.building import Summary, add, build, settle_files
from rashomon.api.checking import Check, checks
from rashomon.api.deciding import attach, decide, undo
from rashomon.api.exporting import Pseudonyms, evidence, export, read_pseudonyms, report, under_pseudonyms
from rashomon.api.logs import Merged, decisions, read_decisions, write_decisions
from rashomon.api.opening import Desk, State, last_settled, open_case, search, state

__all__ = [
    "Check", "Desk", "Merged", "Pseudonyms", "State", "Summary", "add", "attach", "build", "checks", "decide", "decisions",
    "evidence", "export", "last_settled", "open_case", "read_decisions", "read_pseudonyms", "report", "search", "settle_files",
    "state", "under_pseudonyms", "undo", "write_decisions",
]  # fmt: skip

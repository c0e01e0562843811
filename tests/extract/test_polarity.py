import tomllib
from pathlib import Path

import pytest

from tests.extract.test_claims import claims
from tests.factory import document

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "polarity.toml").read_text())["case"]
USUAL = {"polarity": "asserted", "modality": "certain", "negated": False}


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["promise"])
def test_a_claim_is_voiced_so(case):
    (claim,) = claims(document(case["text"]))
    assert {k: getattr(claim, k) for k in USUAL} == {k: case.get(k, v) for k, v in USUAL.items()}

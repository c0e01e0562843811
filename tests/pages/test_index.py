"""An account goes by what a reader knows it by, and no two go by one name."""

from dataclasses import replace

from rashomon.pages.index import index
from tests.pages.harbour import case


def _called(**facts: object) -> str:
    first, *rest = case.documents
    changed = replace(first, **{"outlet": None, "host": None, "url": None, "title": None, **facts})
    return index(replace(case, documents=(changed, *rest))).account(changed.id)


def test_an_account_goes_by_its_outlet_its_host_its_title_and_last_by_its_file() -> None:
    title = case.documents[0].span(0, 12)
    assert _called(outlet="The Quay", host="quay.example", title=title) == "The Quay"
    assert _called(host="quay.example", title=title) == "quay.example"
    assert _called(title=title) == f"“{title.text.strip()}”"
    assert _called() == case.documents[0].file


def test_a_long_title_is_cut_between_words() -> None:
    document = replace(case.documents[0], outlet=None, host=None, text="Harbour " * 20)
    cut = index(replace(case, documents=(replace(document, title=document.span(0, 160)),))).account(document.id)
    assert cut.endswith("Harbour…”")
    assert len(cut) <= 63


def test_two_accounts_of_one_outlet_are_told_apart_by_their_numbers() -> None:
    same = tuple(replace(d, outlet="The Quay") for d in case.documents[:2])
    found = index(replace(case, documents=(*same, *case.documents[2:])))
    assert [found.account(d.id) for d in same] == ["The Quay (1)", "The Quay (2)"]

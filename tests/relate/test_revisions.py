"""Two versions of one account are one account with a difference, sentence beside sentence; copies carry it or do not."""

import pytest

from tests.relate.test_lineage import case

FIRST = (
    "A crane fell onto a moored ferry in the port of Lindau Bay on Friday evening, killing three dockers.\n"
    "Port director Maria Stelzer said that the brakes of the crane had failed in the wind.\n"
    "The quay had been closed since Tuesday because of loose bollards along its northern end.\n"
)
SECOND = (
    "CORRECTED: number of the dead\n"
    "A crane fell onto a moored ferry in the port of Lindau Bay on Friday evening, killing five dockers.\n"
    "Port director Maria Stelzer said that the brakes of the crane had failed in the wind.\n"
    "A harbour commission will meet on Monday.\n"
)


@pytest.fixture(scope="module")
def corrected():
    return case(
        ("wire.txt", "Northern News", FIRST, "2024-05-03"),
        ("corrected.txt", "Northern News", SECOND, "2024-05-05"),
        ("old.txt", "Lake Gazette", FIRST + "Trams ran.\n", "2024-05-04"),
        ("new.txt", "Bay Mirror", SECOND.split("\n", 1)[1] + "Trams ran late.\n", "2024-05-06"),
    )


def update(made):
    (found,) = (d for d in made.derivations if d.manner == "updates")
    return found


def test_a_page_that_says_it_corrects_another_of_its_outlet_is_a_later_version_of_it(corrected):
    files, origins = {d.id: d.file for d in corrected.documents}, {o.id: o for o in corrected.origins}
    found = update(corrected)
    assert (files[origins[found.upstream].document], files[found.downstream]) == ("wire.txt", "corrected.txt")
    assert any(e.kind == "stated" and e.spans[0].text == "CORRECTED" for e in found.evidence)


def test_its_sentences_are_added_removed_or_changed_with_both_spans(corrected):
    texts = {d.id: d.text for d in corrected.documents}
    found = update(corrected).revisions
    assert [r.kind for r in found] == ["added", "changed", "removed", "added"]
    for span in (s for r in found for s in (r.left, r.right) if s):
        assert texts[span.document][span.start : span.end] == span.text
    (changed,) = (r for r in found if r.kind == "changed")
    assert "three dockers" in changed.left.text
    assert "five dockers" in changed.right.text


def test_copies_carry_the_correction_or_still_give_the_old_figure(corrected):
    files = {d.id: d.file for d in corrected.documents}
    (changed,) = (r for r in update(corrected).revisions if r.kind == "changed")
    assert [files[s.document] for s in changed.carried] == ["new.txt"]
    assert [files[s.document] for s in changed.kept] == ["old.txt"]
    assert "three dockers" in changed.kept[0].text


def test_a_version_adds_no_origin(corrected):
    assert len({c.origin for c in corrected.claims if "A crane fell" in c.span.text}) == 1


def test_two_stories_of_one_outlet_are_no_versions():
    made = case(
        ("a.txt", "Northern News", FIRST, "2024-05-03"),
        ("b.txt", "Northern News", "UPDATED: The council votes on a new tram line next month.\n", "2024-05-05"),
    )
    assert not [d for d in made.derivations if d.manner == "updates"]

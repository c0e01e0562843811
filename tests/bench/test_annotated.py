"""Annotated events hold together: every statement stands in its account, every member is a statement, every pair is judged."""

from itertools import combinations

import pytest

from bench import annotated


@pytest.mark.parametrize("event", [*annotated.events(read=True), *annotated.events(read=False)], ids=lambda event: event.name)
def test_an_annotated_event_holds_together(event):
    gold = annotated.gold(event)
    statements = {s["id"] for d in gold["documents"].values() for s in d["statements"]}
    assert {path.name for path in annotated.accounts(event)} == {*gold["documents"]}
    for point in gold["points"]:
        assert {m["statement"] for m in point["members"]} <= statements
        judged = {frozenset((r["a"], r["b"])) for r in point["relations"]}
        assert judged == {frozenset(pair) for pair in combinations(point["values"], 2)}
    assert all({*trap["statements"]} <= statements for trap in gold["near_miss_traps"])


def test_words_that_an_account_does_not_hold_are_named(tmp_path):
    (tmp_path / "1-paper.txt").write_text("The bridge fell.")
    (tmp_path / "gold.toml").write_text('point = []\ndocument = []\n[[statement]]\nid = "1.s01"\nsays = "The bridge stood"\n')
    with pytest.raises(ValueError, match=r"1\.s01"):
        annotated.gold(tmp_path)

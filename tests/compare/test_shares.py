"""Who was among those whom something befell is disputed where one account rules out what another reports."""

from tests.settle.test_points import settled

NONE = ("Valley Post", "2024-06-02", "The raid on Orlen killed 14 people, all of them fighters, the army said.")
SOME = ("Orlen Echo", "2024-06-02", "At least 31 civilians were killed in the raid on Orlen, a hospital doctor said.")
MANY = ("Hill Times", "2024-06-02", "Most of those killed in the raid on Orlen were civilians, a priest said.")
RULE = ("Lake News", "2024-06-02", "No civilians were to be killed in the raid on Orlen, an adviser said.")


def asked(case, words="civilians among"):
    return [p for p in case.points if words in p.question]


def test_none_against_some_is_a_conflict_on_one_question():
    (point,) = asked(settled(NONE, SOME, MANY))
    assert point.question == "Were there civilians among those killed?"
    assert point.status == "disputed"
    assert [v.text for v in point.values] == ["none", "some", "many"]
    assert {(r.left, r.right, r.relation) for r in point.relations} == {
        ("v1", "v2", "conflict"),
        ("v1", "v3", "conflict"),
        ("v2", "v3", "compatible"),
    }
    assert all("“" in m.why for m in point.claims)


def test_nobody_is_asked_where_no_account_rules_them_out():
    assert not asked(settled(SOME, MANY))


def test_what_was_to_be_is_no_conflict_with_what_was():
    assert not asked(settled(RULE, SOME))


def test_one_account_alone_makes_no_point():
    assert not asked(settled(NONE))


def test_a_part_that_is_more_than_the_whole_is_a_conflict_over_the_whole():
    fourteen = ("Lake News", "2024-06-02", "The raid on Orlen killed 14 people, a minister said.")
    (point,) = asked(settled(fourteen, SOME), "How many people were killed")
    assert point.status == "disputed"
    assert {v.text: (v.low, v.high) for v in point.values} == {"14 people": (14, 14), "At least 31 civilians": (31, None)}
    assert any("are some of them" in (v.derived or "") for v in point.values)


def test_a_part_that_is_less_than_the_whole_says_nothing_against_it():
    forty = ("Lake News", "2024-06-02", "The raid on Orlen killed 40 people, a minister said.")
    assert not [p for p in settled(forty, SOME).points if p.status == "disputed"]

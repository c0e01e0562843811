"""The same question put to every account, and honest disagreement."""

import time

import pytest

import rashomon
from rashomon import pipeline
from rashomon.model import Case, Point
from tests.factory import document


def settled(*written: tuple[str, str, str]) -> Case:
    """A case of accounts: outlet, ISO day of publication, text."""
    documents = [document(text, file=f"{i}.txt", outlet=o, published=d) for i, (o, d, text) in enumerate(written)]
    return pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)


def number(case: Case, word: str) -> Point:
    (point,) = (p for p in case.points if p.kind == "number" and any(word in v.text for v in p.values))
    return point


KILLED = "A bus fell into the Orlen gorge on Saturday. Twelve people were killed, the fire brigade said."
ONE = ("Valley Post", "2024-06-02", KILLED)
TWO = ("Orlen Echo", "2024-06-02", "At least 19 people were killed when a bus fell into the Orlen gorge, a hospital doctor said.")
THREE = ("Hill Times", "2024-06-02", "About a dozen people were killed in the bus accident in the Orlen gorge, rescuers said.")
INJURED = ("Lake News", "2024-06-02", "A bus fell into the Orlen gorge. Nineteen people were injured, a nurse said.")


def test_two_disjoint_counts_of_one_outcome_are_a_conflict():
    point = number(settled(ONE, TWO), "19")
    assert point.status == "disputed"
    assert {r.relation for r in point.relations} == {"conflict"}


def test_a_hedged_count_agrees_with_the_figure_it_allows():
    point = number(settled(ONE, THREE), "dozen")
    assert point.status == "undisputed"


def test_the_dead_are_not_set_against_the_injured():
    case = settled(TWO, INJURED)
    assert not any(p.kind == "number" for p in case.points)


def test_one_speaker_later_giving_another_figure_has_changed_position():
    first = ("Valley Post", "2024-06-02", "Twelve people were killed, mayor Ada Brenner said.")
    later = ("Valley Post", "2024-06-05", "Fifteen people were killed, mayor Ada Brenner said on Wednesday.")
    point = number(settled(first, later), "Fifteen")
    assert {r.relation for r in point.relations} == {"superseded"}
    assert point.status == "undisputed"


def test_a_plan_is_no_conflict_with_what_came_of_it():
    plan = ("Valley Post", "2024-06-01", "The council expects that 400 people will be evacuated from the Orlen valley.")
    outcome = ("Orlen Echo", "2024-06-03", "The council said that 150 people were evacuated from the Orlen valley.")
    assert all(p.status == "undisputed" for p in settled(plan, outcome).points)


def test_part_and_whole_said_in_one_breath_answer_two_questions():
    case = settled(
        (
            "Orlen Echo",
            "2024-06-03",
            '"We took 4,000 people out of the valley; in my lorry there were 112 people," said Jon Marek.',
        )
    )
    assert not any(p.status == "disputed" for p in case.points)


def test_an_account_that_was_out_before_the_others_could_not_know_yet():
    early = ("Dawn Wire", "2024-05-30", "The Orlen gorge road was reopened for buses, the council said.")
    case = settled(early, ONE, TWO)
    point = number(case, "19")
    dawn = next(d.id for d in case.documents if d.outlet == "Dawn Wire")
    assert [o.kind for o in case.omissions if o.point == point.id and o.document == dawn] == ["could not know yet"]


def test_a_reprint_of_a_figure_adds_no_origin():
    copy = ("Copy Daily", "2024-06-03", ONE[2])
    point = number(settled(ONE, copy, TWO), "19")
    twelve = next(v for v in point.values if v.low == 12)
    assert len(twelve.origins) == 1


@pytest.fixture(scope="module")
def case() -> Case:
    return settled(ONE, TWO, THREE, INJURED)


def test_every_point_asks_a_question(case):
    assert case.points
    assert all(p.question.endswith("?") for p in case.points)


def test_every_relation_says_why_and_names_values_of_its_point(case):
    for point in case.points:
        values = {v.id for v in point.values}
        assert all(r.why and {r.left, r.right} <= values for r in point.relations)


def test_any_order_of_documents_gives_the_same_case():
    assert (
        settled(ONE, TWO, THREE).points
        == pipeline.settle(*_reversed(settled_documents(ONE, TWO, THREE)), (), rashomon.__version__).points
    )


def settled_documents(*written):
    return [document(text, file=f"{i}.txt", outlet=o, published=d) for i, (o, d, text) in enumerate(written)]


def _reversed(documents):
    documents = documents[::-1]
    return documents, [pipeline.annotate(d) for d in documents]


def test_a_paragraph_that_says_one_thing_hundreds_of_times_settles_in_seconds():
    documents = settled_documents((ONE[0], ONE[1], "Nine people were killed in a bus, mayor Ada Brenner said. " * 400), TWO)
    annotations = [pipeline.annotate(d) for d in documents]
    began = time.process_time()
    pipeline.settle(documents, annotations, (), rashomon.__version__)
    assert time.process_time() - began < 4


@pytest.mark.parametrize(
    ("left", "right", "question"),
    [
        ("The road was closed for three days.", "The road was closed for five days.", "How long was it closed?"),
        ("A fire killed nine people.", "The fire, in which 12 died, went out.", "How many people were killed?"),
    ],
)
def test_a_point_of_figures_asks_what_one_would_ask(left, right, question):
    case = settled(("Valley Post", "2024-06-02", left), ("Orlen Echo", "2024-06-02", right))
    assert question in [p.question for p in case.points]


def test_what_is_said_not_to_have_been_done_is_asked_apart_from_all_else():
    case = settled(
        ("Valley Post", "2024-06-02", "The mayor signed the contract with the miners. The contract with the miners is long."),
        (
            "Orlen Echo",
            "2024-06-02",
            "The mayor did not sign the contract with the miners. The contract with the miners is dear.",
        ),
    )
    disputed = [p for p in case.points if p.status == "disputed"]
    assert disputed
    assert all(p.kind == "yes-no" for p in disputed)


def test_a_figure_that_only_follows_is_a_value_of_its_own_and_says_how():
    said = "A ferry burned off Marwan on Monday. All but 12 of the 40 sailors survived the fire, the port said."
    also = "A ferry burned off Marwan on Monday. 28 sailors survived the fire, the navy said."
    case = settled(("Post", "2024-03-05", said), ("Lamp", "2024-03-05", also))
    (point,) = (p for p in case.points if p.kind == "number")
    stated, derived = sorted(point.values, key=lambda v: v.derived is not None)
    assert (stated.text, stated.derived, len(stated.origins)) == ("28 sailors", None, 1)
    assert (derived.low, derived.derived) == (28, "“40 sailors” less “12”: 40 − 12 = 28")
    assert [m.why for m in point.claims if m.value == derived.id] == ["worked out: “40 sailors” less “12”: 40 − 12 = 28"]
    assert [r.relation for r in point.relations] == ["agree"]


def test_one_total_of_two_compositions_is_a_conflict_about_its_parts():
    first = "About 3,000 people left the camp. All but about 400 were fighters, the mayor said."
    other = "A convoy with 200 fighters and 2,600 family members left the camp, a driver said."
    case = settled(("Valley Post", "2024-06-02", first), ("Orlen Echo", "2024-06-02", other))
    conflicts = [p for p in case.points if p.status == "disputed"]
    assert any({v.low for v in p.values} >= {200} and any(v.derived for v in p.values) for p in conflicts)


def test_what_few_of_many_accounts_tell_is_no_omission_of_the_rest():
    rest = [(f"Paper {n}", "2024-06-02", f"The ferry was {'very ' * n}late.") for n in range(50)]
    case = settled(ONE, TWO, *rest)
    assert not any(o.point == number(case, "19").id for o in case.omissions)


def test_lengths_that_nothing_ties_to_one_question_are_no_dispute():
    near = ("Valley Post", "2024-06-02", "The rocket flew 340 miles over the Orlen sea, the navy said.")
    far = ("Orlen Echo", "2024-06-02", "The rocket flew 2,300 miles over the Orlen sea, a pilot said.")
    assert all(p.status != "disputed" for p in settled(near, far).points if p.kind == "number")


def test_weights_of_one_stuff_that_differ_are_a_conflict():
    one = ("Valley Post", "2024-06-02", "The lorry in the Orlen gorge carried 21 tonnes of gravel, the owner said.")
    two = ("Orlen Echo", "2024-06-02", "There were 33 tonnes of gravel on the lorry, a policeman said.")
    assert number(settled(one, two), "33").status == "disputed"


def test_weights_of_two_stuffs_are_not_set_against_one_another():
    one = ("Valley Post", "2024-06-02", "The lorry in the Orlen gorge carried 21 tonnes of gravel, the owner said.")
    two = ("Orlen Echo", "2024-06-02", "There were 33 tonnes of sugar on the lorry in the gorge, a policeman said.")
    assert not any(p.status == "disputed" for p in settled(one, two).points)


def test_a_denial_and_a_negative_claim_agree():
    one = ("Valley Post", "2024-06-02", "The rail company had never been told about damaged rails at Orlen.")
    two = ("Orlen Echo", "2024-06-02", "The director denied that the rail company had been told about damaged rails at Orlen.")
    related = [r for p in settled(one, two).points for r in p.relations]
    assert {r.relation for r in related} == {"agree"}
    assert "says that it was not so" in related[0].why


def test_figures_of_those_in_care_may_both_hold():
    one = ("Valley Post", "2024-06-02", "Surgeons operated on 40 injured people after the bus accident at Orlen, a doctor said.")
    two = ("Orlen Echo", "2024-06-02", "Ambulances carried off 65 injured people after the bus accident at Orlen, a driver said.")
    assert not any(p.status == "disputed" for p in settled(one, two).points)


def test_more_in_care_than_were_injured_by_a_later_account_is_a_dispute_but_none_of_one_day():
    toll = "The bus accident at Orlen left 40 people injured, a doctor said."
    care = "Ambulances carried off {} injured people after the bus accident at Orlen, a driver said."
    for many, day, status in (("25", "04", "undisputed"), ("65", "04", "disputed"), ("65", "02", "undisputed")):
        case = settled(("Valley Post", f"2024-06-{day}", toll), ("Orlen Echo", "2024-06-02", care.format(many)))
        assert number(case, "40").status == status


def test_two_expectations_are_no_plan_and_outcome():
    one = ("Valley Post", "2024-06-02", "The road to Orlen would stay closed for 38 days, the mayor said.")
    two = ("Orlen Echo", "2024-06-02", "Drivers would have to keep off the closed road to Orlen for 12 days, a policeman said.")
    assert any(r.relation == "conflict" for p in settled(one, two).points for r in p.relations)


def test_claims_of_like_words_and_other_figures_are_two_answers():
    one = ("Valley Post", "2024-06-02", "The well in Orlen is 40 metres deep and has stood empty for years.")
    two = ("Orlen Echo", "2024-06-02", "The well in Orlen is 80 metres deep and has stood empty for years.")
    for point in settled(one, two).points:
        assert len(point.values) > 1
        assert not any(r.relation == "agree" for r in point.relations)


def test_a_bare_denial_asks_whether_there_was_any_and_is_set_against_all_who_tell_of_it():
    report = ("Orlen Echo", "2024-06-02", "An explosion tore off the roof of the Orlen mill, a baker said.")
    second = ("Lake News", "2024-06-02", "Windows broke in the explosion, pupils of the Orlen school said.")
    denial = ("Hill Times", "2024-06-02", "There was no explosion, the mill's owner said.")
    (point,) = (p for p in settled(report, second, denial).points if p.status == "disputed")
    assert point.question == "Was there any explosion?"
    assert [(v.text, sum(m.value == v.id for m in point.claims)) for v in point.values] == [("yes", 2), ("no", 1)]
    assert [r.relation for r in point.relations] == ["denial"]


def test_that_there_was_nobody_of_a_sort_denies_nothing_that_they_did():
    report = ("Orlen Echo", "2024-06-02", "Police closed the bridge in Orlen, a baker said.")
    denial = ("Hill Times", "2024-06-02", "There were no police, a priest said.")
    assert not [p for p in settled(report, denial).points if p.status == "disputed"]


def test_figures_after_which_two_accounts_go_on_in_the_same_words_are_disputed():
    ten = (
        "Orlen Echo",
        "2024-06-02",
        "Ten lorries stacked with sacks of barley and oats crossed Orlen bridge, a guard said.",
    )
    many = (
        "Hill Times",
        "2024-06-02",
        "Forty lorries stacked with sacks of barley and oats crossed Orlen bridge, a baker said.",
    )
    assert number(settled(ten, many), "Forty").status == "disputed"


def test_every_answer_to_a_question_says_why_it_is_one(case):
    whys = [m.why for p in case.points for m in p.claims if p.kind != "when"]
    assert whys
    assert all("“" in why or "worked out" in why for why in whys if why)
    assert sum(map(bool, whys)) > 0.9 * len(whys)


def test_a_figure_says_what_it_counts():
    point = number(settled(ONE, TWO), "19")
    assert {m.why for m in point.claims} == {
        "“Twelve people” counts people; the words around it speak of death",
        "“At least 19 people” counts people; the words around it speak of death",
    }


def test_that_it_was_another_thing_is_no_denial_that_there_was_one():
    report = ("Orlen Echo", "2024-06-02", "A rocket tore off the roof of the Orlen mill, a baker said.")
    other = ("Hill Times", "2024-06-02", "It was not a rocket, the mill's owner said.")
    assert not [p for p in settled(report, other).points if p.question.startswith("Was there any")]


@pytest.mark.parametrize(("other", "relation"), [("7,900", "compatible"), ("9,400", "conflict")])
def test_a_round_measure_may_be_one_that_is_less_round(other, relation):
    case = settled(
        ("Blad", "2024-06-02", "The silo held 8,000 tonnes of wheat."),
        ("Post", "2024-06-02", f"The silo held {other} tonnes of wheat."),
    )
    assert [r.relation for p in case.points if p.kind == "number" for r in p.relations] == [relation]


@pytest.mark.parametrize(("told", "other", "relation"), [(10, 11, "compatible"), (70, 64, "conflict")])
def test_a_depth_in_tens_may_be_one_within_half_a_step(told, other, relation):
    case = settled(
        ("Blad", "2024-06-02", f"The wreck lies at a depth of {told} metres."),
        ("Post", "2024-06-02", f"The wreck lies at a depth of {other} metres."),
    )
    assert [r.relation for p in case.points if p.kind == "number" for r in p.relations] == [relation]


def test_the_missing_of_accounts_of_which_none_knows_the_first_are_no_dispute():
    case = settled(("Blad", "2024-06-02", "Six people were missing."), ("Post", None, "Two people were missing."))
    assert [r.relation for p in case.points if p.kind == "number" for r in p.relations] == ["compatible"]


def test_whom_one_of_several_saved_is_asked_apart_from_all_who_were():
    case = settled(
        ("Blad", "2024-06-02", "In all 124 people had been rescued, 60 of them by fishing boats."),
        ("Post", "2024-06-02", "Fishing boats rescued 71 people."),
    )
    (point,) = (p for p in case.points if p.kind == "number")
    assert (point.question, point.status) == ("How many people were saved by boats?", "disputed")


def test_how_many_there_were_of_one_thing_is_asked_without_further_words_in_common():
    case = settled(
        ("Blad", "2024-06-02", "There were 30 life jackets, he said."), ("Post", "2024-06-02", "Divers counted 90 life jackets.")
    )
    (point,) = (p for p in case.points if p.kind == "number")
    assert (point.question, point.status) == ("How many life jackets were there?", "disputed")


def test_accounts_that_give_reasons_for_one_deed_are_asked_why():
    texts = (
        "The accord with the miners was signed in order to end a strike, the mayor said.",
        "The reason for the accord was to reopen the port, a guard said.",
        "The accord was about keeping jobs, said a clerk.",
    )
    case = settled(*((f"Paper {n}", "2024-06-02", text) for n, text in enumerate(texts)))
    assert [len(p.values) for p in case.points if p.question == "Why was the accord made?"] == [3]


def test_all_who_deny_a_deed_are_set_against_all_who_tell_of_it():
    case = settled(
        ("Post", "2024-06-02", "Nine million crowns had been paid to the gang, a clerk said. The minister denied this."),
        ("Globe", "2024-06-02", "“Not a single crown has been paid,” the minister, Ada Holm, said."),
        ("Mail", "2024-06-02", "Shipowners coughed up 11 million crowns for the sailors, a guard said."),
    )
    (point,) = (p for p in case.points if p.kind == "yes-no")
    assert (point.status, len(point.claims)) == ("disputed", 4)


def test_what_two_accounts_quote_alike_is_asked_of_its_speaker():
    case = settled(
        ("Post", "2024-06-02", "The harbour was sold on Monday.\n\n“They are pirates in suits,” said Ada Holm, a fisherwoman."),
        ("Globe", "2024-06-02", "A cat crossed the street.\n\n“They are pirates in suits,” said Ada Holm, a fisherwoman."),
    )
    assert [p.question for p in case.points] == ["Did Ada Holm say “They are pirates in suits”?"]


def test_who_denies_the_same_in_two_accounts_is_asked_once():
    case = settled(
        ("Post", "2024-06-02", "Lind Lines runs the ferry. Lind Lines denied that the vessel was overloaded."),
        ("Globe", "2024-06-02", "The ferry belongs to Lind Lines. Lind Lines denies that it was overloaded."),
    )
    (point,) = (p for p in case.points if "overloaded" in p.question)
    assert (point.question, len(point.claims)) == ("Was the vessel overloaded?", 2)


def test_a_part_that_one_rejects_in_several_accounts_is_asked_for():
    case = settled(
        ("Post", "2024-06-02", "The Norland army said it had not carried out any strikes in Orlen on Tuesday."),
        ("Globe", "2024-06-02", "The Norland army said that it did not strike the clinic."),
    )
    (point,) = (p for p in case.points if "part" in p.question)
    assert (point.status, len(point.claims)) == ("undisputed", 2)


def test_a_thing_that_several_accounts_count_and_one_counts_otherwise_is_in_dispute():
    texts = [
        "The collapse sent a coach, three lorries and 14 cars into the water, the governor said.",
        "Three lorries and 14 cars fell from a height of about 40 metres, a doctor said.",
        "A bus, three lorries and 14 cars lay in the river at noon, divers said.",
        "Twelve cars fell, by our own count.",
    ]
    documents = [document(text, file=f"{i}.txt", published="2024-06-05") for i, text in enumerate(texts)]
    case = pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)
    (point,) = [p for p in case.points if p.status == "disputed"]
    assert {v.text for v in point.values} == {"14 cars", "Twelve cars"}


def test_figures_that_count_nothing_named_are_on_no_point():
    one = ("Orlen Echo", "2024-06-02", "Three now in custody after the mill fire at Orlen.")
    two = ("Hill Times", "2024-06-02", "The owner spoke on Channel 6 before his arrest over the mill fire at Orlen.")
    assert not [p for p in settled(one, two).points if p.kind == "number"]


def test_two_points_never_ask_the_same_of_figures():
    one = "A quake struck Harn. Fourteen people were taken to hospital. Nine people were hurt at the school, a teacher said."
    two = "Sixteen people were treated in hospital after the quake in Harn. Eleven people were hurt at the school."
    asked = [p.question for p in settled(("A", "2024-06-02", one), ("B", "2024-06-02", two)).points if p.kind == "number"]
    assert asked
    assert len({*asked}) == len(asked)


def test_what_was_long_before_is_asked_for_with_its_year():
    one = "A quake struck Harn on Saturday. In 1987 a quake killed 309 people in Harn."
    two = "Harn was hit by a quake. An earthquake in November 1987 killed 311 people in Harn."
    (point,) = (p for p in settled(("A", "2024-06-02", one), ("B", "2024-06-02", two)).points if p.kind == "number")
    assert point.question == "How many people were killed in 1987?"
    assert point.status == "disputed"

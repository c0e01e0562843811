"""Who prints an agency's words without saying so, and who tells them anew: shown by what pages have in common."""

import pytest

import rashomon
from rashomon import pipeline
from tests.factory import document

WIRE = (
    "Seven people were killed and 26 hurt when a crane fell onto the fish market of Selby on Monday, police said.\n"
    "Five people were still missing on Tuesday morning, among them the crane driver, police spokesman Ole Brandt said.\n"
    "The crane, 62 metres high, came down at 9.20 a.m. on 18 stalls, of which 11 were open at the time.\n"
    "It took 85 firefighters almost five hours to lift the wreck, fire chief Marta Kling said.\n"
    "The port company Nordhafen said that the crane had been inspected four weeks ago and could carry 120 tonnes.\n"
    "Built in 1974, the market is used by some 3,000 people a day. Nordhafen was fined 45,000 crowns in 2016 over its cranes.\n"
    "The market will stay shut for at least two weeks, Nordhafen said.\n"
)
RETOLD = (
    "It is the worst accident that the coast has seen: seven dead, 26 in hospital and five of whom nobody knows anything.\n"
    "The giant, 62 metres tall, toppled at twenty past nine in the morning, and 18 stalls were under it.\n"
    "For close to five hours 85 firemen worked at the steel.\n"
    "Its owner insists that everything had been looked at four weeks before and that 120 tonnes were no load for it.\n"
    "The hall dates from 1974 and sees 3,000 visitors daily. The owner has paid before: 45,000 crowns.\n"
    "Buy your herring elsewhere for now, for the market is closed for a fortnight.\n"
)
MEETING = (
    "A crane fell onto stalls in Selby: that is how fire chief Marta Kling began on Tuesday.\n"
    "Seven people were killed, 26 were hurt and five are missing, Kling told reporters.\n"
    "She said that the crane was 62 metres high and hit 18 stalls, and that 85 firefighters had needed five hours.\n"
    "“We could hear them calling,” said Ida Moen, who sells nets. “Then it was still.”\n"
)


def case(*documents):
    return pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)


def page(outlet: str, text: str, **facts: object):
    return document(text, file=f"{outlet.lower()}.txt", outlet=outlet, **{"published": "2031-05-06", **facts})


def edges(made) -> set[tuple[str, str]]:
    names, outlets = {o.id: o.name for o in made.origins}, {d.id: d.outlet for d in made.documents}
    mine = [e for e in made.derivations if e.manner in ("reprints", "paraphrases", "syndicates")]
    return {(names[e.upstream], outlets[e.downstream]) for e in mine if names[e.upstream] in {*outlets.values(), "Coastwire"}}


@pytest.fixture(scope="module")
def wired():
    trimmed = "".join(WIRE.splitlines(keepends=True)[i] for i in (0, 1, 3, 5, 6))
    whole, part = page("Courier", WIRE), page("Ledger", trimmed, agency="Coastwire")
    return case(whole, part, page("Wheels", RETOLD))


def test_a_page_with_the_words_that_another_credits_to_an_agency_is_the_agencys_too(wired):
    assert {("Coastwire", "Ledger"), ("Coastwire", "Courier")} <= edges(wired)
    (edge,) = (e for e in wired.derivations if e.manner == "reprints" and "same words" in e.direction)
    assert edge.direction == "Ledger has the same words, and credits Coastwire"


def test_a_rewriting_without_credit_derives_from_the_account_whose_figures_it_gives_in_order(wired):
    assert ("Courier", "Wheels") in edges(wired)
    (edge,) = (
        e for e in wired.derivations if e.manner == "paraphrases" and any("figures of Wheels" in v.why for v in e.evidence)
    )
    (shown,) = (v for v in edge.evidence if v.kind == "value" and "in the same order" in v.why)
    assert shown.spans


def test_whoever_prints_trims_or_rewrites_one_wire_is_one_origin(wired):
    outlets = {d.id: d.outlet for d in wired.documents}
    of = {c.id: outlets[c.span.document] for c in wired.claims}
    shared = [p for p in wired.points if len({of[m.claim] for m in p.claims}) > 1 and "dead" not in p.question]
    assert shared
    assert [p.question for p in shared if len(p.origins) > 1] == []


def test_a_report_from_a_press_conference_with_a_witness_of_its_own_is_no_copy():
    assert edges(case(page("Courier", WIRE), page("Echo", MEETING))) == set()


def test_figures_that_one_chief_gave_in_their_order_make_no_copy():
    heard = (
        "Seven people were killed, 26 were hurt and five are missing, fire chief Marta Kling said on Tuesday.\n"
        "She said that the crane was 62 metres high, weighed 120 tonnes and hit 18 stalls at 9.20 a.m.\n"
        "She said that 85 firefighters had needed almost five hours.\n"
    )
    own = (
        "With seven dead, 26 hurt and five missing, Selby mourns.\n"
        "A crane of 62 metres and 120 tonnes had crushed 18 stalls at 9.20 a.m.\n"
        "For nearly five hours 85 firemen were at work.\n"
    )
    assert edges(case(page("Echo", heard), page("Wheels", own))) == set()


def test_a_brief_rewriting_is_known_by_five_figures_that_the_same_three_voices_give_in_order():
    wire = (
        "Divers brought up 41 crates from the wreck off Torvik.\n"
        "The hull lies 63 metres down, coastguard captain Ole Brandt said. It sank with 27 sailors, historian Marta Kling said.\n"
        "The dive cost 380,000 crowns, Kling said. Brandt said that 15 of the crew had reached the shore.\n"
    )
    brief = (
        "A find off Torvik: 41 boxes are ashore.\n"
        "Captain Ole Brandt puts the depth of the wreck at 63 metres. Marta Kling, a historian, says that it carried 27 men.\n"
        "For Kling the sum of 380,000 crowns was well spent. 15 seamen got out alive, Brandt says.\n"
    )
    assert ("Courier", "Echo") in edges(case(page("Courier", wire), page("Echo", brief, published="2031-05-07")))


def test_a_brief_account_that_quotes_from_its_model_and_names_nobody_else_derives_from_it():
    brief = (
        "Seven dead and 26 hurt: a monster of 62 metres has crushed the fish hall of Selby.\n"
        "For hours 85 men fought the steel. “Nobody could have stopped it,” says fire boss Marta Klink.\n"
        "The hall, built in 1974, is shut for two weeks.\n"
    )
    model = WIRE.replace("fire chief Marta Kling said.", "fire chief Marta Kling said. “Nobody could have stopped it,” she said.")
    assert ("Courier", "Buzz") in edges(case(page("Courier", model), page("Buzz", brief)))
    own = brief.replace("“Nobody could have stopped it,”", "“I saw it sway all morning,”")
    assert edges(case(page("Courier", model), page("Buzz", own))) == set()

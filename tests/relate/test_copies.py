"""Which of several accounts with the same story was copied: told by what two of them share against the others."""

import rashomon
from rashomon import pipeline
from tests.factory import document

WIRE = (
    "ODALEN (Fjord News Agency) - A cable snapped above the valley station of Odalen and 14 passengers fell into the snow.\n"
    "Workers had greased the pulleys in spring, but nobody looked at the cable itself until the first frost came.\n"
    "The road below the station stays closed for nine days while engineers lower the cabins one by one.\n"
    "A hotel took in 60 guests who could not reach their cars that night.\n"
)


def edges(*documents):
    made = pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)
    known = {o.id: next((d for d in documents if d.id == o.document), None) for o in made.origins}
    files = {d.id: d.file for d in documents}
    return {(up.file, files[e.downstream]) for e in made.derivations if (up := known[e.upstream])}


def test_whoever_repeats_a_papers_slip_took_it_from_that_paper_though_both_credit_the_agency():
    slip = WIRE.replace("14 passengers", "41 passengers").replace("60 guests", "66 guests")
    sent = document(WIRE, file="a.txt", outlet="Fjord News Agency", published="2031-05-03")
    first = document(slip, file="b.txt", outlet="Valley Post", published="2031-05-03")
    second = document(slip.replace("one by one", "slowly"), file="c.txt", outlet="Ridge Herald", published="2031-05-04")
    assert ("b.txt", "c.txt") in edges(sent, first, second)


def test_of_two_versions_of_a_page_the_one_is_credited_whose_words_were_taken():
    corrected = WIRE.replace("14 passengers", "15 passengers").replace("ODALEN (Fjord News Agency) - ", "")
    earlier = document(
        WIRE.replace("ODALEN (Fjord News Agency) - ", ""), file="a.txt", outlet="Valley Post", published="2031-05-03"
    )
    later = document(corrected, file="b.txt", outlet="Valley Post", published="2031-05-04")
    taken = document(earlier.text + "h/t Valley Post\n", file="c.txt", outlet="Ridge Herald", published="2031-05-05")
    assert ("a.txt", "c.txt") in edges(earlier, later, taken)
    assert ("b.txt", "c.txt") not in edges(earlier, later, taken)


def test_two_accounts_that_share_a_phrase_or_two_in_no_order_are_no_copies():
    one = document(
        "Fourteen people were hurt when a cabin fell in Odalen on Friday.\n"
        "The road below the station stays closed for nine days.\n"
        "Mayor Ida Holm asked visitors to keep away from the slope.\n"
        "Two helicopters carried the wounded to the clinic at Fjordvik.\n"
        "Skiers had complained of a grinding noise all week long.\n",
        file="a.txt", outlet="Valley Post", published="2031-05-03",
    )  # fmt: skip
    other = document(
        "A hearing into the cable car is set for June, the court said.\n"
        "Owners of the line deny that they had been warned of rust.\n"
        "Tour operators have called off trips to the glacier.\n"
        "Insurers expect claims of three million crowns.\n"
        "The road below the station stays closed for nine days.\n",
        file="b.txt", outlet="Ridge Herald", published="2031-05-04",
    )  # fmt: skip
    assert not edges(one, other)

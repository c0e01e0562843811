"""Pages that name their day without its year: no year is made up, and the days are still of use."""

import re
from dataclasses import replace

from rashomon import codec, pipeline
from rashomon.model import Block, Decision, Document, Published
from tests.factory import document

FIRST = "ORLEN, Thursday Oct 16 (Norda) - The ferry sank yesterday, and 12 people were killed, police said."
LATER = "ORLEN, Saturday Oct 18 (Norda) - The death toll of the ferry rose to 31, police said on Saturday."


def settled(*texts: str | Document, decisions: tuple[Decision, ...] = ()):
    documents = [document(t, file=f"{n}.txt") if isinstance(t, str) else t for n, t in enumerate(texts)]
    return pipeline.settle(documents, [pipeline.annotate(d) for d in documents], decisions, "0")


def published(*texts: str | Document) -> list[str | None]:
    return [d.published.value for d in settled(*texts).documents]


def stamped(text: str, stamp: str, **facts: object) -> Document:
    blocks = (
        Block(start=0, end=len(stamp), role="stamp"),
        Block(start=len(stamp) + 1, end=len(stamp) + 1 + len(text), role="paragraph"),
    )
    return document(f"{stamp}\n{text}", file="stamped.txt", blocks=blocks, **facts)


def test_a_dateline_without_a_year_gives_the_day_without_one():
    case = settled(FIRST, LATER)
    first, later = (d.published for d in case.documents)
    assert (first.value, first.earliest, first.latest) == ("XXXX-10-16/XXXX-10-17", "XXXX-10-16", "XXXX-10-17")
    assert first.why == 'its dateline says "Thursday Oct 16"; no page says the year'
    assert later.earliest == "XXXX-10-18"


def test_what_is_counted_from_such_a_day_has_no_year_either():
    case = settled(
        stamped(
            "The ferry sank on Tuesday. The crossing was closed last year, and yesterday it was opened.", "Thursday, 16 October"
        )
    )
    times = {t.span.text: (t.value, t.earliest, t.edtf) for t in case.times}
    assert times["Tuesday"] == ("XXXX-10-14", "XXXX-10-14", "XXXX-10-14")
    assert times["yesterday"] == ("XXXX-10-15", "XXXX-10-15", "XXXX-10-15")
    assert times["last year"] == (None, None, None)


def test_no_year_is_made_up_anywhere_in_the_case():
    told = codec.case_json(settled(FIRST, LATER, "The ferry sank on October 15. Nobody was warned.")).decode()
    assert "XXXX-10-15" in told
    assert not re.findall(r"\b\d{4}-\d\d\b", told)


def test_without_a_day_of_the_week_none_is_counted_from_it():
    case = settled(stamped("The ferry sank on Tuesday. It was found yesterday.", "16 October"))
    times = {t.span.text: t.value for t in case.times}
    assert (times["Tuesday"], times["yesterday"]) == (None, "XXXX-10-15")


def test_what_lies_across_the_end_of_february_is_not_counted():
    case = settled(stamped("The ferry sank yesterday. It was found today.", "Saturday 1 March"))
    times = {t.span.text: t.value for t in case.times}
    assert (times["yesterday"], times["today"]) == (None, "XXXX-03-01")


def test_tolls_of_later_days_contradict_none_of_the_first():
    case = settled(FIRST, LATER)
    assert not [r for p in case.points for r in p.relations if r.relation == "conflict"]


def test_the_only_year_that_the_texts_allow_is_given():
    past, coming = " The crossing was opened in May 2028.", " A new one will open in June 2034."
    case = settled(FIRST + past, LATER + coming)
    assert [d.published.earliest for d in case.documents] == ["2031-10-16", "2031-10-18"]
    assert "only this one" in case.documents[0].published.why


def test_of_several_years_that_the_texts_allow_none_is_given():
    past, coming = " The crossing was opened in May 2024.", " A new one will open in June 2034."
    assert published(FIRST + past, LATER + coming)[0] == "XXXX-10-16/XXXX-10-17"


def test_a_page_that_was_changed_soon_after_gives_the_others_the_year():
    changed = document("The ferry sank.", file="9.txt")
    soon, other = (replace(changed, published=Published(latest=day, why="changed")) for day in ("2031-10-20", "2032-10-20"))
    assert published(FIRST, soon)[0] == "2031-10-16/2031-10-17"
    assert published(FIRST, other)[0] == "XXXX-10-16/XXXX-10-17"


def test_a_dated_page_gives_the_others_the_year_if_the_day_of_the_week_agrees():
    assert published(FIRST, document("The ferry sank.", file="9.txt", published="2031-10-17"))[0] == "2031-10-16/2031-10-17"
    assert published(FIRST, document("The ferry sank.", file="9.txt", published="2032-10-17"))[0] is None


def test_a_day_that_somebody_decides_gives_the_others_the_year():
    first = document(FIRST, file="0.txt")
    said = {"question": "date", "subject": (first.id,), "answer": "2031-10-16", "author": "ada"}
    decided = Decision(id="1", made_at="2032-01-01T00:00:00Z", **said)
    assert settled(first, LATER, decisions=(decided,)).documents[1].published.earliest == "2031-10-18"


def test_days_that_no_year_has_so_date_nothing():
    assert published(FIRST, LATER.replace("Saturday Oct", "Friday Oct")) == [None, None]


def test_where_a_text_gives_a_near_day_its_year_nothing_is_dated():
    assert published(FIRST, LATER + " A ferry burnt on 12 October 2030.") == [None, None]


def test_a_day_that_a_headline_or_a_sentence_names_dates_no_page():
    assert published("The ferry will sail on Thursday 16 October - if at all.", "Until 16 October, the ferry is closed.") == [
        None,
        None,
    ]


def test_a_page_with_two_days_is_of_neither():
    assert published(FIRST, stamped("The ferry burnt.", "12 October | 14 October")) == ["XXXX-10-16/XXXX-10-17", None]

from rashomon import pipeline
from rashomon.model import Argument, Claim, Hop, Membership, Point, Timex
from rashomon.relate.times import resolve
from rashomon.settle.timeline import timeline
from tests.factory import document, found
from tests.settle.test_acts import settled

MONDAY, OCTOBER = ("2019-10-14", "2019-10-14"), ("2019-10-01", "2019-10-31")


def told(lines, asked=()):
    """The timeline of documents with one claim each: (text, its words, verb, the words of its time, the days of that)."""
    documents, claims, times = [], [], {}
    for number, (text, words, verb, when, bounds) in enumerate(lines):
        doc = document(text, file=f"{number}.txt")
        start = text.index(when)
        time = Timex(
            id=f"{doc.id}.t{start}-{start + len(when)}",
            span=doc.span(start, start + len(when)),
            type="DATE",
            value=bounds[0] if bounds[0] == bounds[1] else "2019-10",
            earliest=bounds[0],
            latest=bounds[1],
        )
        times[time.id] = time
        claim = Claim(
            id=f"{doc.id}.c0-{len(text) - 1}",
            span=doc.span(0, len(text) - 1),
            predicate=verb,
            words=tuple(words.split()),
            times=(time.id,),
            chain=(Hop(name="made", kind="outlet"),),
            arguments=(Argument(role="time", head="x", span=time.span),),
        )
        documents.append(doc)
        claims.append(claim)
    members = tuple(Membership(claim=claims[i].id, value="v") for i in asked)
    points = (Point(id="p", question="?", kind="what", values=(), claims=members),) if members else ()
    return timeline(documents, claims, times, points), claims


SANK = ("The ferry sank off Delta on Monday.", "ferry sink delta", "sink", "Monday", MONDAY)
ALSO = ("The ferry sank near Delta in October.", "ferry sink delta", "sink", "October", OCTOBER)
LATER = ("The ferry sank off Delta on 20 October.", "ferry sink delta", "sink", "20 October", ("2019-10-20", "2019-10-20"))
OTHER = ("A strike began in the capital on Monday.", "strike begin capital", "begin", "Monday", MONDAY)


def test_claims_of_one_event_are_one_entry_on_its_closest_days():
    (entry,), claims = told([SANK, ALSO])
    assert (entry.earliest, entry.latest, entry.precision) == (*MONDAY, "day")
    assert entry.claims == tuple(sorted(c.id for c in claims))
    assert entry.text == "The ferry sank off Delta on Monday"


def test_one_deed_in_other_words_is_one_entry():
    left = ("Nine buses left the fort at Delta on Monday.", "bus leave fort delta", "leave", "Monday", MONDAY)
    moved = ("Fighters were evacuated from Delta in October.", "fighter evacuate delta", "evacuate", "October", OCTOBER)
    assert len(told([left, moved])[0]) == 1
    assert len(told([left, OTHER])[0]) == 2


def test_other_events_of_the_day_are_entries_of_their_own():
    entries, _ = told([SANK, OTHER])
    assert len(entries) == 2
    assert not any(e.conflicts for e in entries)


def test_one_event_on_days_that_exclude_one_another_is_two_entries_in_conflict():
    (first, second), _ = told([SANK, LATER], asked=(0, 1))
    assert (first.conflicts, second.conflicts) == ((second.id,), (first.id,))


def test_entries_stand_in_the_order_of_their_days_whatever_the_order_of_claims():
    assert told([LATER, SANK])[0] == told([SANK, LATER])[0]
    assert [e.earliest for e in told([LATER, SANK])[0]] == ["2019-10-14", "2019-10-20"]


def test_now_and_lately_make_no_entry():
    doc = document("The pier is now closed.")
    time = Timex(id="t", span=doc.span(12, 15), type="DATE", value="PRESENT_REF", latest="2019-10-14")
    claim = Claim(id="c", span=doc.span(0, 22), times=("t",))
    assert timeline([doc], [claim], {"t": time}, ()) == ()


def test_a_date_of_the_speaking_is_an_entry_of_what_was_said():
    text = "The ferry was old, the owner said on Monday."
    doc = document(text)
    start = text.index("Monday")
    time = Timex(id="t", span=doc.span(start, start + 6), type="DATE", value=MONDAY[0], earliest=MONDAY[0], latest=MONDAY[1])
    chain = (Hop(name="the owner", kind="person"), Hop(name="made", kind="outlet"))
    claim = Claim(id="c", span=doc.span(0, 17), chain=chain, words=("ferry", "old"))
    (entry,) = timeline([doc], [claim], {"t": time}, ())
    assert entry.text == "the owner: The ferry was old"
    assert entry.id.endswith(".said")


def claimed(text: str, *said: tuple[str, str, tuple[str, ...]], published: str | None = "2019-10-16", **facts: object):
    """A document with claims (words, verb, words of their times), its times resolved."""
    doc = document(text, published=published)
    found_times = resolve(doc, found(doc, "times"), ())
    by_words = {t.span.text: t for t in found_times}
    claims = []
    for words, verb, whens in said:
        start = text.index(words)
        claims.append(
            Claim(
                id=f"{doc.id}.c{start}-{start + len(words)}",
                span=doc.span(start, start + len(words)),
                predicate=verb,
                words=tuple(words.lower().split()),
                times=tuple(by_words[w].id for w in whens),
                chain=(Hop(name="made", kind="outlet"),),
            )
        )
    return timeline([doc], claims, {t.id: t for t in found_times}, ())


def test_from_one_day_to_another_is_an_interval():
    (entry,) = claimed(
        "The pier was shut from Monday to Tuesday.",
        ("The pier was shut from Monday to Tuesday", "shut", ("Monday", "Tuesday")),
    )
    assert (entry.earliest, entry.latest) == ("2019-10-14", "2019-10-15")


def test_an_entry_tells_when_it_was_first_reported():
    (entry,) = claimed("The ferry sank on Monday.", ("The ferry sank on Monday", "sink", ("Monday",)))
    assert (entry.earliest, entry.reported, entry.kind) == ("2019-10-14", "2019-10-16", "event")


def test_what_an_account_dates_by_another_event_comes_after_it():
    first, second = claimed(
        "The ferry sank on May 3. Three days later, the harbour closed.",
        ("The ferry sank on May 3", "sink", ("May 3",)),
        ("Three days later, the harbour closed", "close", ("Three days later",)),
    )
    assert (second.earliest, second.after) == ("2019-05-06", (first.id,))
    assert first.after == ()


def test_the_time_at_the_end_of_two_joined_claims_is_that_of_both():
    (entry,) = claimed(
        "They took the town and declared a state in 2014.",
        ("They took the town", "take", ()),
        ("declared a state in 2014", "declare", ("2014",)),
    )
    assert len(entry.claims) == 2
    assert (entry.earliest, entry.latest, entry.precision) == ("2014-01-01", "2014-12-31", "year")


def test_no_entry_lies_on_days_that_exclude_one_another():
    text = "The wind was weak. The rope was changed in 2019 and was looked at in November 2020."
    doc = document(text, published="2021-02-12")
    made = pipeline.settle([doc], [pipeline.annotate(doc)], (), "test")
    assert all(h.earliest <= h.latest for h in made.timeline if h.earliest and h.latest)


def test_a_month_lies_with_one_of_its_days_and_joins_no_two_of_them():
    entries, _ = told([SANK, LATER, ALSO])
    assert len(entries) == 2
    assert sorted(len(e.claims) for e in entries) == [1, 2]
    assert {e.earliest for e in entries} == {MONDAY[0], "2019-10-20"}


def test_what_a_sentence_dates_by_the_way_has_an_entry_of_its_own():
    case = settled("Earlier this week the broadcaster revealed details of the deal that was made in Orlen in early May.")
    assert [(e.earliest, e.latest) for e in case.timeline] == [("2024-05-01", "2024-05-10"), ("2024-05-27", "2024-06-02")]
    assert len({e.id for e in case.timeline}) == 2

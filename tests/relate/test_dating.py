from dataclasses import replace

from rashomon.model import Block, Mention, Published
from rashomon.relate.dating import date_all
from tests.factory import document, found


def dated(*documents, mentions=()):
    """The documents once dated, each read for times; `mentions` are names of organisations."""
    read = []
    for doc in documents:
        names = tuple(
            Mention(id=f"{doc.id}.m{i}", span=doc.span(i, i + len(name)), kind="organisation")
            for name in mentions
            if (i := doc.text.find(name)) >= 0
        )
        read.append(found(doc, "times").having("mentions", names))
    return date_all(documents, read)


OTHER = document("The ferry sank.", file="other.txt", published="2019-10-16")


def test_a_stated_date_stands():
    doc = document("It sank on 20 October 2019.", published="2019-10-16")
    assert dated(doc) == (doc,)


def test_nothing_is_made_of_nothing():
    doc = document("The ferry sank. Many drowned.")
    assert dated(doc, OTHER)[0].published == Published()


def test_it_is_not_older_than_what_it_reports_as_past():
    (doc,) = dated(document("The ferry sank on 3 May 2018. It was found on 9 May 2018."))
    assert (doc.published.value, doc.published.earliest, doc.published.latest) == (None, "2018-05-09", None)
    assert [s.text for s in doc.published.evidence] == ["9 May 2018"]
    assert "as past" in doc.published.why


def test_until_when_somebody_has_time_is_not_reported_as_past():
    (doc,) = dated(document("The minister wants the crossing closed by 2031. The ferry sank."))
    assert doc.published.earliest is None


def test_it_is_not_younger_than_what_it_awaits():
    (doc,) = dated(document("The ferry sank on 3 May 2018. The court will rule on 1 June 2018."))
    assert (doc.published.earliest, doc.published.latest) == ("2018-05-03", "2018-06-01")


def test_the_year_may_come_from_the_other_accounts_alone():
    doc, _ = dated(document("The ferry sank on October 12."), OTHER)
    assert (doc.published.earliest, doc.published.latest) == ("2019-10-12", None)
    (alone,) = dated(document("The ferry sank on October 12."))
    assert alone.published == Published()


def test_a_month_that_lay_ahead_of_all_other_accounts_tells_nothing():
    assert dated(document("The ferry sank in December."), OTHER)[0].published == Published()


def test_last_month_beside_one_named_month_gives_the_month():
    doc, _ = dated(document("The ferry sank last month. It was found on October 12."), OTHER)
    assert (doc.published.value, doc.published.earliest, doc.published.latest) == ("2019-11", "2019-11-01", "2019-11-30")
    assert len(doc.published.evidence) == 2


def test_a_holiday_dates_nothing_for_it_comes_round():
    other = document("The ferry sank.", file="other.txt", published="2019-12-31")
    assert dated(document("The ferry sank on New Year's Eve."), other)[0].published == Published()


def test_last_month_far_down_an_account_gives_none():
    text = "\n".join(["The ferry was found on October 12.", *["It was old."] * 6, "Another one sank last month."])
    assert dated(document(text), OTHER)[0].published.latest is None


def test_last_month_beside_two_named_months_gives_none():
    doc, _ = dated(document("The ferry sank last month. It was built in May and was found in October."), OTHER)
    assert doc.published.latest is None


def test_a_report_of_this_week_that_a_dated_account_has_as_news_gives_the_week():
    told = document("The ferry was overloaded, Radio Delta revealed in a report.", file="a.txt", published="2019-10-16")
    undated = document("Earlier this week Radio Delta revealed in a documentary that the ferry was overloaded.", file="b.txt")
    _, doc = dated(told, undated, mentions=("Radio Delta",))
    assert (doc.published.earliest, doc.published.latest) == ("2019-10-07", "2019-10-20")
    assert {s.document for s in doc.published.evidence} == {told.id, undated.id}


def test_a_dateline_takes_the_year_of_the_other_accounts():
    text = "DELTA, Oct. 14\nThe ferry sank."
    doc = document(text)
    blocks = (Block(start=0, end=14, role="dateline"), *doc.blocks[1:])
    assert dated(replace(doc, blocks=blocks), OTHER)[0].published.latest == "2019-10-15"


def test_the_own_page_of_the_agency_that_its_dateline_credits_is_of_that_day():
    line = "DELTA, Oct. 14 (NCW) -"
    for head, last in (("NCW", "2019-10-14"), ("Northern Coast Wire", "2019-10-14"), ("The Delta Post", "2019-10-15")):
        doc = document(f"{head}\n{line}\nThe ferry sank.")
        start = len(head) + 1
        blocks = (doc.blocks[0], Block(start=start, end=start + len(line), role="dateline"), *doc.blocks[2:])
        told = dated(replace(doc, outlet=head, blocks=blocks), OTHER)[0].published
        assert (told.earliest, told.latest) == ("2019-10-14", last)


def test_a_day_of_the_week_and_an_hour_before_a_byline_take_the_year_of_the_other_accounts():
    for line, day in (
        ("Monday 14 October, 13:30. By Ada Orne, with Bo Arn at sea", "2019-10-14"),
        ("Monday 13 October, 13:30", None),
    ):
        doc = document(f"{line}\nThe ferry sank.")
        blocks = (Block(start=0, end=len(line), role="subhead"), *doc.blocks[1:])
        assert dated(replace(doc, blocks=blocks), OTHER)[0].published.value == day


def test_a_page_of_posts_is_of_the_day_of_its_last():
    def page(*stamps):
        text, blocks = "", []
        for stamp in stamps:
            for role, line in (("stamp", stamp), ("paragraph", "The ferry sank.")):
                blocks.append(Block(start=len(text), end=len(text) + len(line), role=role))
                text += line + "\n"
        return dated(replace(document(text), blocks=tuple(blocks)), OTHER)[0].published.value

    assert page("14 October, 10:52", "14 October, 12:34", "15 October, 09:20") == "2019-10-15"
    assert page("15 October, 09:20", "14 October, 12:34", "14 October, 10:52") == "2019-10-15"
    assert page("14 October, 10:52", "16 October, 12:34", "15 October, 09:20") is None
    assert page("14 October", "14 October", "15 October") is None
    assert page("14 October, 10:52", "14 October, 12:34", "14 October, 19:20") == "2019-10-14"


def test_an_account_that_comes_out_after_all_others_has_their_year():
    stamp = "Lindau, 30 October"
    doc = document(f"{stamp}\nThe ferry sank.")
    blocks = (Block(start=0, end=len(stamp), role="stamp"), *doc.blocks[1:])
    assert dated(replace(doc, blocks=blocks), OTHER)[0].published.value == "2019-10-30"


def test_a_stamp_without_a_year_takes_it_from_the_other_accounts_unless_it_is_an_update():
    for stamp, first in (("Oct 14, 11:03 am", "2019-10-14"), ("Updated: Oct 14", None)):
        doc = document(f"{stamp}\nThe ferry sank.")
        blocks = (Block(start=0, end=len(stamp), role="stamp"), *doc.blocks[1:])
        assert dated(replace(doc, blocks=blocks), OTHER)[0].published.earliest == first


def test_a_stamp_of_two_numbers_is_the_day_that_is_near_the_other_accounts():
    for stamp, day in (("05/10/2019 11:32", "2019-10-05"), ("05/03/2019 11:32", None)):
        doc = document(f"{stamp}\nThe ferry sank.")
        blocks = (Block(start=0, end=len(stamp), role="stamp"), *doc.blocks[1:])
        assert dated(replace(doc, blocks=blocks), OTHER)[0].published.value == day


def test_the_order_of_documents_changes_nothing():
    one = document("The ferry sank last month. It was found on October 12.", file="b.txt")
    assert dated(one, OTHER) == dated(OTHER, one)[::-1]


def test_what_was_to_come_is_awaited_no_more():
    past = document("The bridge that was to open in 2019 is still a drawing. The ferry sank.", file="bridge.txt")
    coming = document("The bridge will open on 3 May 2031. The ferry sank.", file="plan.txt")
    assert [d.published.latest for d in dated(past, coming)] == [None, "2031-05-03"]

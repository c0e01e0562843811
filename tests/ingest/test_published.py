import pytest

from rashomon.ingest.blocks import blocks
from rashomon.ingest.published import published
from rashomon.model import Block, Published


def page(*lines: tuple[str, str], **known: str) -> Published:
    """What is told of a page of these lines, each with its role."""
    text, parts = "", []
    for role, line in lines:
        parts.append(Block(start=len(text), end=len(text) + len(line), role=role))
        text += line + "\n"
    return published("d1", text, parts, **known)


PROSE = ("paragraph", "The mill burnt on 3 May 2018, said the owner, who had it since 1 June 2001.")


@pytest.mark.parametrize(
    "line",
    [
        "Tuesday, October 15, 2019",
        "Published: 15 October 2019",
        "2019-10-15T11:03:00Z",
        "Tue Oct 15, 2019 11:03AM",
        "15.10.2019 11:03",
    ],
)
def test_a_line_that_only_stamps_the_page_dates_it(line):
    told = page(("stamp", line), ("headline", "Mill burns"), PROSE)
    assert (told.value, told.earliest, told.latest) == ("2019-10-15",) * 3
    assert told.evidence
    assert told.evidence[0].text in line


@pytest.mark.parametrize(
    "line",
    [
        "(Coastwire) October 15, 2019",
        "SG/Coastpress, 15.10.2019",
        "Tuesday, 15 October 2019 (afternoon edition)",
        "Late edition, Tuesday 15 October 2019",
        "14 km - 15 Oct 2019 10:40",
    ],
)
@pytest.mark.parametrize("place", ["top", "foot"])
def test_a_date_beside_a_credit_an_edition_or_a_distance_dates_the_page(line, place):
    lines = ["The Selby Gazette", "Mill burns in Selby", PROSE[1], "The owner of the mill said that he was at sea."]
    if place == "foot" and "km" in line:
        return
    lines.insert(2 if place == "top" else 4, line)
    text = "\n\n".join(lines)
    assert published("d1", text, blocks(text)).value == "2019-10-15"


@pytest.mark.parametrize(
    "line",
    [
        "Tuesday 15 October 2019 | News | Business | Ice hockey | Weather -6",
        "Wharf and town - Notices - Tuesday, 15 October 2019 - Church - Clubs",
        "15.10.2019 10:52 (NRB)",
        "An independent weekly. No. 41, Tuesday 15 October 2019",
        "The weekly | No. 42 | 15 October 2019",
        "Tuesday, 15 October 2019, 19.30 - third update",
        "Special edition, Tuesday evening, 15 October 2019 - free of charge",
        "15.10.2019  Today's price 0.80 crowns",
        "No. 11 - 15 October 2019 - Read it and hand it on to others",
        "Brief No. 17 / 15 October 2019",
        "Report 114/2019, version 2 (15 October 2019)",
        "The Selby Telegram, Tuesday, 15 October 2019, page 6",
        "Staff and agencies, 15 October 2019. Updated 13:15",
        "15 October 2019, 13:05 — Text: Ada Orne, Midday News of the Coast",
        "15 October 2019, 19:42 | Adds driver, ministry official, relief trucks",
        "By Selby web team - Tue 15 Oct 2019, 8.05 am (modified 10.30 am)",
    ],
)
def test_a_date_that_is_a_part_of_a_masthead_dates_the_page(line):
    told = page(("navigation", line), ("headline", "Mill burns"), PROSE)
    assert (told.value, told.earliest, told.latest) == ("2019-10-15",) * 3


@pytest.mark.parametrize(
    "line",
    [
        "Read also: The flood of 3 May 2018 - what the town has learnt",
        "Mill of 3 May 2018 fame burns",
        "Founded 3 May 1918 | News",
        "From the archive, 3 May 2018",
        "The night of 3 May 2018 | What we know",
        "Decree No. 5 of 3 May 2018",
    ],
)
def test_a_date_of_which_a_line_above_the_story_tells_something_does_not(line):
    assert page(("related", line), ("headline", "Mill burns"), PROSE) == Published()


def test_a_short_line_above_the_story_does_not_hide_the_masthead_below_it():
    told = page(("paragraph", "* Owner at sea * Boiler cracked."), ("subhead", "15 October 2019, 8:05 | News"), PROSE)
    assert told.value == "2019-10-15"


def test_the_date_of_a_form_that_says_the_place_too_is_that_of_what_it_tells():
    assert page(("subhead", "Place: the mill at Selby"), ("stamp", "Date: 3 May 2018"), PROSE) == Published()
    assert page(("byline", "By Ada Orne"), ("stamp", "Date: 3 May 2018"), PROSE).value == "2018-05-03"


def test_how_long_ago_a_page_was_posted_dates_nothing():
    text = "Mill burns in Selby\n\nby STAFF | 3h ago\n\n" + PROSE[1]
    assert published("d1", text, blocks(text)) == Published()


def test_a_stamp_that_was_taken_for_prose_is_read_when_the_line_does_nothing_else():
    assert page(("paragraph", "date 2019-10-15"), PROSE).value == "2019-10-15"
    assert page(("paragraph", "date 2019-10-15 The mill has burnt, its owner says."), PROSE).value == "2019-10-15"


def test_dates_in_prose_and_captions_are_not_days_of_publication():
    assert page(("headline", "Mill burns"), PROSE, ("caption", "The mill on 2 May 2018.")) == Published()


def test_an_update_only_says_that_it_is_no_later():
    told = page(("stamp", "Updated: May 28, 2019"), PROSE)
    assert (told.value, told.earliest, told.latest) == (None, None, "2019-05-28")
    assert "updated" in told.why


def test_an_update_does_not_move_the_day_of_publication():
    told = page(("stamp", "Published 3 May 2019, updated 28 May 2019"), PROSE)
    assert told.value == "2019-05-03"


def test_a_stamp_without_a_year_tells_nothing():
    assert page(("stamp", "Updated: May 28"), PROSE) == Published()


def test_a_copyright_line_is_no_date():
    assert page(("stamp", "© 15 October 2019 The Mill Gazette"), PROSE) == Published()


def test_metadata_and_address_date_a_page():
    assert page(PROSE, stated="2019-10-15T09:00:00+02:00").value == "2019-10-15"
    assert page(PROSE, url="https://gazette.example/2019/10/15/mill").value == "2019-10-15"
    assert page(PROSE, stated="soon", url="https://gazette.example/20191399/mill") == Published()


def test_stamps_that_differ_leave_the_days_between_them_open():
    told = page(("stamp", "Published 3 May 2019"), PROSE, url="https://gazette.example/2019/05/05/mill")
    assert (told.value, told.earliest, told.latest) == ("2019-05-03/2019-05-05", "2019-05-03", "2019-05-05")
    assert "differ" in told.why


def test_a_date_that_the_input_gives_stands():
    assert page(("stamp", "Published 3 May 2019"), PROSE, stated="2019-05-05").value == "2019-05-05"


def test_an_address_may_hold_no_more_than_the_month():
    told = page(PROSE, url="https://gazette.example/2019/05/mill-burns/")
    assert (told.value, told.earliest, told.latest) == ("2019-05", "2019-05-01", "2019-05-31")
    assert page(("stamp", "3 May 2019"), PROSE, url="https://gazette.example/2019/05/mill-burns/").value == "2019-05-03"


def test_a_dateline_is_the_day_of_writing_and_speaks_where_nothing_else_does():
    line = ("dateline", "SELBY, 3 May 2019 -")
    assert page(line, PROSE).value == "2019-05-03"
    assert page(("stamp", "Published 4 May 2019"), line, PROSE).value == "2019-05-04"

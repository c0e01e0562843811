"""What the reading of pasted pages promises."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.ingest.blocks import blocks

CASES = [
    (entry["promise"], *case)
    for entry in tomllib.loads((Path(__file__).parent.parent / "cases" / "blocks.toml").read_text())["case"]
    for case in entry["cases"]
]
HEADLINE = "Fire destroys the old fish market of Selby"
STORY = (
    "A fire destroyed the old fish market of Selby on Monday night, the harbour master said.",
    "Two hundred people watched from the pier as the roof of the market came down.",
    "Nobody knows yet how the fire began, and the police have not spoken to the watchman.",
)


def roles(*lines: str) -> list[tuple[str, str]]:
    text = "\n\n".join(lines)
    return [(block.role, text[block.start : block.end]) for block in blocks(text)]


@pytest.mark.parametrize(("promise", "place", "line", "role"), CASES)
def test_a_line_has_the_role_that_its_words_and_place_give(promise: str, place: str, line: str, role: str) -> None:
    page = {
        "top": (line, HEADLINE, *STORY),
        "body": (HEADLINE, STORY[0], STORY[1], line, STORY[2]),
        "foot": (HEADLINE, *STORY, line),
    }[place]
    assert (role, line) in roles(*page), promise


def test_the_story_around_is_headline_and_paragraphs() -> None:
    assert [role for role, _ in roles(HEADLINE, *STORY)] == ["headline", "paragraph", "paragraph", "paragraph"]


def test_the_headline_is_the_title_that_says_what_the_story_says() -> None:
    found = roles("Storm closes schools in the north", HEADLINE, "Life", *STORY)
    assert ("headline", HEADLINE) in found
    assert ("navigation", "Life") in found


def test_titles_below_a_heading_of_related_stories_are_related_and_the_story_goes_on() -> None:
    found = roles(HEADLINE, STORY[0], "Related Articles", "Storm closes schools in the north", STORY[1], STORY[2])
    assert [role for role, _ in found] == ["headline", "paragraph", "related", "related", "paragraph", "paragraph"]


def test_a_town_and_a_day_below_the_headline_are_a_stamp() -> None:
    assert ("stamp", "3 May") in roles(HEADLINE, "Sarvan, 3 May", "Anna Lind", *STORY)


def test_a_stamp_that_runs_into_the_story_is_a_block_of_its_own() -> None:
    assert roles("date 2019-05-03 " + STORY[0], *STORY[1:])[:2] == [("stamp", "date 2019-05-03"), ("paragraph", STORY[0])]


def test_a_dateline_and_a_credit_are_cut_off_their_paragraphs() -> None:
    found = roles(HEADLINE, "SELBY (AFP) — " + STORY[0], STORY[1] + " (Reporting by Mona Kell)")
    assert found[1:] == [
        ("dateline", "SELBY (AFP) —"),
        ("paragraph", STORY[0]),
        ("paragraph", STORY[1]),
        ("signature", "(Reporting by Mona Kell)"),
    ]


def test_a_dateline_with_its_agency_is_cut_off_a_short_sentence_too() -> None:
    line = "SELBY (Fjord News Agency) - The slide buried four parked cars."
    assert roles(HEADLINE, line, STORY[1])[1:3] == [
        ("dateline", "SELBY (Fjord News Agency) -"),
        ("paragraph", "The slide buried four parked cars."),
    ]


@pytest.mark.parametrize("line", ["Lindau (3 May 2019) –", "LINDAU (3 May 2019) –", "(Lindau Bay) –", "(Lindau, May 3, 2019) –"])
def test_a_dateline_may_have_its_day_or_all_of_itself_in_brackets(line: str) -> None:
    assert roles(HEADLINE, line + " " + STORY[0], STORY[1])[1] == ("dateline", line)


def test_a_place_and_a_colon_open_a_story_and_further_down_somebody_speaks() -> None:
    found = roles(HEADLINE, "SELBY: " + STORY[0], "KELL: " + STORY[1])
    assert [role for role, _ in found] == ["headline", "dateline", "paragraph", "paragraph"]


def test_words_announced_by_a_colon_are_a_quotation() -> None:
    found = roles(
        HEADLINE, STORY[0], "The harbour master explained:", "We ran to the boats, and there was no water in the hoses.", STORY[2]
    )
    assert found[3][0] == "quote"


def test_all_below_a_heading_of_comments_at_the_foot_is_comments() -> None:
    found = roles(HEADLINE, *STORY, "3 Comments on this story", "Leave a Reply", "I was there and it was not like that at all.")
    assert found[-1][0] == "comments"


def test_legal_text_at_the_foot_is_a_disclaimer() -> None:
    legal = (
        "The views expressed here are those of the author. No part of this site may be reproduced without written permission of "
        "the copyright owner, and the Post will not be held liable for errors or omissions."
    )
    assert roles(HEADLINE, *STORY, legal)[-1] == ("disclaimer", legal)


def test_a_wrapped_text_is_read_by_the_paragraph() -> None:
    text = (
        "A fire destroyed the old fish market of Selby on Monday night, the\n"
        "harbour master said on the radio, and two hundred people watched\n"
        "from the pier as the roof of the market came down into the water\n"
        "with a noise that was heard in the next town.\n\n"
        "Nobody knows yet how the fire began, and the police have not yet\n"
        "spoken to the watchman, who is said to have left at nine.\n"
    )
    assert [text[b.start : b.end][-5:] for b in blocks(text)] == ["town.", "nine."]


@given(st.text(st.sampled_from("aB .,:|\n\r\t\u2028\u202e\u0000©@/-–“”1:؟読 By"), max_size=400))
def test_blocks_cover_all_that_is_not_white_space_in_order(text: str) -> None:
    found = blocks(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join("".join(text[b.start : b.end].split()) for b in found) == "".join(text.split())


@pytest.mark.parametrize("text", ["word " * 400_000, "By " * 20_000, "May | " * 20_000, "(" * 50_000, "Share\n" * 5_000])
def test_hostile_texts_take_no_longer_than_others(text: str) -> None:
    assert blocks(text)


def test_a_path_of_sections_is_no_headline_and_a_question_above_the_date_is_one() -> None:
    found = roles("The Selby Ledger > World > Coast", "Who burnt the market of Selby?", "3 May 2024", *STORY)
    assert [role for role, _ in found[:3]] == ["navigation", "headline", "stamp"]


def test_a_row_of_sections_is_no_headline() -> None:
    assert roles("Home | Local | Prices | Weather | Write to us", HEADLINE, *STORY)[0][0] == "navigation"


def test_a_slogan_below_the_name_of_the_paper_is_not_of_the_story() -> None:
    assert roles("SELBY TODAY", "Your town. Your news.", HEADLINE, *STORY)[1][0] == "navigation"


def test_a_line_that_names_the_parts_of_a_site_is_no_headline():
    text = (
        "DAGGER+ | SHOWBIZ | FOOTIE | BINGO | WIN A CRUISE!\n\nSCHOOL OF DEATH: 60 kids buried in killer quake\n\n"
        "A huge quake flattened the resort of Harn yesterday, and 60 children were buried in a school, rescuers said.\n"
    )
    roles = {text[b.start : b.end]: b.role for b in blocks(text)}
    assert roles["DAGGER+ | SHOWBIZ | FOOTIE | BINGO | WIN A CRUISE!"] == "navigation"
    assert roles["SCHOOL OF DEATH: 60 kids buried in killer quake"] == "headline"

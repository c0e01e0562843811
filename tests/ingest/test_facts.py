"""What is read of a page's own facts."""

import pytest

from rashomon.ingest.blocks import blocks
from rashomon.ingest.facts import Facts, facts
from rashomon.ingest.language import language
from rashomon.ingest.outlets import agency_named, host_of, outlet_of

STORY = (
    "Fire destroys the old fish market of Selby\n\n{}\n\n"
    "A fire destroyed the old fish market of Selby on Monday night, the harbour master said.\n\n"
    "Two hundred people watched from the pier as the roof of the market came down.\n\n{}\n"
)


def of(above: str = "", below: str = "") -> Facts:
    text = STORY.format(above, below)
    return facts(text, blocks(text))


def test_the_title_is_the_headline() -> None:
    assert of().title == (0, len("Fire destroys the old fish market of Selby"))


def test_nothing_is_named_where_the_page_names_nothing() -> None:
    found = of()
    assert (found.outlet, found.host, found.agency, found.authors) == (None, None, None, ())


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Mona Kell", ("Mona Kell",)),
        ("by Mona Kell and Peter Aru", ("Mona Kell", "Peter Aru")),
        ("By Mona Kell, Staff Writer", ("Mona Kell",)),
        ("By AFP", ()),
        ("By our correspondent", ()),
    ],
)
def test_authors_are_the_people_of_the_byline(line: str, authors: tuple[str, ...]) -> None:
    assert of(line).authors == authors


@pytest.mark.parametrize(
    ("above", "below"),
    [("Articles by: AFP", ""), ("By Agence France-Presse", ""), ("", "Source: AFP"), ("AFP | Updated: 3 May 2019", "")],
)
def test_an_agency_is_credited_by_name_or_abbreviation(above: str, below: str) -> None:
    assert of(above, below).agency == "AFP"


@pytest.mark.parametrize(
    ("credit", "words", "agency"),
    [
        ("FNA", "Fenwick News Agency was there.", "Fenwick News Agency"),  # and not Fars
        ("FNA", "Fars News Agency was there.", "Fars News Agency"),
        ("FNA", "Nobody was there.", "Fars News Agency"),
        ("AP", "Asta Perrin was there.", "AP"),
        ("FNA", "The mayor told Fenwick reporters so.", "FNA"),
    ],
)
def test_an_abbreviation_is_what_its_page_spells_it_out_as(credit: str, words: str, agency: str) -> None:
    text = f"Fire destroys the old market\n\nSELBY, May 3 ({credit}) - A fire destroyed it all on Monday. {words}\n"
    assert facts(text, blocks(text)).agency == agency


def test_an_agency_that_owns_the_copy_is_no_outlet() -> None:
    found = of("", "Copyright 2019 The Associated Press. All rights reserved.")
    assert (found.agency, found.outlet) == ("AP", None)


def test_the_agency_of_a_dateline_is_the_documents() -> None:
    text = "SELBY (Reuters) - A fire destroyed the old fish market of Selby on Monday night, the harbour master said.\n"
    assert facts(text, blocks(text)).agency == "Reuters"


def test_a_site_that_stands_on_the_page_is_its_host_and_names_a_known_outlet() -> None:
    found = of("bbc.co.uk")
    assert (found.host, found.outlet) == ("bbc.co.uk", "BBC News")
    assert (of("selbypost.example").host, of("selbypost.example").outlet) == ("selbypost.example", None)


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© 2019 The Selby Post. All rights reserved.", "The Selby Post"),
        ("Disclaimer: The Selby Post is not liable for errors in what is printed here.", "The Selby Post"),
        ("© 2019 All rights reserved.", None),
        ("Disclaimer: The author is not liable for errors in what is printed here.", None),
    ],
)
def test_the_small_print_names_the_outlet(line: str, outlet: str | None) -> None:
    assert of("", line).outlet == outlet


def test_hosts_are_read_from_addresses_and_known_by_their_domain() -> None:
    assert host_of("https://www.example.org:80/a?b") == "example.org"
    assert host_of("http://[broken") is None
    assert outlet_of("edition.cnn.com") == "CNN"
    assert outlet_of("notcnn.com") is None


def test_words_that_look_like_abbreviations_are_no_agencies() -> None:
    assert agency_named("Tap") is None
    assert agency_named("PTI") == "PTI"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The fire was put out by noon, and the police said that it was not known who had been in the market.", "en"),
        ("Das Feuer wurde am Mittag gelöscht, und die Polizei sagte, dass nicht bekannt ist, wer in dem Markt war.", "de"),
        ("Le feu a été éteint à midi et la police ne sait pas qui était dans le marché, selon les pompiers.", "fr"),
        ("Пожар был потушен к полудню, и полиция не сказала, что было на рынке и кто из людей был в здании.", "ru"),
        ("消防隊は正午までに火を消し止めたが、原因はまだわかっていない。", "ja"),
        ("12:30 – 14", None),
        ("Selby Market", None),
    ],
)
def test_the_language_is_named_only_where_enough_tells_it(text: str, code: str | None) -> None:
    assert language(text, blocks(text)) == code


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("LINDAU BAY, May 3, 2024 (Northern News Agency) -", "Northern News Agency"),
        ("LINDAU BAY (Northern) —", "Northern"),
        ("VIENNA (Austria) -", None),
        ("LINDAU BAY (May 3) -", None),
        ("(Lindau Bay) –", None),
        ("(Lindau Bay, May 3, 2024) –", None),
    ],
)
def test_the_brackets_of_a_dateline_name_an_agency_that_no_list_knows(line: str, agency: str | None) -> None:
    text = f"{line} A fire destroyed the old fish market of Selby on Monday night, the harbour master said.\n"
    assert facts(text, blocks(text)).agency == agency


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("By Northern News Agency", "Northern News Agency"),
        ("3 May 2024 | Coastwire", "Coastwire"),
        ("3 May 2024 | Harper", None),
        ("By our news service", None),
        ("By staff and agencies", None),
    ],
)
def test_a_byline_that_calls_itself_an_agency_is_one(line: str, agency: str | None) -> None:
    assert of(line).agency == agency


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("The Selby Gazette", "The Selby Gazette"),
        ("Selby Herald", "Selby Herald"),
        ("World News", None),
        ("Sport News", None),
        ("Middle East", None),
    ],
)
def test_a_newspapers_name_alone_above_the_headline_is_the_outlet(line: str, outlet: str | None) -> None:
    text = f"{line}\n\n{STORY.format('', '')}"
    assert facts(text, blocks(text)).outlet == outlet


@pytest.mark.parametrize(
    ("line", "outlet"),
    [("The Selby Daily", "The Selby Daily"), ("Coastal Wire", "Coastal Wire"), ("Imre Kos", None), ("Middle East", None)],
)
def test_a_newspapers_name_between_headline_and_date_is_the_outlet(line: str, outlet: str | None) -> None:
    text = f"Dam above Selby breaks after rain\n{line}\n12 March 2024\n\nThe dam above Selby broke on Monday, the mayor said.\n"
    assert facts(text, blocks(text)).outlet == outlet


@pytest.mark.parametrize(
    ("line", "agency"), [("Northern Press", "Northern Press"), ("Selby Free Press", None), ("Imre Kos", None)]
)
def test_a_name_that_alone_closes_the_story_on_a_papers_page_is_its_agency(line: str, agency: str | None) -> None:
    text = f"The Selby Gazette\n\n{STORY.format('', '')}\n\n{line}\n\nTags: Selby, fire\n"
    assert facts(text, blocks(text)).agency == agency


def test_a_name_at_the_top_whose_own_site_the_page_names_is_the_outlet() -> None:
    text = f"Selby Beacon\n\n{STORY.format('', '')}\n\nWrite to us at desk@selbybeacon.example\n"
    assert facts(text, blocks(text)).outlet == "Selby Beacon"


@pytest.mark.parametrize(("line", "outlet"), [("Selby Online", "Selby Online"), ("Read Online", None), ("Orsk Online", None)])
def test_a_town_and_a_word_of_papers_at_the_top_name_the_towns_paper(line: str, outlet: str | None) -> None:
    text = f"{line}\n\n{STORY.format('', '')}"
    assert facts(text, blocks(text)).outlet == outlet


_TOLD = "The dam broke on Monday, and forty people left their homes, the mayor told The Islander. Nobody was hurt.\n"


@pytest.mark.parametrize(
    ("head", "outlet", "title", "authors"),
    [
        (
            "THE ISLANDER\n\nThey knew it was too old\n\nBy Ewa Holm in Selby\n5 June 2022\n",
            "THE ISLANDER",
            "They knew it was",
            ("Ewa Holm",),
        ),
        ("The Dam Standard\n\nForty leave homes\n\nBy Our Correspondent\nJune 8, 2016\n", "The Dam Standard", "Forty leave", ()),
        (
            "Coastline Weekly | News from the coast\n\nForty leave homes\n\nEwa Holm, 10 June 2016\n",
            "Coastline Weekly",
            "Forty",
            ("Ewa Holm",),
        ),
        (
            "Forty leave homes\n\nSelby Chronicle\nEwa Holm in Selby and Tom Rask\nWed 22 May 2019\n",
            "Selby Chronicle",
            "Forty",
            ("Ewa Holm", "Tom Rask"),
        ),
        ("Forty people leave homes\n\nPosted by Ewa Holm on 11/03/2021 in Reports\n", None, "Forty people", ("Ewa Holm",)),
        (
            "Office for the Safety of Dams (OSD)\n\nPress release\n\nForty people leave homes\n\n12 March 2021\n",
            "Office for the Safety of Dams",
            "Forty",
            (),
        ),
    ],
)
def test_the_head_of_a_page_names_paper_headline_and_writers(
    head: str, outlet: str | None, title: str, authors: tuple[str, ...]
) -> None:
    text = head + "\n" + _TOLD + "\n" + _TOLD
    found = facts(text, blocks(text))
    assert (found.outlet, found.authors) == (outlet, authors)
    assert found.title is not None
    assert text[found.title[0] :].startswith(title)


def test_the_day_of_the_week_before_a_date_wrote_nothing() -> None:
    text = "Forty people leave homes\n\nFriday, March 15, 2019\n\n" + _TOLD
    assert facts(text, blocks(text)).authors == ()


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("The Selby Ledger > Region", "The Selby Ledger"),
        ("SBN News  ▸ Long reads", "SBN News"),
        ("COASTLINE | World | Markets | Pictures", "COASTLINE"),
        ("Coastline News Agency | World | Economy", "Coastline News Agency"),
        ("SELBY TODAY", "SELBY TODAY"),
        ("RADIO SELBY | news for the whole coast", "RADIO SELBY"),
        ("BoatWorld.example — hulls, sails, engines", "BoatWorld"),
        ("SCN – Selby Coast News", "SCN"),
        ("Selby Weekly News", "Selby Weekly News"),
        ("Sport Daily News", None),
        ("Home | Region | Sport | Weather", None),
        ("Countries > Reports", None),
        ("Topics | World | Donate", None),
        ("SPORT TODAY", None),
        ("FIRE IN SELBY", None),
    ],
)
def test_the_first_line_of_a_page_names_it_by_its_form(line: str, outlet: str | None) -> None:
    text = f"{line}\n\n{STORY.format('', '')}"
    assert facts(text, blocks(text)).outlet == outlet


def test_the_name_at_the_top_goes_before_the_company_that_owns_the_page() -> None:
    text = f"THE SELBY STANDARD\n\n{STORY.format('', '(c) Coastal Press Group')}"
    assert facts(text, blocks(text)).outlet == "THE SELBY STANDARD"


def test_a_dateline_in_the_initials_of_the_page_names_nobody_else() -> None:
    text = (
        "Coastline News Agency | World | Economy\n\nFire destroys the old fish market of Selby\n\n"
        "SELBY, May 3 (CNA) - A fire destroyed the old fish market of Selby on Monday night, the harbour master said.\n"
    )
    found = facts(text, blocks(text))
    assert (found.outlet, found.agency) == ("Coastline News Agency", None)


@pytest.mark.parametrize(
    ("above", "below", "agency"),
    [
        ("(Coastwire) May 3, 2024", "", "Coastwire"),
        ("(Norda) 3 May 2024", "", "Norda"),
        ("(Selby) 3 May 2024", "", None),
        ("(Anna Lind) 3 May 2024", "", None),
        ("3.5.2024 10:52 (CWA)", "", "CWA"),
        ("3.5.2024 10:52 (Selby)", "", None),
        ("", "ak/Coastpress, 3.5.2024", "Coastpress"),
        ("", "SE/Norda", "Norda"),
        ("", "Norda/SE, 3.5.2024", "Norda"),
        ("", "ak/Lind, 3.5.2024", None),
        ("", "(ak/tl)", None),
    ],
)
def test_a_name_beside_a_date_or_initials_is_the_agency(above: str, below: str, agency: str | None) -> None:
    text = f"The Selby Echo\n\n{STORY.format(above, below)}"
    found = facts(text, blocks(text))
    assert (found.agency, found.authors) == (agency, ())


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Earlier report (CWA/Selby Echo):", "CWA"),
        ("CWA/own reporter", "CWA"),
        ("Echo staff and agencies", "CWA"),
        ("Earlier report (Lind/Kos):", None),
        ("By Anna Lind", None),
    ],
)
def test_a_credit_that_a_paper_shares_with_an_agency_names_it(line: str, agency: str | None) -> None:
    story = STORY.format("", "").replace("\n\n", f"\n\n{line}\n\n", 1)
    text = f"Selby Echo\n\n{story}\n\nThe harbour master told the CWA bureau that he was at sea.\n"
    assert facts(text, blocks(text)).agency == agency


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("From Anna Lind at the old quay in Selby", ("Anna Lind",)),
        ("From Anna Lind beside the track", ("Anna Lind",)),
        ("Anna Lind, SBN, Selby harbour", ("Anna Lind",)),
        ("Anna Lind in Selby, on the north coast. Additional material: Coastwire", ("Anna Lind",)),
        ("From our Staff Correspondent and agencies", ()),
        ("By Echo reporters", ()),
    ],
)
def test_a_line_that_says_who_wrote_it_and_where_is_a_byline(line: str, authors: tuple[str, ...]) -> None:
    text = STORY.format(f"{line}\n3 May 2024", "")
    assert (facts(text, blocks(text)).authors, "byline") == (authors, blocks(text)[1].role)

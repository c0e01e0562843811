"""A page that says where it took its story names its upstream; prose that merely mentions a medium does not."""

import pytest

from rashomon.relate.credits import credits
from tests.factory import document


@pytest.mark.parametrize(
    ("line", "name", "manner"),
    [
        ("This article was originally published by The Harbour Post.", "The Harbour Post", "reprints"),
        ("First published in Lake Gazette", "Lake Gazette", "reprints"),
        ("Source: Northern Herald", "Northern Herald", "reprints"),
        ("Republished with kind permission from Valley Voice.", "Valley Voice", "reprints"),
        ("Translated from the German original in Der Seeblick.", "Der Seeblick", "translates"),
        ("Translated from Der Seeblick.", "Der Seeblick", "translates"),
        ("(h/t Coastal Echo)", "Coastal Echo", "paraphrases"),
        ("Dec 3 (Polar Press) - The bridge at Lindau was closed on Tuesday.", "Polar Press", "syndicates"),
    ],
)
def test_a_notice_names_its_outlet_and_the_manner(line, name, manner):
    (found,) = credits(document("The bridge is closed.\n" + line + "\n"))
    assert (found.name, found.manner) == (name, manner)
    assert found.span.text in line


@pytest.mark.parametrize(
    "line",
    [
        "Translated from Arabic.",
        "Translated from Brazilian Portuguese",
        "The dinner was held courtesy of the Brewers Guild.",
        "He said the source: a man named Karl.",
        "The mayor told the Lake Gazette that nobody was hurt.",
    ],
)
def test_prose_is_no_notice(line):
    assert not list(credits(document(line + "\n")))

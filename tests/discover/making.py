"""Invented corpora: reports of a few events, told apart and copied."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from rashomon.discover import runs
from rashomon.discover.records import Article
from rashomon.discover.shelf import Shelf, opened

FERRY = (
    "The ferry Halcyon capsized off the island of Orsena on Monday night in heavy seas, and {dead} people were killed, the coast"
    " guard said. Divers from Port Marwan searched the hull until dawn. The Halcyon had left the pier at Teluma with passengers"
    " and lorries on board. The shipping company Norrland Lines did not answer questions about the vessel's stability.",
    "Relatives waited at the pier of Teluma on Tuesday for word of those aboard the Halcyon, the ferry that turned over near"
    " Orsena. Hospital staff counted {dead} dead. Captain Ilko Brandt, who survived, told the coast guard that lorries had"
    " slid to one side when a wave struck. Norrland Lines has run the Halcyon to Orsena since spring.",
    "Investigators boarded the wreck of the Halcyon near Orsena to learn why the Norrland Lines ferry rolled over. At least"
    " {dead} people were killed when it sank on the way from Teluma. Captain Ilko Brandt was questioned by the coast guard, and"
    " divers recovered a recorder from the bridge of the vessel.",
)
QUAKE = (
    "An earthquake of magnitude 6.3 shook the province of Karvelia early on Monday, and {dead} people died when houses in the"
    " town of Besh Tarak fell. Soldiers dug with their hands, said Governor Amina Toktar, who asked for tents and blankets. The"
    " road to the Ulan pass is blocked by rocks.",
    "In Besh Tarak, where the earthquake struck hardest, families slept outside. Governor Amina Toktar said {dead} people died in"
    " the province of Karvelia. Lorries with tents wait at the Ulan pass, where boulders block the road, and aftershocks shake"
    " the town each hour.",
)

SINKING = (
    "The ferry Halcyon capsized off the island of Orsena on Monday night in heavy seas, and divers from Port Marwan "
    "searched the hull until dawn. Captain Ilko Brandt told the coast guard that lorries had slid to one side when a "
    "wave struck the bow.",
    "Relatives of those aboard the Halcyon waited on Orsena for the divers, who came from Port Marwan. Captain Ilko "
    "Brandt said to the coast guard that a wave had struck the ferry and lorries had slid on the deck.",
)
INQUIRY = (
    "Prosecutors in Teluma have charged Norrland Lines and its director Petra Sund with forging stability "
    "certificates. An inspector, Omar Vey, told the court that the papers were signed before any test was made at the"
    " yard.",
    "Petra Sund, director of Norrland Lines, appeared in court in Teluma over forged stability certificates. Omar "
    "Vey, the inspector, said the tests at the yard were never made, and prosecutors asked for the papers.",
)
BRIDGE = (
    "The Halcyon, which capsized off Orsena with lorries on its deck, sailed under forged stability certificates, "
    "prosecutors in Teluma told the court. Norrland Lines and its director Petra Sund are charged; inspector Omar Vey"
    " said tests at the yard were never made. Captain Ilko Brandt told the coast guard that lorries had slid when a "
    "wave struck, and divers from Port Marwan found them in the hull.",
    "Captain Ilko Brandt of the Halcyon, the ferry that capsized off Orsena when a wave struck and lorries slid, is "
    "to tell the court in Teluma what he told the coast guard. Petra Sund, director of Norrland Lines, is charged "
    "over forged stability certificates; Omar Vey, the inspector, said the yard made no tests. Divers from Port "
    "Marwan gave prosecutors papers from the hull.",
)
"""An accident; what a court asks; and what shows that both are one event."""


def article(text: str, day: str = "2031-05-06", outlet: str = "The Lantern", title: str = "", number: int = 1) -> Article:
    return Article(text=text, published=day, outlet=outlet, title=title, file="made.jsonl", number=number)


def corpus() -> list[Article]:
    """Two events of one week; the ferry in three independent reports, one of them copied with a new frame."""
    edited = FERRY[0].format(dead=12).replace("on Monday night", "late on Monday")
    copied = f"From our correspondents. {edited} More follows."
    return [
        article(FERRY[0].format(dead=12), "2031-05-06", "Marwan Wire", "Ferry Halcyon capsizes off Orsena"),
        article(copied, "2031-05-07", "Coastal Post", "Halcyon: twelve dead"),
        article(FERRY[1].format(dead=14), "2031-05-07", "The Lantern", "Waiting for the Halcyon at Teluma"),
        article(FERRY[2].format(dead=14), "2031-05-08", "Island Courier", "Why did the Halcyon roll over?"),
        article(QUAKE[0].format(dead=40), "2031-05-06", "Marwan Wire", "Earthquake in Karvelia"),
        article(QUAKE[1].format(dead=40), "2031-05-07", "The Lantern", "Besh Tarak sleeps outside"),
    ]


def lines(articles: Iterable[Article]) -> str:
    made = ({k: getattr(a, k) for k in ("title", "text", "outlet", "published", "url")} for a in articles)
    return "".join(json.dumps(record) + "\n" for record in made)


def quiet(what: str, done: int, total: int) -> None:
    pass


def discovered(folder: Path, *batches: Sequence[Article], window: int = 14) -> Path:
    """A shelf of these batches, each a run of its own."""
    for number, batch in enumerate(batches):
        file = folder / "corpus" / f"{number}.jsonl"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(lines(batch), encoding="utf-8")
        with opened(folder / "stories", create=True) as shelf:
            runs.discover(shelf, [file], runs.on_this_machine, window, quiet)
    return folder / "stories"


def groups(shelf: Shelf) -> set[frozenset[str]]:
    """The titles that stand together."""
    return {frozenset(a.title for a in shelf.articles(s.id)) for s in shelf.stories()}

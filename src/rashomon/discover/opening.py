"""A story on a shelf in, a file of records out that `rashomon build` reads: its articles with their texts and facts."""

import json
from pathlib import Path

from rashomon.discover.records import Story
from rashomon.discover.shelf import Shelf, opened
from rashomon.errors import InputError


def named(reference: str) -> tuple[Path, str]:
    """The folder and the id in FOLDER#ID; InputError where it is no such thing."""
    folder, mark, name = reference.rpartition("#")
    if not mark or not folder or not name:
        raise InputError(f"{reference} names no story; give the folder and the id, as in stories#s0123456789.")
    return Path(folder), name


def story(folder: Path, name: str) -> Story:
    """The story with this id; InputError where there is none."""
    with opened(folder) as shelf:
        return _found(shelf, folder, name)


def write(reference: str, into: Path) -> Path:
    """Writes the articles of FOLDER#ID as JSON Lines, `into` a folder; the file is called after the story."""
    folder, name = named(reference)
    with opened(folder) as shelf:
        found = _found(shelf, folder, name)
        articles = shelf.articles(found.id)
    place = into / f"{found.id}.jsonl"
    with open(place, "w", encoding="utf-8") as out:
        for article in articles:
            record = {
                "id": f"{Path(article.file).name}:{article.number}",
                "title": article.title,
                "outlet": article.outlet,
                "url": article.url,
                "published": article.published,
                "language": article.language,
                "text": article.text if article.title in article.text else f"{article.title}\n\n{article.text}",
            }
            out.write(json.dumps({k: v for k, v in record.items() if v or k == "text"}, ensure_ascii=False) + "\n")
    return place


def _found(shelf: Shelf, folder: Path, name: str) -> Story:
    if found := shelf.story(name):
        return found
    raise InputError(f"{folder} has no story {name}; `rashomon stories {folder}` lists them.")

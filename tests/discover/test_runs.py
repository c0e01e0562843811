"""A corpus becomes stories: whatever the order, whatever stops it, however it grows."""

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from rashomon.discover import placing, runs
from rashomon.discover.shelf import opened
from rashomon.engine import Work, local
from rashomon.engine.local import Outcome
from tests.discover.making import BRIDGE, INQUIRY, SINKING, article, corpus, discovered, groups, lines, quiet


def contents(folder: Path) -> list[object]:
    with opened(folder) as shelf:
        return [(s, shelf.families(s.id)) for s in shelf.stories()]


def test_two_events_of_one_week_are_two_stories(tmp_path: Path):
    with opened(discovered(tmp_path, corpus())) as shelf:
        assert {len(group) for group in groups(shelf)} == {4, 2}


def test_a_copy_counts_once_and_its_family_is_led_by_the_earliest(tmp_path: Path):
    with opened(discovered(tmp_path, corpus())) as shelf:
        ferry = next(s for s in shelf.stories() if s.articles == 4)
        assert ferry.families == 3
        assert shelf.families(ferry.id)[0].outlets == ("Marwan Wire", "Coastal Post")


def test_a_story_says_which_figures_differ_and_ranks_first_for_it(tmp_path: Path):
    with opened(discovered(tmp_path, corpus())) as shelf:
        first = next(shelf.stories())
        assert [(d.of, d.values) for d in first.differences] == [("death", (12.0, 14.0))]
        assert "from 12 to 14" in first.why


def test_any_order_of_a_batch_gives_the_same_stories(tmp_path: Path):
    articles = corpus()
    before = contents(discovered(tmp_path / "a", articles))
    random.Random(3).shuffle(articles)
    assert contents(discovered(tmp_path / "b", articles)) == before


def test_a_story_keeps_its_id_as_it_grows(tmp_path: Path):
    articles = corpus()
    with opened(discovered(tmp_path, articles[:1] + articles[2:3])) as shelf:
        (before,) = shelf.stories()
    with opened(discovered(tmp_path, articles[:1] + articles[2:3], articles)) as shelf:
        assert shelf.story(before.id).articles == 4
        assert {len(group) for group in groups(shelf)} == {4, 2}


def test_two_stories_that_turn_out_to_be_one_keep_the_older_id(tmp_path: Path):
    two = [
        article(text, f"2031-05-{day:02d}", f"Paper {day}", f"{day}") for day, text in enumerate((*SINKING, *INQUIRY), start=6)
    ]
    with opened(discovered(tmp_path, two)) as shelf:
        older, newer = sorted(shelf.stories(), key=lambda story: story.first)
        assert groups(shelf) == {frozenset("67"), frozenset("89")}
    bridge = [article(text, "2031-05-10", f"Bridge {n}", f"both {n}") for n, text in enumerate(BRIDGE)]
    with opened(discovered(tmp_path, two, bridge)) as shelf:
        (one,) = shelf.stories()
        assert (one.id, one.formerly, one.articles) == (older.id, (newer.id,), 6)
        assert shelf.story(newer.id) == one


def test_reading_the_same_again_adds_nothing(tmp_path: Path):
    folder = discovered(tmp_path, corpus())
    before = contents(folder)
    with opened(folder) as shelf:
        made = runs.discover(shelf, [tmp_path / "corpus"], runs.on_this_machine, 14, quiet)
    assert (made.new, made.read) == (0, 0)
    assert contents(folder) == before


def test_a_file_that_grew_is_read_on_from_its_last_record(tmp_path: Path):
    file, articles = tmp_path / "feed.jsonl", corpus()
    with opened(tmp_path / "s", create=True) as shelf:
        for some in (articles[:4], articles):
            file.write_text(lines(some), encoding="utf-8")
            made = runs.discover(shelf, [file], runs.on_this_machine, 14, quiet)
    assert (made.read, made.new, made.articles) == (2, 2, 6)


def test_bad_records_are_set_aside_and_counted(tmp_path: Path):
    file = tmp_path / "mixed.jsonl"
    file.write_text(lines(corpus()) + 'no json\n[]\n{"title": "x"}\n{"text": "too short"}\n', encoding="utf-8")
    with opened(tmp_path / "s", create=True) as shelf:
        made = runs.discover(shelf, [file], runs.on_this_machine, 14, quiet)
    assert made.articles == 6
    assert sum(count for _, count in made.bad) == 4


def test_an_article_that_ends_the_process_that_reads_it_is_set_aside_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def ending(work: Work, piece: bytes) -> Outcome:
        return Outcome() if b"Karvelia on" in piece else Outcome(result=work(piece))

    def lost(work: Work, pieces: Iterable[bytes]) -> Iterator[bytes | None]:
        return (None if work is runs.digest else work(piece) for piece in pieces)

    monkeypatch.setattr(local, "apart", ending)
    deadly = article("Karvelia on its own ends whatever process reads it, said nobody, and yet it is so. " * 3)
    (tmp_path / "c.jsonl").write_text(lines([*corpus()[:3], deadly, *corpus()[3:]]), encoding="utf-8")
    with opened(tmp_path / "s", create=True) as shelf:
        made = runs.discover(shelf, [tmp_path / "c.jsonl"], lost, 14, quiet)
    assert (made.articles, made.bad) == (6, (("ended the process that read it", 1),))


class Killed(BaseException):
    pass


@pytest.mark.parametrize("after", [1, 2, 3, 4, 5, 6, 7, 8])
def test_a_run_that_is_killed_goes_on_without_loss_or_doubles(tmp_path: Path, after: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(placing, "SLICE", 2)
    monkeypatch.setattr(runs, "PIECE", 1)
    monkeypatch.setattr(runs, "TOGETHER", 2)
    whole = contents(discovered(tmp_path / "whole", corpus()))
    calls = 0

    def dying(what: str, done: int, total: int) -> None:
        nonlocal calls
        calls += 1
        if calls == after:
            raise Killed

    file = tmp_path / "corpus.jsonl"
    file.write_text(lines(corpus()), encoding="utf-8")
    for say in (dying, quiet):
        try:
            with opened(tmp_path / "s", create=True) as shelf:
                runs.discover(shelf, [file], runs.on_this_machine, 14, say)
        except Killed:
            pass
    assert contents(tmp_path / "s") == whole

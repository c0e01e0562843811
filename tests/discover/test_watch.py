"""What comes in is read, and what it changes is said."""

from pathlib import Path

from rashomon import api, newsroom
from rashomon.discover import feeds
from tests.discover.making import FERRY, QUAKE, corpus, lines

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Island Courier</title><item>
<title>Why did the Halcyon roll over?</title><link>https://courier.example/1</link>
<pubDate>Thu, 08 May 2031 08:00:00 GMT</pubDate>
<description>&lt;p&gt;{text}&lt;/p&gt;</description></item><item><title>Empty</title></item></channel></rss>"""


def test_a_feed_is_read_without_its_markup():
    (entry, empty) = feeds.entries(FEED.format(text=FERRY[2].format(dead=14)).encode(), "feed")
    assert (entry.outlet, entry.published, entry.url) == ("Island Courier", "2031-05-08", "https://courier.example/1")
    assert entry.text.startswith("Investigators boarded")
    assert "<" not in entry.text
    assert empty.text == ""


def test_a_watch_says_what_a_new_account_changes_in_story_and_case(tmp_path: Path):
    incoming, shelf, case = tmp_path / "in", tmp_path / "stories", tmp_path / "ferry.case"
    incoming.mkdir()
    ferry = [a for a in corpus() if "Halcyon" in a.title]
    (incoming / "a.jsonl").write_text(lines(ferry[:3]), encoding="utf-8")
    says = list(newsroom.follow(shelf, [incoming]))
    assert len(says) == 1
    assert says[0][1].startswith("A new story")
    (story,) = newsroom.stories(shelf)
    newsroom.build(case, f"{shelf}#{story.id}")
    feed = tmp_path / "feed.rss"
    feed.write_text(FEED.format(text=FERRY[2].format(dead=19)), encoding="utf-8")
    says = list(newsroom.follow(shelf, [incoming], [str(feed)]))
    about = [sentence for what, sentence in says if what == story.id]
    assert "A third independent family for “Ferry Halcyon capsizes off Orsena”: Island Courier." in about
    assert any("A new figure of the dead" in s and "19" in s for s in about)
    assert len(api.open_case(case).documents) == 4
    assert list(newsroom.follow(shelf, [incoming], [str(feed)])) == []


def test_a_story_opens_as_a_case_of_its_articles(tmp_path: Path):
    file = tmp_path / "c.jsonl"
    file.write_text(lines(corpus()), encoding="utf-8")
    newsroom.discover([file], tmp_path / "s")
    quake = next(s for s in newsroom.stories(tmp_path / "s") if "Karvelia" in s.title)
    newsroom.build(tmp_path / "q.case", f"{tmp_path / 's'}#{quake.id}")
    texts = [d.text for d in api.open_case(tmp_path / "q.case").documents]
    assert len(texts) == 2
    assert any(QUAKE[0].format(dead=40) in text for text in texts)

"""Stories and counts in; lines for a terminal, or JSON, out."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from rashomon.discover.records import Article, Counts, Family, Story
from rashomon.terminal.lines import counted, json_line, line, paragraph, plain, short

SHOWN = 20
"""Stories that are listed unless more are asked for."""


def came_to(made: Counts, folder: str, *, quiet: bool, as_json: bool) -> None:
    """What a discovery came to, with every count."""
    if as_json:
        return json_line(asdict(made))
    if quiet:
        return None
    line(f"{folder}: {counted(made.articles, 'article')}, {counted(made.families, 'family')}, ", nl=False)
    line(f"{counted(made.stories, 'story')}, {made.told_by_several} told by several families.")
    rate = f" ({made.read / max(made.seconds, 1):,.0f} a second)" if made.read >= 1000 else ""
    line(f"This run read {counted(made.read, 'article')} in {made.seconds:,.0f} s{rate}: {made.new} new, {made.again} known.")
    if made.undated:
        line(f"{counted(made.undated, 'article')} without a day, compared whatever the day.")
    for (kind, count), why in zip(made.bad, made.such_as, strict=True):
        paragraph(f"Set aside: {count} ({kind}). {'Such as: ' if count > 1 else ''}{why}", 0)
    return None


def chosen(stories: Iterable[Story], *, about: str, outlet: str, since: str, until: str, families: int) -> list[Story]:
    """The stories that have these words in their title or names, this outlet, days in this span, so many families."""

    def fits(story: Story) -> bool:
        words = " ".join((story.title, *story.names)).casefold()
        return (
            all(word in words for word in about.casefold().split())
            and (not outlet or any(outlet.casefold() in o.casefold() for o in story.outlets))
            and (not since or story.last >= since)
            and (not until or (story.first or "9") <= until)
            and story.families >= families
        )

    return [story for story in stories if fits(story)]


def listed(stories: Sequence[Story], most: int, *, as_json: bool) -> None:
    """Stories, the most worth a case first, each with its id and why."""
    if as_json:
        return json_line([asdict(story) for story in stories[:most]])
    if not stories:
        return line("No story fits.")
    for story in stories[:most]:
        line(f"{story.id}  ", nl=False)
        line(short(story.title, 100), bold=True)
        paragraph(f"{_days(story)}; {counted(story.articles, 'article')}, {counted(len(story.outlets), 'outlet')}", 4)
        paragraph(f"{story.why}.", 4)
    if len(stories) > most:
        line(f"… and {len(stories) - most} more; --all lists them.")
    return None


def shown(story: Story, families: Sequence[Family], articles: Sequence[Article], folder: str, *, as_json: bool) -> None:
    """One story with its families and articles."""
    if as_json:
        texts = [{k: v for k, v in asdict(a).items() if k != "text"} for a in articles]
        return json_line(asdict(story) | {"members": [asdict(f) for f in families], "accounts": texts})
    line(plain(story.title), bold=True)
    paragraph(f"{_days(story)}; {story.why}.", 0)
    if story.names:
        paragraph(f"Names: {', '.join(story.names)}", 0)
    for family in families:
        credit = f", credit {family.credit}" if family.credit else ""
        copies = f", {counted(len(family.articles) - 1, 'copy')}" if len(family.articles) > 1 else ""
        paragraph(f"{family.id}: {', '.join(family.outlets) or 'no outlet'}{copies}{credit}", 2)
    for article in articles:
        paragraph(f"{article.published or 'no day'} {article.outlet or article.file}: {short(article.title, 90)}", 4)
    return line(f"Open it: rashomon build {story.id}.case --story {folder}#{story.id}")


def _days(story: Story) -> str:
    if not story.first:
        return "no day known"
    return story.first if story.first == story.last else f"{story.first} to {story.last}"


def changed(about: str, sentence: str, *, as_json: bool) -> None:
    """One thing that an account changed."""
    if as_json:
        return json_line({"about": about, "says": sentence})
    return paragraph(f"{about}: {sentence}", 0)

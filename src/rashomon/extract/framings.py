"""A parse in, its framings out: cue words with the one who speaks and the clause that is spoken, all by grammar alone.

The frames are those of PARC (Pareti 2012): verbs of saying and thinking with a clause, an object or a preposition, their
passives and participles, nouns of saying, "according to", and adverbs that leave the speaker unnamed.
"""

from collections.abc import Iterator
from dataclasses import replace

from rashomon.extract.cues import cues
from rashomon.extract.frames import LONGEST, SUBJECTS, Framing, clause_of, stretches
from rashomon.extract.phrases import phrase
from rashomon.extract.subjects import subject
from rashomon.extract.verbs import cue_words, lemma_of, verb
from rashomon.text.parse import Parse


def framings(parse: Parse) -> Iterator[Framing]:
    """Every framing that grammar shows, in the order of their cue words."""
    for first, last in parse.sentences:
        if last - first > LONGEST:
            continue
        heads: dict[int, Framing] = {}
        for token in range(first, last):
            found = _framing(parse, token)
            if found is not None and found.content:
                heads[found.head] = found
        for head in [h for h in heads if heads[h].form == "citing"]:
            _cited(parse, heads, heads[head])
        yield from (heads[h] for h in sorted(heads))


def _cited(parse: Parse, heads: dict[int, Framing], citing: Framing) -> None:
    """Gives what a paper writes "citing" somebody to the one it cites, with the paper as the one that was told."""
    wrote = heads.get(parse.head[citing.head])
    cited = next((c for c in parse.children[citing.head] if parse.dep[c] == "dobj"), None)
    if wrote is None or cited is None or wrote.source is None or not phrase(parse, wrote.source).medium:
        return
    if phrase(parse, cited).kind in ("person", "group", "unnamed", "organisation"):
        del heads[wrote.head]
        heads[citing.head] = replace(citing, source=cited, content=wrote.content, recipient=wrote.source)


def _framing(parse: Parse, token: int) -> Framing | None:
    lemma, pos = parse.lemma[token], parse.pos[token]
    if lemma == "accord" or parse.word(token).lower() == "according":
        return _according(parse, token)
    if parse.tag[token].startswith("VB") and lemma_of(parse, token) in cues().verbs:
        return verb(parse, token)
    if pos in ("NOUN", "PROPN") and lemma in cues().saying:
        return _noun(parse, token)
    if lemma in cues().opinion and pos == "NOUN":
        return _opinion(parse, token)
    if parse.word(token).lower() in cues().alleged:
        return _adverb(parse, token)
    return None


def _according(parse: Parse, token: int) -> Framing | None:
    """ "According to X": content is the clause it stands in, without itself."""
    to = next((c for c in parse.children[token] if parse.word(c).lower() == "to"), None)
    source = next((c for c in parse.children[to] if parse.dep[c] in ("pobj", "pcomp")), None) if to is not None else None
    if to is None or source is None:
        return None
    clause = _whole_clause(parse, token)
    if clause is not None and parse.dep[clause] == "relcl" and _numbered(parse, parse.head[clause]):
        clause = _counting(parse, clause)
    return Framing(
        cue=(token, to + 1),
        head=token,
        lemma="according",
        form="according",
        kind="neutral",
        source=source,
        content=stretches(parse, [clause], token) if clause is not None else (),
    )


def _whole_clause(parse: Parse, token: int) -> int | None:
    """The clause that "according to" speaks of: at either end of a sentence all of it, within it the nearest."""
    first, last = parse.sentence(token)
    behind = parse.extent(token)[1]
    if token - first <= 2 or not parse.text[behind : parse.end[last - 1]].strip(" .\n"):
        root = next((t for t in (token, *parse.path(token)) if parse.head[t] == t), token)
        quoting = parse.pos[root] == "VERB" and parse.lemma[root] in cues().speech
        return root if root != token and not quoting else clause_of(parse, token)
    return clause_of(parse, token)


def _counting(parse: Parse, clause: int) -> int | None:
    """What is told with a relative clause of people who are counted: "one of 6,500 who, by their count, left": the figure is
    theirs too; but not what became of "three men who, according to police, broke in".
    """
    noun = parse.head[clause]
    return clause if parse.dep[noun] in ("nsubj", "nsubjpass") else clause_of(parse, noun)


def _numbered(parse: Parse, noun: int) -> bool:
    """Whether a noun is counted: "around 6,500 people"."""
    return any(parse.dep[c] == "nummod" for c in parse.children[noun])


def _opinion(parse: Parse, token: int) -> Framing | None:
    """ "In his opinion", "by their account", "in the words of X"."""
    prep = parse.head[token]
    owner = next((c for c in parse.children[token] if parse.dep[c] == "poss"), None)
    of = next((c for c in parse.children[token] if parse.dep[c] == "prep" and parse.lemma[c] == "of"), None)
    if owner is None and of is not None:
        owner = next((c for c in parse.children[of] if parse.dep[c] == "pobj"), None)
    if (
        owner is None
        or parse.dep[token] != "pobj"
        or parse.lemma[prep] not in ("in", "by", "to", "from")
        or parse.head[prep] == prep
    ):
        return None
    clause = clause_of(parse, prep)
    if clause is not None and parse.dep[clause] == "relcl" and _numbered(parse, parse.head[clause]):
        clause = _counting(parse, clause)
    if clause is None or (parse.start[clause] < parse.start[prep] and parse.word(prep - 1) != ","):
        return None
    return Framing(
        cue=(prep, token + 1),
        head=prep,
        lemma=parse.lemma[token],
        form="opinion",
        kind="thinking",
        source=owner,
        content=stretches(parse, [clause], prep),
    )


def _noun(parse: Parse, token: int) -> Framing | None:
    """A noun of saying with its clause: "the claim that ...", "denied allegations that ...", "said in a statement that ..."."""
    below = parse.children[token]
    clause = next((c for c in below if parse.dep[c] in ("acl", "ccomp", "relcl") and _that(parse, c)), None)
    if clause is None:
        return _opinion(parse, token) if parse.lemma[token] in cues().opinion else None
    owner = next((c for c in below if parse.dep[c] == "poss"), None)
    for child in below:
        if owner is None and parse.lemma[child] in ("by", "from", "of", "among") and parse.dep[child] in ("prep", "agent"):
            owner = next((c for c in parse.children[child] if parse.dep[c] == "pobj"), None)
    kind = "claiming" if parse.lemma[token] in ("claim", "allegation", "accusation") else "neutral"
    head = token
    above = _governing(parse, token)
    if above is not None and (owner is None or cues().verbs.get(parse.lemma[above]) == "denying"):
        denies = cues().verbs.get(parse.lemma[above]) == "denying"
        kind = "denying" if denies else kind
        owner = subject(parse, above) if not any(parse.dep[c] == "auxpass" for c in parse.children[above]) else owner
        if denies or parse.dep[token] == "pobj":
            head = above
    return Framing(
        cue=cue_words(parse, head),
        head=head,
        lemma=parse.lemma[head],
        form="noun" if head == token else "verb",
        kind=kind,
        source=owner,
        content=stretches(parse, [clause], token),
    )


def _governing(parse: Parse, token: int) -> int | None:
    """The verb whose object a noun is, or that says something in it ("said in a statement that")."""
    above = parse.head[token]
    if parse.dep[token] == "dobj" and parse.pos[above] == "VERB":
        return above
    if parse.dep[token] == "pobj" and parse.lemma[above] == "in" and parse.lemma[parse.head[above]] in cues().speech:
        return parse.head[above]
    return None


def _that(parse: Parse, clause: int) -> bool:
    """Whether a clause is introduced by "that" as a conjunction, and has a subject of its own."""
    below = parse.children[clause]
    return any(parse.dep[c] == "mark" and parse.lemma[c] == "that" for c in below) and any(
        parse.dep[c] in SUBJECTS for c in below
    )


def _adverb(parse: Parse, token: int) -> Framing | None:
    """ "Allegedly": the clause it stands in, said by nobody who is named."""
    clause = clause_of(parse, token)
    if clause is None:
        return None
    return Framing(
        cue=(token, token + 1),
        head=token,
        lemma=parse.word(token).lower(),
        form="adverb",
        kind="claiming",
        content=stretches(parse, [clause], token),
    )

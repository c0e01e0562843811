"""A parse in, its framings out: cue words with the one who speaks and the clause that is spoken, all by grammar alone.

A framing is an attribution before anybody asks who "he" is: a cue, the head word of its source, the recipient, and the
stretches of its content. The frames are those of PARC (Pareti 2012): verbs of saying and thinking with a clause, an object or
a preposition, their passives and participles, nouns of saying, "according to", and adverbs that leave the speaker unnamed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.extract.cues import cues
from rashomon.extract.phrases import phrase
from rashomon.text.parse import Parse

LONGEST = 1000
"""Sentences of more tokens than this hold no grammar worth reading (lists, tables, hostile input)."""

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_PARTS = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})
_ISSUES = frozenset({"release", "issue", "put", "publish", "post", "send", "make", "file", "write", "give", "deliver", "air"})
_CONTRAST = frozenset({"while", "though", "although", "whereas"})
_ASPECT = frozenset({"continue", "begin", "start", "go", "finish"})
_EDGE = frozenset("\"“”„«»‘’'`,.;:!?…–—-()[] ``''")


@dataclass(frozen=True, slots=True, kw_only=True)
class Framing:
    """A cue by first and after-last token, its verb or noun, and what hangs on it. Token indexes, except `content`.

    `content` are code points. `form`: verb, passive, noun, according, opinion, adverb, citing.
    """

    cue: tuple[int, int]
    head: int
    lemma: str
    form: str
    kind: str
    source: int | None = None
    recipient: int | None = None
    content: tuple[tuple[int, int], ...] = ()
    negated: bool = False


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


# -- verbs ---------------------------------------------------------------------------------------------------------


def verb(parse: Parse, token: int) -> Framing | None:
    """The framing of a verb of saying or thinking; its content is empty where grammar shows none."""
    lemma = lemma_of(parse, token)
    passive = any(parse.dep[c] in ("auxpass", "nsubjpass") for c in parse.children[token])
    bare = not passive and parse.tag[token] == "VBN" and parse.dep[token] in ("acl", "relcl", "advcl", "amod")
    if bare or (passive and lemma not in cues().passive) or _leads(parse, token):
        return None
    source = agent(parse, token) if passive else subject(parse, token)
    parts, recipient = _content(parse, token, passive)
    kind = cues().verbs[lemma]
    content = stretches(parse, parts, token) if parts else ()
    if not content and _as_clause(parse, token) and (above := _clause(parse, token)) is not None:
        content = stretches(parse, [above], token)
    return Framing(
        cue=cue_words(parse, token),
        head=token,
        lemma=lemma,
        form="passive" if passive else "citing" if lemma == "cite" and parse.tag[token] == "VBG" else "verb",
        kind=kind,
        source=source,
        recipient=recipient,
        content=content,
        negated=any(parse.dep[c] == "neg" for c in parse.children[token]),
    )


def lemma_of(parse: Parse, token: int) -> str:
    """A verb's lemma, where the parse's own is no word ("hoping" is not of "hop")."""
    return cues().irregular.get(parse.word(token).lower(), parse.lemma[token])


def _as_clause(parse: Parse, token: int) -> bool:
    """Whether a verb of saying stands beside what is said ("as officials announced on Monday")."""
    marked = any(parse.lemma[c] == "as" and parse.dep[c] in ("mark", "advmod") for c in parse.children[token])
    return marked and parse.dep[token] in ("advcl", "parataxis", "ccomp") and parse.lemma[token] in cues().speech


def _leads(parse: Parse, token: int) -> bool:
    """Whether a verb only leads to the verb of saying ("was quoted as saying"), or to a name ("identified himself as")."""
    if parse.lemma[token] in ("identify", "introduce"):
        return any(parse.word(c).lower().endswith(("self", "selves")) for c in parse.children[token])
    prepositions = [c for c in parse.children[token] if parse.lemma[c] == "as" and parse.dep[c] == "prep"]
    return parse.lemma[token] == "quote" and any(parse.dep[c] == "pcomp" for p in prepositions for c in parse.children[p])


def subject(parse: Parse, token: int) -> int | None:
    """Who does what a verb says: its own subject, else that of the verb it is joined to or hangs on."""
    aside = parse.word(token - 1) == "," or parse.lemma[token] in ("cite", "add", "quote")
    if parse.tag[token] == "VBG" and aside and parse.dep[token] in ("acl", "advcl"):
        return _main_subject(parse, token)
    for _ in range(12):
        own = [c for c in parse.children[token] if parse.dep[c] in SUBJECTS]
        if own and parse.word(own[0]).lower() == "that" and parse.dep[token] == "relcl":
            return parse.head[token]
        if own:
            return next((c for c in reversed(own) if parse.pos[c] == "PROPN" and c < token), own[0])
        dep, above = parse.dep[token], parse.head[token]
        if above == token or dep in ("ccomp", "parataxis", "pobj", "nsubj", "dobj"):
            return None
        if dep in ("acl", "relcl", "amod"):
            if parse.dep[above] == "dobj" and parse.lemma[above] in cues().document and parse.lemma[parse.head[above]] in _ISSUES:
                token = parse.head[above]
                continue
            return above if parse.pos[above] in ("NOUN", "PROPN", "PRON") else None
        if dep not in ("conj", "xcomp", "advcl", "pcomp", "prep", "aux", "acomp", "attr", "oprd", "dep"):
            return None
        token = above
    return None


def _main_subject(parse: Parse, token: int) -> int | None:
    """Whose participle stands behind a comma: the subject of the clause around it, past a noun that it was hung on."""
    for above in parse.path(token):
        own = [c for c in parse.children[above] if parse.dep[c] in SUBJECTS]
        if own and parse.tag[above].startswith(("VB", "MD")) and parse.dep[above] not in ("relcl", "acl"):
            return own[0]
    return None


def agent(parse: Parse, token: int) -> int | None:
    """Whom a passive names with "by"; for "was quoted" its subject."""
    if parse.lemma[token] == "quote":
        return next((c for c in parse.children[token] if parse.dep[c] == "nsubjpass"), None)
    for child in parse.children[token]:
        if parse.dep[child] == "agent":
            return next((c for c in parse.children[child] if parse.dep[c] == "pobj"), None)
    return None


def cue_words(parse: Parse, token: int) -> tuple[int, int]:
    """A cue word with the auxiliaries, negation and adverbs that stand against it."""
    first, last = token, token + 1
    if parse.dep[token] == "pcomp" and token >= 2 and parse.lemma[token - 2] == "quote":
        first = token - 2  # "was quoted as saying"
        token = first
    own = {c for c in parse.children[token] if parse.dep[c] in _PARTS}
    while first - 1 in own:
        first -= 1
    while last in own and parse.dep[last] == "prt":
        last += 1
    return first, last


def _content(parse: Parse, token: int, passive: bool) -> tuple[list[int], int | None]:
    """The heads of what a verb says, and to whom it says it."""
    lemma, below = parse.lemma[token], parse.children[token]
    by = {d: [c for c in below if parse.dep[c] == d] for d in ("ccomp", "xcomp", "dobj", "dative", "oprd", "nsubjpass", "prep")}
    told = lemma in ("tell", "inform", "remind", "assure", "notify", "warn", "ask", "advise", "brief", "text", "email", "urge")
    recipient = next(iter(by["dative"] + (by["dobj"] if told else [])), None)
    clauses = [c for c in by["ccomp"] if _is_content(parse, token, c)]
    infinitives = [c for c in by["xcomp"] if (lemma not in cues().clause or passive) and lemma not in _ASPECT]
    if clauses and not (passive and parse.word(token) == "expected"):
        return clauses, recipient
    if passive:
        heads = infinitives + by["oprd"] or _prepositional(parse, token, by["prep"])
        raised = [s for s in by["nsubjpass"] if lemma not in ("quote", "ask", "tell", "urge", "order") and parse.lemma[s] != "it"]
        return (raised + heads, recipient) if heads else ([], recipient)
    if infinitives:
        return (by["dobj"] if not told else []) + infinitives, recipient
    if by["oprd"]:
        return by["dobj"] + by["oprd"], recipient
    prepositional = _prepositional(parse, token, by["prep"])
    if prepositional:
        return (by["dobj"] + prepositional if lemma not in ("ask", "warn", "remind", "inform") else prepositional), recipient
    if (
        (lemma in cues().object or _shows(parse, token) or (lemma == "say" and _clausal(parse, by["dobj"])))
        and by["dobj"]
        and not told
    ):
        return by["dobj"], recipient
    far = _far_clause(parse, token) if lemma in cues().speech and lemma not in cues().clause else None
    return ([far] if far is not None else []), recipient


def _is_content(parse: Parse, token: int, clause: int) -> bool:
    """Whether a complement is a clause of its own: with a subject, "that", or words between marks."""
    if parse.lemma[token] not in cues().clause:
        return True
    below = parse.children[clause]
    marked = any(parse.dep[c] == "mark" or parse.tag[c] in ("WRB", "WP", "WDT") for c in below)
    finite = parse.tag[clause] in ("VBD", "VBZ", "VBP") or any(parse.tag[c] in ("MD", "VBD", "VBZ", "VBP") for c in below)
    return marked or (finite and any(parse.dep[c] in SUBJECTS for c in below))


def _far_clause(parse: Parse, token: int) -> int | None:
    """A clause with "that" which the parse hung on a noun between ("confirmed before the vote that ...")."""
    for that in range(token + 2, min(token + 16, len(parse))):
        if parse.word(that).lower() != "that" or parse.dep[that] != "mark":
            continue
        clause = parse.head[that]
        owned = any(parse.dep[c] in SUBJECTS for c in parse.children[clause])
        return (
            clause if owned and token in parse.path(clause) and parse.dep[clause] in ("relcl", "acl", "ccomp", "advcl") else None
        )
    return None


def _clausal(parse: Parse, objects: Sequence[int]) -> bool:
    """Whether an object is in truth the subject of a clause that the parse took for a participle ("said thousands left")."""
    return any(parse.dep[c] in ("acl", "relcl") and parse.tag[c] in ("VBN", "VBD") for o in objects for c in parse.children[o])


def _shows(parse: Parse, token: int) -> bool:
    """Whether a paper or film shows or describes something."""
    above = subject(parse, token)
    return (
        above is not None
        and parse.lemma[above] in cues().document
        and parse.lemma[token] in ("show", "describe", "reveal", "depict")
    )


def _prepositional(parse: Parse, token: int, prepositions: Sequence[int]) -> list[int]:
    wanted = cues().prepositional.get(parse.lemma[token], frozenset())
    chosen = [p for p in prepositions if parse.word(p).lower() in wanted]
    return [c for p in chosen for c in parse.children[p] if parse.dep[c] in ("pobj", "pcomp")]


# -- other cues ----------------------------------------------------------------------------------------------------


def _according(parse: Parse, token: int) -> Framing | None:
    """ "According to X": content is the clause it stands in, without itself."""
    to = next((c for c in parse.children[token] if parse.word(c).lower() == "to"), None)
    source = next((c for c in parse.children[to] if parse.dep[c] in ("pobj", "pcomp")), None) if to is not None else None
    if to is None or source is None:
        return None
    clause = _whole_clause(parse, token)
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
        return root if root != token and not quoting else _clause(parse, token)
    return _clause(parse, token)


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
    clause = _clause(parse, prep)
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
    clause = _clause(parse, token)
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


def _clause(parse: Parse, token: int) -> int | None:
    """The verb of the clause that a word stands in."""
    for above in parse.path(token):
        clausal = parse.head[above] == above or parse.dep[above] in (
            "ccomp",
            "relcl",
            "advcl",
            "conj",
            "parataxis",
            "acl",
            "xcomp",
            "pcomp",
        )
        if parse.pos[above] in ("VERB", "AUX") and clausal and parse.dep[above] != "xcomp":
            return above
        if parse.head[above] == above:
            return above
    return None


# -- stretches -----------------------------------------------------------------------------------------------------


def stretches(parse: Parse, heads: Sequence[int], without: int) -> tuple[tuple[int, int], ...]:
    """The words under some heads, as stretches of code points; what hangs on `without`, and what it frames anew, left out."""
    out = set(parse.subtree(without)) if parse.head[without] != without and _below(parse, without, heads) else {without}
    inside = sorted({t for h in heads for t in _kept(parse, h, out)})
    found: list[tuple[int, int]] = []
    run: list[int] = []
    for token in [*inside, None]:
        if run and (token is None or any(parse.word(t) not in _EDGE for t in range(run[-1] + 1, token))):
            found.extend(_trimmed(parse, run))
            run = []
        if token is not None:
            run.append(token)
    return tuple(found)


def _below(parse: Parse, token: int, heads: Sequence[int]) -> bool:
    wanted = set(heads)
    return any(above in wanted for above in parse.path(token))


def _kept(parse: Parse, head: int, out: set[int]) -> Iterator[int]:
    """A head and what hangs on it, without a participle that says more of the same speaker ("..., adding that ...")."""
    open_ = [head]
    while open_:
        token = open_.pop()
        if token in out:
            continue
        yield token
        open_.extend(c for c in parse.children[token] if not _adds(parse, c))


def _adds(parse: Parse, token: int) -> bool:
    """Whether a clause hung on what is said goes on from there: another cue of the same speaker, or "while others said"."""
    dep, below = parse.dep[token], parse.children[token]
    if parse.word(token - 1) == "," and parse.tag[token] == "VBG" and dep == "advcl" and parse.lemma[token] in cues().speech:
        return any(parse.dep[c] == "ccomp" for c in below)
    if dep == "advcl" and token > parse.head[token]:
        mark = next((c for c in below if parse.dep[c] == "mark" and parse.lemma[c] in _CONTRAST), None)
        return mark is not None and parse.word(mark - 1) == ","
    if dep == "conj" and parse.lemma[token] in cues().speech and parse.tag[token] in ("VBD", "VBZ", "VBP", "VB"):
        return any(parse.dep[c] == "ccomp" for c in below) and not any(parse.dep[c] in SUBJECTS for c in below)
    return False


def _trimmed(parse: Parse, run: list[int]) -> Iterator[tuple[int, int]]:
    while run and (parse.word(run[0]) in _EDGE or not parse.word(run[0]).strip()):
        run = run[1:]
    while run and (parse.word(run[-1]) in _EDGE or not parse.word(run[-1]).strip()):
        run = run[:-1]
    if run and parse.dep[run[0]] == "mark" and parse.lemma[run[0]] == "that":
        run = run[1:]
    if run:
        yield parse.start[run[0]], parse.end[run[-1]]

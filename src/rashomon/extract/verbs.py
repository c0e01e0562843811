"""A verb of saying or thinking in, its framing out: who says, to whom, and which part of the sentence is what is said."""

from collections.abc import Sequence

from rashomon.extract.cues import cues
from rashomon.extract.frames import SUBJECTS, Framing, clause_of, conjoins, stretches
from rashomon.extract.subjects import agent, sentence_subject, subject
from rashomon.text.parse import Parse

_PARTS = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})

TELLING = frozenset({"tell", "inform", "remind", "assure", "notify", "warn", "ask", "advise", "brief", "text", "email", "urge"})
"""Verbs that take the one who is told as their object."""

NAMING = frozenset({"call", "dub", "name", "title", "entitle", "label"})

_ASPECT = frozenset({"continue", "begin", "start", "go", "finish"})


def verb(parse: Parse, token: int) -> Framing | None:
    """The framing of a verb of saying or thinking; its content is empty where grammar shows none."""
    lemma = lemma_of(parse, token)
    passive = any(parse.dep[c] in ("auxpass", "nsubjpass") for c in parse.children[token])
    whole = passive or any(parse.dep[c] == "aux" for c in parse.children[token])  # "has stated"
    bare = not whole and parse.tag[token] == "VBN" and parse.dep[token] in ("acl", "relcl", "advcl", "amod")
    bare = bare or (lemma in NAMING and parse.dep[token] == "acl" and subject(parse, token) == parse.head[token])
    if bare or (passive and lemma not in cues().passive) or _leads(parse, token) or acts(parse, token):
        return None
    cited = _cited_by(parse, token)
    source = cited[0] if cited else agent(parse, token) if passive else subject(parse, token)
    if source is None and not passive and parse.tag[token] in ("VBG", "VB"):
        source = sentence_subject(parse, token)
    parts, recipient = _content(parse, token, passive)
    recipient = cited[1] if cited else recipient
    kind = cues().verbs.get(lemma, "neutral")
    if passive and lemma == "tell" and parts and all(parse.dep[p] == "xcomp" for p in parts if parse.dep[p] != "nsubjpass"):
        kind = "demanding"  # "was told to switch off the light"
    if granted(parse, token) or (source is not None and _stray(parse, source)):
        return None
    if lemma == "give" and not any(parse.lemma[parse.head[p]] == "as" for p in parts):
        return None  # only "gave the number of dead as 143"
    content = stretches(parse, parts, token) if parts else ()
    if not content and _as_clause(parse, token) and (above := clause_of(parse, token)) is not None:
        content = stretches(parse, [above], token)
        if any(parse.text[a:b].endswith((" but", " and", " yet")) for a, b in content if b <= parse.start[token]):
            content = tuple(s for s in content if s[0] > parse.start[token])  # "..., but, as the mayor noted, ..."
    return Framing(
        cue=(parse.head[token], token + 1) if cited and parse.head[token] == token - 1 else cue_words(parse, token),
        head=token,
        lemma=lemma,
        form=_form(parse, token, lemma, passive, bool(cited)),
        kind=kind,
        source=source,
        recipient=recipient,
        content=content,
        negated=any(parse.dep[c] == "neg" for c in parse.children[token]),
    )


def _stray(parse: Parse, source: int) -> bool:
    """Whether a "that" is taken for somebody where it only joins: "he said that talk of a strike was idle"."""
    return parse.word(source).lower() == "that" and not any(parse.dep[t] == "relcl" for t in (source, *parse.path(source)))


def acts(parse: Parse, token: int) -> bool:
    """Whether a particle makes a verb of saying one of doing: "called off the strike", "showed up"."""
    particles = cues().particles.get(lemma_of(parse, token), frozenset())
    return any(parse.dep[c] == "prt" and parse.lemma[c] in particles for c in parse.children[token])


def idle(parse: Parse, token: int) -> bool:
    """Whether a verb of saying says nothing where it stands: "called off the strike", "an option called Night Mode"."""
    named = parse.dep[token] == "acl" and lemma_of(parse, token) in NAMING
    return named or acts(parse, token) or granted(parse, token) or lemma_of(parse, token) == "give"


def granted(parse: Parse, token: int) -> bool:
    """Whether a page calls something known ("it is known that"), which it then says itself."""
    below = parse.children[token]
    passive = any(parse.dep[c] in ("auxpass", "nsubjpass") for c in below) or parse.dep[token] in ("acl", "advcl", "amod")
    return (
        passive
        and parse.tag[token] == "VBN"
        and lemma_of(parse, token) == "know"
        and not any(parse.dep[c] == "agent" for c in below)
    )


def _form(parse: Parse, token: int, lemma: str, passive: bool, cited: bool) -> str:
    if passive:
        return "passive"
    if cited or (lemma == "cite" and parse.tag[token] == "VBG"):
        return "citing"
    return "figure" if lemma in ("put", "give") else "verb"


def _cited_by(parse: Parse, token: int) -> tuple[int, int | None] | None:
    """Who is quoted and by whom, in "the agency quoted an officer as saying"."""
    link = parse.head[token]
    if parse.dep[token] != "pcomp" or parse.lemma[link] != "as":
        return None
    quoting = next((t for t in parse.path(link) if parse.lemma[t] in ("quote", "cite")), None)
    if quoting is None or any(parse.dep[c] in ("auxpass", "nsubjpass") for c in parse.children[quoting]):
        return None
    quoted = next((c for c in parse.children[quoting] if parse.dep[c] == "dobj"), None)
    return (quoted, subject(parse, quoting)) if quoted is not None else None


def lemma_of(parse: Parse, token: int) -> str:
    """A verb's lemma, where the parse's own is no word ("hoping" is not of "hop")."""
    return cues().irregular.get(parse.word(token).lower(), parse.lemma[token])


def _as_clause(parse: Parse, token: int) -> bool:
    """Whether a verb of saying stands beside what is said ("as officials announced on Monday")."""
    return aside(parse, token) and parse.dep[token] in ("advcl", "parataxis", "ccomp") and parse.lemma[token] in cues().speech


def aside(parse: Parse, token: int) -> bool:
    """Whether "as" opens the clause of a verb that has none below it: "as the governor noted"."""
    if any(parse.dep[c] == "ccomp" for c in parse.children[token]):
        return False
    return any(parse.lemma[c] == "as" and parse.dep[c] in ("mark", "advmod") for c in parse.children[token])


def _leads(parse: Parse, token: int) -> bool:
    """Whether a verb only leads to the verb of saying ("was quoted as saying"), or to a name ("identified himself as")."""
    if parse.lemma[token] in ("identify", "introduce"):
        return any(parse.word(c).lower().endswith(("self", "selves")) for c in parse.children[token])
    below = [c for t in (token, *parse.children[token]) for c in parse.children[t]]
    prepositions = [c for c in below if parse.lemma[c] == "as" and parse.dep[c] == "prep"]
    return parse.lemma[token] in ("quote", "cite") and any(
        parse.dep[c] == "pcomp" for p in prepositions for c in parse.children[p]
    )


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
    told = lemma in TELLING
    recipient = next(iter(by["dative"] + (by["dobj"] if told else [])), None)
    clauses = [c for c in by["ccomp"] if _is_content(parse, token, c)]
    infinitives = [c for c in by["xcomp"] if (lemma not in cues().clause or passive) and lemma not in _ASPECT]
    if clauses and not (passive and parse.word(token) == "expected"):
        return clauses, recipient
    if passive and lemma == "expect" and not infinitives:
        return [], recipient  # "is expected at the scene": nobody says so
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
    far = far_clause(parse, token) if lemma in cues().speech and lemma not in cues().clause else None
    return ([far] if far is not None else []), recipient


def _is_content(parse: Parse, token: int, clause: int) -> bool:
    """Whether a complement is a clause of its own: with a subject, "that", or words between marks."""
    if parse.lemma[token] not in cues().clause:
        return True
    below = parse.children[clause]
    marked = any(parse.dep[c] == "mark" or parse.tag[c] in ("WRB", "WP", "WDT") for c in below)
    finite = parse.tag[clause] in ("VBD", "VBZ", "VBP") or any(parse.tag[c] in ("MD", "VBD", "VBZ", "VBP") for c in below)
    return marked or (finite and any(parse.dep[c] in SUBJECTS for c in below))


def far_clause(parse: Parse, token: int) -> int | None:
    """A clause with "that" which the parse hung on a noun between ("confirmed before the vote that ...")."""
    for that in range(token + 2, min(token + 16, len(parse))):
        if parse.word(that).lower() != "that" or not (parse.dep[that] == "mark" or conjoins(parse, that)):
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
    found = [c for p in chosen for c in parse.children[p] if parse.dep[c] in ("pobj", "pcomp")]
    found = [c for c in found if parse.lemma[c] not in cues().circumstances]
    if parse.lemma[token] in ("put", "give"):
        return [c for c in found if "CD" in (parse.tag[c], *(parse.tag[g] for g in parse.children[c]))]
    return found

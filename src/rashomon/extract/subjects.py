"""A verb of saying in, who does what it says out: its subject, or whom a passive names."""

from rashomon.extract.cues import cues
from rashomon.extract.frames import SUBJECTS
from rashomon.text.parse import Parse

_ISSUES = frozenset({"release", "issue", "put", "publish", "post", "send", "make", "file", "write", "give", "deliver", "air"})


def subject(parse: Parse, token: int) -> int | None:
    """Who does what a verb says: its own subject, else that of the verb it is joined to or hangs on."""
    aside = parse.word(token - 1) == "," or parse.lemma[token] in ("cite", "add", "quote")
    if parse.tag[token] == "VBG" and aside and parse.dep[token] in ("acl", "advcl"):
        return _main_subject(parse, token)
    if parse.tag[token] == "VBG" and parse.dep[token] in ("acl", "advcl") and parse.lemma[token - 1] in cues().document:
        return token - 1  # "access to footage showing ..."
    for _ in range(12):
        own = [c for c in parse.children[token] if parse.dep[c] in SUBJECTS]
        if own and parse.word(own[0]).lower() == "that" and parse.dep[token] == "relcl":
            return parse.head[token]
        if own:
            return next((c for c in reversed(own) if parse.pos[c] in ("PROPN", "PRON") and c < token), own[0])
        dep, above = parse.dep[token], parse.head[token]
        if above == token or dep in ("ccomp", "parataxis", "pobj", "nsubj", "dobj"):
            return None
        if dep == "acl" and parse.tag[token] in ("VBD", "VBZ") and (top := _stranded(parse, token)) is not None:
            return top
        if dep in ("acl", "relcl", "amod"):
            if parse.dep[above] == "dobj" and parse.lemma[above] in cues().document and parse.lemma[parse.head[above]] in _ISSUES:
                token = parse.head[above]
                continue
            return above if parse.pos[above] in ("NOUN", "PROPN", "PRON") else None
        if dep not in ("conj", "xcomp", "advcl", "pcomp", "prep", "aux", "acomp", "attr", "oprd", "dep"):
            return None
        token = above
    return None


def _stranded(parse: Parse, token: int) -> int | None:
    """The noun that heads a sentence whose finite verb was hung on a noun within a clause on it: "A doctor who refused to
    give his name for fear of reprisals said ..."; none where the sentence has a verb.
    """
    path = [token, *parse.path(token)]
    root = path[-1]
    telling = any(parse.dep[t] == "relcl" and parse.head[t] == root for t in path)
    return root if telling and parse.pos[root] in ("NOUN", "PROPN", "PRON") and parse.head[root] == root else None


def _main_subject(parse: Parse, token: int) -> int | None:
    """Whose participle stands behind a comma: the subject of the clause around it, past a noun that it was hung on."""
    for above in parse.path(token):
        own = [c for c in parse.children[above] if parse.dep[c] in SUBJECTS]
        if own and parse.tag[above].startswith(("VB", "MD")) and parse.dep[above] not in ("relcl", "acl"):
            return own[0]
    return None


def sentence_subject(parse: Parse, token: int) -> int | None:
    """The subject of the sentence's main verb, for a participle or infinitive that has none on its way up."""
    root = next((t for t in parse.path(token) if parse.head[t] == t), token)
    return next((c for c in parse.children[root] if parse.dep[c] == "nsubj" and root != token), None)


def agent(parse: Parse, token: int) -> int | None:
    """Whom a passive names with "by"; for "was quoted" its subject."""
    if parse.lemma[token] == "quote":
        return next((c for c in parse.children[token] if parse.dep[c] == "nsubjpass"), None)
    for child in parse.children[token]:
        if parse.dep[child] == "agent":
            return next((c for c in parse.children[child] if parse.dep[c] == "pobj"), None)
    return None

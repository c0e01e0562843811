"""Two answers by what an attack was carried out in, how they stand to one another out."""

from collections.abc import Iterator

from rashomon.meaning.weapons import means, plain
from rashomon.model import Answer, Comparison


def compare(left: Answer, right: Answer) -> Iterator[Comparison]:
    """Conflict where two classes exclude one another and both name what was struck; denial of what the one rules out."""
    ours, theirs = means(left.claim), means(right.claim)
    if ours is None or theirs is None:
        return
    mine, yours = f"“{ours.words}”", f"“{theirs.words}”"
    if ours.ruled_out and theirs.ruled_out:
        yield Comparison(outcome="compatible", why=f"{mine} and {yours} are both ruled out.")
    elif ours.ruled_out or theirs.ruled_out:
        out, said = (ours, theirs) if ours.ruled_out else (theirs, ours)
        same = out.weapon == said.weapon
        why = f"“{said.words}” is ruled out by “{out.words}”." if same else f"{mine} and {yours} are of two kinds."
        yield Comparison(outcome="denial" if same else "compatible", why=why)
    elif ours.weapon == theirs.weapon:
        yield Comparison(outcome="agree", why=f"{mine} and {yours} are of one kind.")
    elif plain(ours) or plain(theirs):
        yield Comparison(outcome="compatible", why=f"{mine} and {yours} may be one weapon, named more and less closely.")
    elif ours.struck & theirs.struck:
        yield Comparison(outcome="conflict", why=f"{mine} and {yours} cannot both be what struck it alone.")
    else:
        yield Comparison(outcome="compatible", why=f"{mine} and {yours} differ; nothing says that both are of one strike.")

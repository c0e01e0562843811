"""A settled case in, all that its pages look up out, made once for as long as the case stays as it is."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.model import Case, Claim, Decision, Mention, Timex
from rashomon.pages import silence
from rashomon.pages.index import Index, index
from rashomon.pages.parts import Link
from rashomon.pages.workbench import addresses, forms


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An index with addresses of the workbench, and what stands where: claims by account and by speaker, mentions by entity."""

    index: Index
    standing: forms.Standing
    decided: Mapping[str, tuple[Decision, ...]]
    claims_in: Mapping[str, Sequence[Claim]]
    said_by: Mapping[str, Sequence[Claim]]
    mentions_of: Mapping[str, Sequence[Mention]]
    about: Mapping[str, Sequence[Claim]]
    times: Mapping[str, Timex]
    silent: Mapping[str, Sequence[Link]]


def know(case: Case) -> Known:
    """All that the pages of a case look up."""
    found = index(case, addresses.page)
    in_force = forms.standing(case)
    claims_in: dict[str, list[Claim]] = defaultdict(list)
    said_by: dict[str, list[Claim]] = defaultdict(list)
    about: dict[str, dict[str, Claim]] = defaultdict(dict)
    mentions_of: dict[str, list[Mention]] = defaultdict(list)
    mentions = {m.id: m for m in case.mentions}
    for mention in case.mentions:
        mentions_of[mention.entity or ""].append(mention)
    for claim in case.claims:
        claims_in[claim.span.document].append(claim)
        for speaker in {h.entity for h in claim.chain if h.entity}:
            said_by[speaker].append(claim)
        for key in claim.mentions:
            if key in mentions and mentions[key].entity:
                about[mentions[key].entity or ""][claim.id] = claim
    return Known(
        index=found,
        standing=in_force,
        decided=forms.by_record(in_force),
        claims_in=claims_in,
        said_by=said_by,
        mentions_of=mentions_of,
        about={key: tuple(claims.values()) for key, claims in about.items()},
        times={t.id: t for t in case.times},
        silent=silence.silent_on(found),
    )

"""A copy in, whether it is a later version of its model by the same outlet out: one account with a difference, not two."""

import re

from rashomon.relate.copies import Copy
from rashomon.relate.directions import name

_CORRECTS = re.compile(
    r"\b(?:correct(?:s|ed|ion|ing)|updat(?:e|es|ed|ing)|clarif(?:ies|ied|ication)|refil(?:e|es|ing)|amended|"
    r"adds (?:details|quotes)|(?:this|a|an) (?:earlier|previous) (?:version|report|story)|recasts)\b",
    re.IGNORECASE,
)
_SAME = 0.3
"""Share of the shorter text in common from which two pages of one outlet are versions of one account, said or not."""


def manner(copy: Copy) -> str | None:
    """ "updates" where one outlet (or agency) wrote both: at one address, or with many words in common, or as it says itself."""
    model, later = copy.model, copy.copy
    if model.url and model.url == later.url and name(model) == name(later):
        return "updates"
    if not (model.outlet or model.agency) or name(model).casefold() != name(later).casefold():
        return None
    return "updates" if copy.share >= _SAME or _CORRECTS.search(later.text[:300] + "\n" + later.text[-300:]) else None

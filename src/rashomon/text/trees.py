"""A sentence's heads in, sizes and reaches of its subtrees out, in one pass however deep it is."""

from dataclasses import dataclass

from rashomon.text.parse import Parse


@dataclass(frozen=True, slots=True, kw_only=True)
class Trees:
    """For the tokens `first` to `last` (half-open): the first and last token below each, how many, and an order by depth."""

    first: int
    last: int
    low: tuple[int, ...]
    high: tuple[int, ...]
    size: tuple[int, ...]
    order: tuple[int, ...]

    def extent(self, token: int) -> tuple[int, int]:
        """First and after-last token of all that hangs on a token."""
        return self.low[token - self.first], self.high[token - self.first] + 1

    def weight(self, token: int) -> int:
        """How many tokens hang on a token, itself among them."""
        return self.size[token - self.first]


def grow(parse: Parse, first: int, last: int) -> Trees:
    """The trees of the sentence between two tokens."""
    order: list[int] = []
    open_ = [t for t in range(first, last) if parse.head[t] == t or not first <= parse.head[t] < last]
    while open_:
        token = open_.pop()
        order.append(token)
        open_.extend(c for c in parse.children[token] if first <= c < last)
    low, high, size = list(range(first, last)), list(range(first, last)), [1] * (last - first)
    for token in reversed(order):
        above = parse.head[token]
        if above != token and first <= above < last:
            low[above - first] = min(low[above - first], low[token - first])
            high[above - first] = max(high[above - first], high[token - first])
            size[above - first] += size[token - first]
    return Trees(first=first, last=last, low=tuple(low), high=tuple(high), size=tuple(size), order=tuple(order))

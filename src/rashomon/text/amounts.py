"""What is read of a figure, before and after its unit and its hedges."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number, a range or a word for either, before units and hedges."""

    start: int
    end: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    form: str
    said: str | None = None
    why: str | None = None
    bare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure between code points `start` and `end`, hedge and unit included; `core` is the number alone.

    `low` and `high` are what the words allow, None where open; `convention` says by which custom, where one was needed;
    `vague` tells words that stand for a number by custom ("dozens");
    `bare` tells figures alone ("2014", "47"); `written` are the ends as they stand there, before any hedge.
    """

    start: int
    end: int
    core: tuple[int, int]
    kind: str
    value: float | None
    low: float | None
    high: float | None
    hedge: str | None = None
    unit: str | None = None
    per: str | None = None
    convention: str | None = None
    bare: bool = False
    written: tuple[float | None, float | None] = (None, None)
    vague: bool = False

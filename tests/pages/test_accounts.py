"""Highlights in a text nest, whatever they overlap, and the text itself stays as it is."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.pages.accounts import Highlight, _pieces

TEXT = "The harbour burned all night, the docker said, and nobody came."


@given(st.lists(st.tuples(st.integers(0, 63), st.integers(1, 63)), max_size=30))
def test_text_is_kept_and_highlights_nest(pairs: list[tuple[int, int]]) -> None:
    lights = [Highlight(a, min(63, a + n), f"h{k}", "ref") for k, (a, n) in enumerate(sorted(pairs)) if a < 63]
    open_: list[Highlight] = []
    text, started = "", []
    for piece in _pieces(TEXT, 0, len(TEXT), lights):
        if piece.opens:
            open_.append(piece.opens)
            if piece.whole:
                started.append(piece.opens.anchor)
        elif piece.closes:
            assert open_.pop() is piece.closes
        text += piece.text
    assert text == TEXT
    assert not open_
    assert sorted(started) == sorted(h.anchor for h in lights)


def test_a_highlight_covers_its_own_words() -> None:
    light = Highlight(4, 18, "h", "claim own")
    pieces = list(_pieces(TEXT, 0, len(TEXT), [light]))
    assert [p.text for p in pieces] == ["The ", "", TEXT[4:18], "", TEXT[18:]]


def test_ten_thousand_crossing_highlights_are_no_burden() -> None:
    text = "word " * 20_000
    lights = [Highlight(5 * n, 5 * n + 5_000, f"h{n}", "ref") for n in range(10_000)]
    assert sum(1 for p in _pieces(text, 0, len(text), lights) if p.opens and p.whole) == 10_000

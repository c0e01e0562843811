"""What is worked out for records is worked out once for each of them, and never for one what holds of another."""

from rashomon.meaning import remembered
from rashomon.meaning.remembered import remembered as once


def test_a_record_is_asked_once_and_an_equal_one_anew():
    asked: list[list[int]] = []

    @once
    def most(numbers: list[int]) -> int:
        asked.append(numbers)
        return max(numbers)

    first, other = [1, 2], [1, 2]
    assert [most(first), most(first), most(other)] == [2, 2, 2]
    assert len(asked) == 2


def test_what_is_remembered_stays_bounded_and_right(monkeypatch):
    monkeypatch.setattr(remembered, "MOST", 10)

    @once
    def length(text: str, more: str) -> int:
        return len(text) + len(more)

    texts = ["a" * n for n in range(50)]
    assert [length(text, "b") for text in texts * 2] == [n + 1 for n in range(50)] * 2

import time

import pytest

from rashomon.text import parse


@pytest.mark.parametrize("text", ["x" + "”" * 3000, "“" * 3000 + "x", "a" * 3000, "He said: " + "“‘" * 1500 + " no."])
def test_a_word_without_end_takes_a_moment_and_loses_nothing(text):
    parse.language()
    began = time.process_time()
    read = parse.parse(text, [(0, len(text))])
    assert time.process_time() - began < 8
    assert "".join(read.word(t) for t in range(len(read))) == text.replace(" ", "")


def test_a_sentence_begins_where_it_is_cut():
    read = parse.parse("The dam broke. Nobody was hurt.", [(0, 31)])
    assert [read.word(first) for first, _ in read.sentences] == ["The", "Nobody"]

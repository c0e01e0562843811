"""Which sentence of one account renders which of another: the one most like it, both ways, however the two are searched."""

from rashomon import pipeline
from rashomon.relate import renderings
from rashomon.relate.renderings import ALIKE
from tests.factory import document

OURS = (
    "The ferry struck the northern pier at dawn and two sailors fell into the water.\n"
    "Nobody knows who held the wheel that morning.\n"
    "It was cold.\n"
)
THEIRS = (
    "At dawn the ferry struck the pier, and two sailors fell.\n"
    "The council will vote on the tram line next month.\n"
    "Who held the wheel that morning nobody knows.\n"
)


def worded(text: str, file: str) -> renderings.Wording:
    one = document(text, file=file)
    return renderings.wording(one, pipeline.annotate(one))


def test_each_sentence_has_the_one_that_shares_most_of_its_words():
    left, right = worded(OURS, "a.txt"), worded(THEIRS, "b.txt")
    for one, other, found in zip((left, right), (right, left), renderings.both(left, right), strict=True):
        for sentence, (score, best) in zip(one.sentences, found, strict=True):
            shares = [len(sentence.words & s.words) / len(sentence.words | s.words) for s in other.sentences]
            assert score == (max(shares) if max(shares) >= ALIKE else 0.0)
            assert (best is None) == (max(shares) < ALIKE)
            assert best is None or shares[other.sentences.index(best)] == max(shares)

from rashomon.text.parse import parse
from rashomon.text.trees import grow


def test_a_subtree_reaches_from_its_first_to_its_last_token():
    made = parse("The ferry that sank in May was old.", [(0, 35)])
    trees = grow(made, 0, len(made))
    for token in range(len(made)):
        below = made.subtree(token)
        assert trees.extent(token) == (below[0], below[-1] + 1)
        assert trees.weight(token) == len(below)


def test_heads_come_before_what_hangs_on_them():
    made = parse("He said that she said that they said it was late.", [(0, 50)])
    trees = grow(made, 0, len(made))
    place = {token: i for i, token in enumerate(trees.order)}
    assert all(place[made.head[t]] <= place[t] for t in range(len(made)))

"""No two points share an id, however many questions one claim bears on."""

from pathlib import Path

from rashomon import api

_SAID = (
    "The ferry left Kestrel Bay on Monday with 40 passengers, the harbour office said. Divers searched the wreck of the ferry. "
    "The company that owns the ferry denied that the ferry was overloaded. Passengers said that the ferry was overloaded."
)


def test_points_that_begin_with_one_claim_have_ids_of_their_own(tmp_path: Path) -> None:
    from dataclasses import replace

    from rashomon.settle.points import _told_apart

    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(f"{_SAID} The ferry sank off Kestrel Bay with {40 + n} passengers.")
    point = api.settle_files(sorted(tmp_path.iterdir())).points[0]
    fewer = replace(point, claims=point.claims[:-1])
    found = [p.id for p in _told_apart([fewer, point])]
    assert found == [p.id for p in _told_apart([point, fewer])]
    assert found[0] == point.id
    assert found[1] not in (point.id, "")

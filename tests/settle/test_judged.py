"""What people estimate and grade by hand is part of the point, in JSON and on its page, beside what accounts say."""

import io
import json
from pathlib import Path

import pytest

import rashomon
from rashomon import api
from rashomon.pages import points, render
from rashomon.pages.index import index
from rashomon.settle import judged

EXAMPLE = Path(rashomon.__file__).parent / "demo" / "harbour_fire"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("judged") / "fire.case"
    api.build(path, [EXAMPLE])
    point = next(p for p in api.open_case(path).points if p.kind == "number")
    api.decide(path, "estimate", [point.claims[0].claim], "9/13/14", "Ada Moor", "hospital lists")
    api.decide(path, "grade", [point.claims[1].claim], "admiralty B2", "Ada Moor")
    return path


def test_they_stand_in_the_points_of_the_json(path: Path) -> None:
    out = io.BytesIO()
    api.export(path, "json", out)
    case = json.loads(out.getvalue())
    given = [p for p in case["points"] if p["estimates"]]
    assert given
    for point in given:
        (estimate,) = point["estimates"]
        assert (estimate["low"], estimate["best"], estimate["high"]) == (9, 13, 14)
        assert estimate["decision"] in {d["id"] for d in case["decisions"]}
    grades = [g for p in case["points"] for g in p["grades"]]
    assert {(g["scale"], g["grade"], g["means"]) for g in grades} == {("admiralty", "B2", "usually reliable, probably true")}


def test_they_stand_on_the_page_and_on_the_axis_with_who_said_so(path: Path) -> None:
    case = api.open_case(path)
    point = next(p for p in case.points if p.estimates and p.kind == "number")
    view = points.view(index(case), point)
    assert view.plot is not None
    by_hand = view.plot.rows[-1]
    assert (by_hand.letter, by_hand.allows) == ("✎", "9 to 14, best 13 (Ada Moor)")
    assert [j.note for j in view.by_hand if "estimate" in j.says] == ["hospital lists"]
    report = render.report_html(case)
    assert "Admiralty code: B2 (usually reliable, probably true)" in report
    assert "estimate: 9 to 14, best 13" in report


@pytest.mark.parametrize(
    ("scale", "grade", "says"),
    [
        ("admiralty", "F6", "reliability cannot be judged, truth cannot be judged"),
        ("airwars", "weak", "one source"),
        ("none", "x", ""),
    ],
)
def test_a_grade_is_said_in_the_words_of_its_scale(scale: str, grade: str, says: str) -> None:
    assert judged.means(scale, grade) == says

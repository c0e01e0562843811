import io
import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rashomon
from rashomon import api, codec, pipeline
from rashomon.errors import CaseFileError, DecisionError, InputError
from rashomon.model import Annotations, Case
from rashomon.store import casefile, derived
from rashomon.terminal import cases

ACCOUNTS = {
    "lamp.txt": 'The Orlo bridge fell on Monday.\n\nMayor Ada Quill said nine people were killed. "It fell at noon," she said.',
    "post.txt": "Twelve people were killed when the Orlo bridge fell, a nurse told the Post.\n\nMayor Ada Quill denied it.",
    "wire.txt": "ORLO (Wire) - At least nine people died, Mayor Quill said on Tuesday.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "pile"
    place.mkdir()
    for name, text in ACCOUNTS.items():
        (place / name).write_text(text, "utf-8")
    return place


@pytest.fixture
def case_path(folder: Path) -> Path:
    path = folder.parent / "bridge.case"
    api.build(path, [folder])
    return path


def exported(path: Path, to: str = "json") -> bytes:
    out = io.BytesIO()
    api.export(path, to, out)
    return out.getvalue()


def test_a_build_says_what_it_came_to(folder: Path):
    (folder / "empty.txt").write_text("")
    summary = api.build(folder.parent / "bridge.case", [folder])
    assert summary.added == ("lamp.txt", "post.txt", "wire.txt")
    assert [(Path(p).name, why.endswith("is empty.")) for p, why in summary.skipped] == [("empty.txt", True)]
    assert (summary.documents, summary.decisions, summary.strays) == (3, 0, 0)


def test_two_builds_of_the_same_files_in_any_order_give_the_same_bytes(folder: Path):
    files = sorted(folder.iterdir())
    api.build(folder.parent / "one.case", files)
    api.build(folder.parent / "two.case", reversed(files))
    assert exported(folder.parent / "one.case") == exported(folder.parent / "two.case")
    assert exported(folder.parent / "one.case") == codec.case_json(api.settle_files(files))


def test_adding_files_one_by_one_gives_what_building_them_at_once_gives(folder: Path):
    first, *others = sorted(folder.iterdir())
    api.build(folder.parent / "one.case", [first])
    for path in others:
        api.add(folder.parent / "one.case", [path])
    api.build(folder.parent / "two.case", [folder])
    one, two = (json.loads(exported(folder.parent / name)) for name in ("one.case", "two.case"))
    assert one.pop("changes")  # what the last one changed is all that tells them apart
    assert not two.pop("changes")
    assert one == two


def test_building_twice_changes_nothing(case_path: Path, folder: Path):
    before = exported(case_path)
    summary = api.build(case_path, [folder])
    assert (summary.added, len(summary.already), summary.set_aside) == ((), 3, ())
    assert exported(case_path) == before


def test_adding_reads_only_what_is_new(case_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch):
    (folder / "more.txt").write_text("Ten people were killed, police said.")
    seen: list[str] = []
    annotate = derived.annotate
    monkeypatch.setattr(derived, "annotate", lambda d, *a: (seen.extend(x.file for x in d), annotate(d, *a))[1])
    summary = api.add(case_path, [folder])
    assert seen == ["more.txt"]
    assert (summary.added, len(summary.already), summary.documents) == (("more.txt",), 3, 4)


def test_a_document_that_is_not_given_again_is_set_aside_and_comes_back(case_path: Path, folder: Path):
    summary = api.build(case_path, [folder / "lamp.txt", folder / "post.txt"])
    assert (summary.set_aside, summary.documents) == (("wire.txt",), 2)
    assert api.add(case_path, [folder / "wire.txt"]).documents == 3


def test_nothing_readable_is_an_error_and_makes_no_file(tmp_path: Path):
    (tmp_path / "empty.txt").write_text("")
    with pytest.raises(InputError, match=r"Nothing could be read: .*is empty"):
        api.build(tmp_path / "x.case", [tmp_path / "empty.txt"])
    with pytest.raises(InputError, match="no file was given"):
        api.build(tmp_path / "x.case", [])
    assert not (tmp_path / "x.case").exists()


def test_a_build_that_fails_leaves_the_case_as_it_was(case_path: Path, tmp_path: Path):
    before = exported(case_path)
    with pytest.raises(InputError):
        api.build(case_path, [tmp_path / "missing.txt"])
    assert exported(case_path) == before


def test_a_case_that_would_be_written_over_a_document_is_refused(folder: Path):
    with pytest.raises(CaseFileError, match="is not a Rashomon case file"):
        api.build(folder / "lamp.txt", [folder / "post.txt"])
    assert (folder / "lamp.txt").read_text("utf-8") == ACCOUNTS["lamp.txt"]


def test_an_interrupted_build_loses_nothing(case_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch):
    before = exported(case_path)

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    (folder / "more.txt").write_text("Ten people were killed, police said.")
    monkeypatch.setattr(casefile.CaseFile, "skip", interrupted)
    with pytest.raises(KeyboardInterrupt):
        api.build(case_path, [folder])
    monkeypatch.undo()
    assert exported(case_path) == before
    assert sorted(os.listdir(case_path.parent)) == ["bridge.case", "pile"]


def test_a_document_that_an_extractor_fails_on_is_kept_and_reported(folder: Path, monkeypatch: pytest.MonkeyPatch):
    annotate = pipeline.annotate

    def failing(document: object, conventions: object) -> Annotations:
        if document.file == "post.txt":  # type: ignore[attr-defined]
            raise RuntimeError("no such word")
        return annotate(document, conventions)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "annotate", failing)
    summary = api.build(folder.parent / "bridge.case", [folder])
    assert summary.documents == 3
    assert summary.skipped[0][0] == "post.txt"
    assert "an extractor failed (RuntimeError: no such word)" in summary.skipped[0][1]


def test_opening_a_case_settles_it_once(case_path: Path, monkeypatch: pytest.MonkeyPatch):
    first = api.open_case(case_path)
    monkeypatch.setattr(pipeline, "settle", None)
    assert api.open_case(case_path) == first


def test_a_case_made_by_an_older_recipe_is_annotated_again_from_what_is_stored(
    case_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    for path in folder.iterdir():
        path.unlink()
    newer = (*pipeline.recipe(), "another 2")
    monkeypatch.setattr(pipeline, "recipe", lambda by: newer)
    seen: list[int] = []
    case = api.open_case(case_path, progress=lambda *step: seen.append(step[1]))
    assert case.recipe == newer
    assert seen == [1, 2, 3]


def test_a_decision_quotes_its_words_and_is_in_the_case(case_path: Path):
    claim = api.open_case(case_path).claims[0]
    made = api.decide(case_path, "claim", [claim.id], "no", "Ada  Quill", "a slip", made_at="2024-03-05T10:00:00Z")
    assert (made.quotes, made.author, made.note) == ((claim.span,), "Ada Quill", "a slip")
    case = api.open_case(case_path)
    assert case.decisions == api.decisions(case_path) == (made,)
    assert claim.id not in {c.id for c in case.claims}


def test_a_rejected_claim_can_be_taken_back(case_path: Path):
    before = api.open_case(case_path).claims
    api.decide(case_path, "claim", [before[0].id], "no", "Ada")
    api.decide(case_path, "claim", [before[0].id], "yes", "Ada")
    assert api.open_case(case_path).claims == before


def test_a_decision_survives_a_rebuild_and_a_document_read_anew(case_path: Path, folder: Path):
    claim = api.open_case(case_path).claims[0]
    api.decide(case_path, "claim", [claim.id], "no", "Ada")
    file = folder / "lamp.txt"
    file.write_text("Posted at noon.\n\n" + ACCOUNTS["lamp.txt"], "utf-8")
    summary = api.build(case_path, [folder])
    assert (summary.set_aside, summary.decisions, summary.strays) == (("lamp.txt",), 1, 0)
    assert claim.span.text not in {c.span.text for c in api.open_case(case_path).claims}


def test_a_decision_whose_words_are_gone_is_a_stray_and_comes_back_with_them(case_path: Path, folder: Path):
    claim = api.open_case(case_path).claims[0]
    api.decide(case_path, "claim", [claim.id], "no", "Ada")
    file = next(d.file for d in api.open_case(case_path).documents if d.id == claim.span.document)
    assert api.build(case_path, [p for p in folder.iterdir() if p.name != file]).strays == 1
    assert api.build(case_path, [folder]).strays == 0


def test_ids_of_entities_and_origins_stand_for_a_record_of_theirs(case_path: Path):
    case = api.open_case(case_path)
    mention = next(m for m in case.mentions if m.entity)
    assert mention.entity
    made = api.decide(case_path, "note", [mention.entity], "see page 2", "Ada")
    assert ".m" in made.subject[0]
    origin = next(o for o in case.origins if o.document)
    assert api.decide(case_path, "note", [origin.id], "see page 2", "Ada").subject == (origin.document,)


def test_a_document_is_quoted_by_its_first_line(case_path: Path):
    document = api.open_case(case_path).documents[0]
    made = api.decide(case_path, "date", [document.id], "2024-03-05", "Ada")
    assert made.quotes[0].text == "The Orlo bridge fell on Monday."
    assert api.open_case(case_path).documents[0].published.earliest == "2024-03-05"


@pytest.mark.parametrize(("author", "answer"), [("  ", "no"), ("Ada", "perhaps")])
def test_a_decision_that_makes_no_sense_is_not_kept(case_path: Path, author: str, answer: str):
    claim = api.open_case(case_path).claims[0]
    with pytest.raises(DecisionError):
        api.decide(case_path, "claim", [claim.id], answer, author)
    assert api.decisions(case_path) == ()


def test_a_report_that_cannot_be_written_says_so(case_path: Path, tmp_path: Path):
    from rashomon import registry

    if "html" not in registry.names("exporters"):
        pytest.skip("no exporter makes HTML here")
    api.report(case_path, tmp_path / "fire.html")
    assert (tmp_path / "fire.html").read_bytes()
    with pytest.raises(InputError, match="cannot be written"):
        api.report(case_path, tmp_path / "no" / "fire.html")


def test_a_case_read_back_from_its_json_is_the_same_case(case_path: Path):
    assert codec.read_case(exported(case_path)) == api.open_case(case_path)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=80), min_size=1, max_size=3))
def test_any_text_builds_and_comes_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str]):
    place = tmp_path_factory.mktemp("any")
    for number, text in enumerate(texts):
        (place / f"{number}.txt").write_text(f"Report. {text}", "utf-8", errors="replace")
    api.build(place / "any.case", sorted(place.glob("*.txt")))
    case: Case = api.open_case(place / "any.case")
    texts_of = {d.id: d.text for d in case.documents}
    for record in (*case.mentions, *case.quantities, *case.times, *case.claims):
        assert texts_of[record.span.document][record.span.start : record.span.end] == record.span.text
    assert codec.read_case(exported(place / "any.case")) == case


def test_the_public_names_are_there():
    assert set(rashomon.__all__) <= set(dir(rashomon))
    assert rashomon.build is api.build
    assert rashomon.Case is Case


def test_the_conventions_of_a_case_are_chosen_kept_printed_and_part_of_its_recipe(folder: Path, tmp_path: Path):
    (folder / "vague.txt").write_text("Dozens of people were hurt, and about 400 were on the bridge.")
    made = tmp_path / "vague.case"
    api.build(made, [folder])
    ours = api.open_case(made)
    assert ours.conventions is not None
    assert "“dozens” is read as 24 to 99" in ours.conventions.words
    assert "“about” is read as up to a tenth more or less" in ours.conventions.words
    api.build(made, [folder], conventions="acled")
    theirs = api.open_case(made)
    assert theirs.conventions is not None
    assert "“dozens” is read as 12 or more" in theirs.conventions.words
    assert theirs.conventions.source.startswith("ACLED")
    assert [r for r in theirs.recipe if r not in ours.recipe] == [r for r in theirs.recipe if r.startswith("conventions acled")]
    (folder / "later.txt").write_text("Hundreds of people came to the bridge.")
    api.add(made, [folder])
    assert "“hundreds” is read as 100 or more" in api.open_case(made).conventions.words  # type: ignore[union-attr]
    api.build(made, [folder])
    assert api.open_case(made).conventions.name == "acled"  # type: ignore[union-attr]


def test_conventions_of_ones_own_say_only_what_they_change(folder: Path, tmp_path: Path):
    (folder / "vague.txt").write_text("Dozens of people were hurt, and several hundred came.")
    own = tmp_path / "desk.toml"
    own.write_text('extends = "rashomon"\ntitle = "Our desk"\nsource = "Style guide"\n[words]\n"dozens" = [24, 0]\n')
    case = api.settle_files([folder], conventions=own)
    assert case.conventions is not None
    assert (case.conventions.name, case.conventions.title) == ("desk", "Our desk")
    assert case.conventions.words == ("“dozens” is read as 24 or more", "“several hundred” is read as 300 to 900")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "it extends nothing"),
        ('extends = "nobody"', "there are: acled, rashomon"),
        ('extends = "rashomon"\n[words]\ndozens = [99, 24]', "'dozens' in its words has to be"),
        ('extends = "rashomon"\nabout = 2', "its about has to be"),
        ('extends = "rashomon"\nwidth = 2', "it has 'width'"),
        ("about = ", "cannot be used"),
    ],
)
def test_conventions_that_make_no_sense_are_refused_with_the_reason(folder: Path, tmp_path: Path, content: str, says: str):
    own = tmp_path / "desk.toml"
    own.write_text(content)
    with pytest.raises(InputError, match=re.escape(says)):
        api.build(tmp_path / "x.case", [folder], conventions=own)
    assert not (tmp_path / "x.case").exists()


def test_conventions_that_nobody_brings_are_refused(folder: Path, tmp_path: Path):
    with pytest.raises(InputError, match="there are acled, rashomon, or give a TOML file"):
        api.build(tmp_path / "x.case", [folder], conventions="nobody")


def test_the_conventions_stand_in_the_report_and_in_what_show_prints(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (folder / "vague.txt").write_text("Dozens of people were hurt on the bridge.")
    made, page = tmp_path / "vague.case", tmp_path / "vague.html"
    api.build(made, [folder], conventions="acled")
    api.report(made, page)
    assert "“dozens” is read as 12 or more" in page.read_text("utf-8")
    assert "ACLED&#39;s reading of vague reports" in page.read_text("utf-8")
    cases.show(api.open_case(made), "vague.case", every=False, ids=False, as_json=False)
    assert "“dozens” is read as 12 or more" in capsys.readouterr().out

"""Who took what from whom: named by the text, or shown by passages in common; a copy adds no origin."""

import pytest

import rashomon
from rashomon import api, pipeline
from tests.factory import document

WIRE = (
    "A crane fell onto a moored ferry in the port of Lindau Bay on Friday evening, killing three dockers.\n"
    "Port director Maria Stelzer told the Northern News Agency that the brakes of the crane had failed.\n"
    '"Nobody had serviced the crane since the spring," Stelzer said.\n'
)
COPY = WIRE.replace('"Nobody had serviced the crane since the spring," Stelzer said.\n', "")
OTHER = "The city council of Lindau Bay will vote on a new tram line next month.\n"


def case(*written: tuple[str, str, str]):
    documents = [document(text, file=file, outlet=outlet, published=day) for file, outlet, text, day in written]
    return pipeline.settle(documents, [pipeline.annotate(d) for d in documents], (), rashomon.__version__)


@pytest.fixture(scope="module")
def copied():
    return case(
        ("a.txt", "Northern Post", WIRE, "2024-05-03"),
        ("b.txt", "Lake Gazette", COPY, "2024-05-04"),
        ("c.txt", "Tram News", OTHER, "2024-05-04"),
    )


def test_a_copied_text_has_an_edge_from_the_earlier_document_to_the_later(copied):
    files = {d.id: d.file for d in copied.documents}
    origins = {o.id: o for o in copied.origins}
    edges = {
        (files[origins[e.upstream].document], files[e.downstream]) for e in copied.derivations if origins[e.upstream].document
    }
    assert edges == {("a.txt", "b.txt")}


def test_the_reason_for_the_direction_is_said(copied):
    origins = {o.id: o for o in copied.origins}
    (edge,) = (e for e in copied.derivations if origins[e.upstream].document)
    assert edge.direction == "Northern Post was published first"
    assert edge.evidence[0].spans


def test_every_passage_quotes_both_sides(copied):
    texts = {d.id: d.text for d in copied.documents}
    assert copied.passages
    for passage in copied.passages:
        for side in (passage.left, passage.right):
            assert texts[side.document][side.start : side.end] == side.text


def test_a_copy_adds_no_origin_to_a_point(copied):
    for point in copied.points:
        assert len(point.origins) == 1, point.question


def test_undecided_is_said_where_nothing_tells_which_was_first():
    undated = case(
        ("a.txt", "Northern Post", WIRE, None), ("b.txt", "Lake Gazette", WIRE.replace("Friday evening", "Friday night"), None)
    )
    origins = {o.id: o for o in undated.origins}
    (edge,) = (e for e in undated.derivations if origins[e.upstream].document)
    assert edge.direction == "undecided"


def test_a_text_that_stands_whole_in_a_longer_one_is_taken_from_it():
    undated = case(("a.txt", "Northern Post", WIRE, None), ("b.txt", "Lake Gazette", COPY, None))
    origins = {o.id: o for o in undated.origins}
    (edge,) = (e for e in undated.derivations if origins[e.upstream].document)
    assert origins[edge.upstream].name == "Northern Post"
    assert edge.direction == "all of Lake Gazette stands in Northern Post, which says more"


def test_of_pages_of_one_day_an_agencys_own_is_the_model():
    sent = document(WIRE, file="b.txt", agency="Fjord Wire", published="2031-05-03")
    printed = document(
        WIRE.replace("Friday evening", "Friday night"), file="a.txt", outlet="Lake Gazette", published="2031-05-03"
    )
    made = pipeline.settle([sent, printed], [pipeline.annotate(sent), pipeline.annotate(printed)], (), "test")
    origins = {o.id: o for o in made.origins}
    (edge,) = (e for e in made.derivations if origins[e.upstream].document)
    assert (origins[edge.upstream].document, edge.downstream) == (sent.id, printed.id)
    assert edge.direction == "Fjord Wire is an agency, whose reports outlets print"


def test_an_agency_that_is_credited_is_an_origin_that_is_not_in_the_pile():
    text = document(WIRE, file="a.txt", outlet="Northern Post", agency="Northern News Agency")
    found = pipeline.settle([text], [pipeline.annotate(text)], (), "test")
    agency = next(o for o in found.origins if o.kind == "agency")
    assert agency.name == "Northern News Agency"
    assert any(e.upstream == agency.id and e.manner == "syndicates" for e in found.derivations)


@pytest.mark.parametrize(("others", "manner"), [(8, "cites"), (1, "paraphrases")])
def test_an_account_retells_an_agency_to_which_it_credits_three_tenths_of_its_sentences_and_else_cites_it(others, manner):
    wire = ["Nine dockers were hurt", "The ferry had been moored since noon", "Two cranes were shut down"]
    named = ["Maria Stelzer", "Jan Velis", "Piet Anders", "Livia Vukasin", "Anna Lind", "Imre Kos", "Tom Weller", "Rana Khatib"]
    text = "".join(f"{said}, Northern News Agency reported.\n" for said in wire)
    text += "".join(f"{name} said pier {n} was closed.\n" for n, name in enumerate(named[:others], 2))
    made = case(("a.txt", "Lake Gazette", text, "2024-05-03"))
    agency = next(o.id for o in made.origins if o.name == "Northern News Agency")
    assert [e.manner for e in made.derivations if e.upstream == agency] == [manner]


def test_texts_on_different_matters_share_nothing(copied):
    tram = next(d.id for d in copied.documents if d.file == "c.txt")
    assert not any(tram in (p.left.document, p.right.document) for p in copied.passages)


def origin_names(made, words):
    """Who is behind the claims with these words, by the file they stand in."""
    names, files = {o.id: o.name for o in made.origins}, {d.id: d.file for d in made.documents}
    return {files[c.span.document]: names[c.origin] for c in made.claims if words in c.span.text}


def test_who_spoke_to_a_paper_is_that_papers_finding_there_and_wherever_it_is_repeated():
    told = "The nurse Livia Vukasin told Island Ledger that 710 people had been on the quay.\n"
    more = "The quay had been closed since Tuesday because of loose bollards.\nA tram line will follow it one day.\n"
    made = case(
        ("a.txt", "Island Ledger", told + more, "2024-05-03"),
        ("b.txt", "Lake Gazette", told + more + OTHER, "2024-05-04"),
    )
    assert origin_names(made, "710 people") == {"a.txt": "Island Ledger", "b.txt": "Island Ledger"}


def test_pages_that_say_alike_in_short_words_of_their_own_are_not_taken_for_one():
    made = case(
        ("a.txt", "Northern Post", "The road into town would be shut for four days.\n" + OTHER, "2024-05-03"),
        (
            "b.txt",
            "Lake Gazette",
            "The mayor Piet Anders said drivers would find the road closed for four days.\n",
            "2024-05-03",
        ),
    )
    assert origin_names(made, "road into town would be") == {"a.txt": "Northern Post"}


def test_a_model_does_not_get_its_origin_from_whom_its_copy_names():
    named = WIRE.replace("killing three dockers.", "killing three dockers, the police officer Jan Velis said.")
    made = case(("a.txt", "Northern Post", WIRE, "2024-05-03"), ("b.txt", "Lake Gazette", named, "2024-05-04"))
    assert origin_names(made, "A crane fell")["a.txt"] == "Northern Post"


def test_one_medium_that_is_cited_once_is_not_behind_all_who_are_left_unnamed():
    text = (
        "A witness told Radio Vesta that the crane had swung in the wind.\n"
        "At noon the doctors said twelve people were hurt. Officials said the port was closed. "
        "Port director Maria Stelzer said the brakes failed.\n"
        "Fire chief Jan Velis said the wreck was burning. Mayor Piet Anders said he was shocked. Officers said nobody was held.\n"
    )
    made = case(("a.txt", "Northern Post", text, "2024-05-03"))
    assert origin_names(made, "twelve people")["a.txt"] == "Northern Post"


def test_an_agency_is_the_page_in_the_pile_that_goes_by_its_initials():
    wire = "LINDAU (BNA) - A crane fell onto a moored ferry in the port of Lindau Bay on Friday evening.\n"
    told = "Nine dockers were hurt, according to Brona News Agency.\n"
    made = case(("a.txt", "BNA", wire, "2024-05-03"), ("b.txt", "Lake Gazette", told, "2024-05-04"))
    assert origin_names(made, "Nine dockers") == {"b.txt": "BNA"}


def test_an_agency_that_signs_by_its_initials_is_itself():
    made = case(("a.txt", "Norda Press", "LINDAU (NP) - A crane fell onto a moored ferry on Friday evening.\n", "2024-05-03"))
    assert {o.name for o in made.origins} == {"Norda Press"}


def test_a_witness_of_a_paper_that_prints_a_wire_is_the_papers():
    printed = "By BNA\n\n" + WIRE + "Vera Lasko, who runs a kiosk, told the Courier that she had heard three shots.\n"
    printed += "“Then everybody lay down,” Lasko said.\n"
    made = case(("a.txt", "Tesna Courier", printed, "2024-05-03"))
    assert origin_names(made, "three shots") == origin_names(made, "everybody lay down") == {"a.txt": "Tesna Courier"}


def test_who_told_this_newspaper_told_the_page():
    text = "A clerk, Oto Brandl, told this newspaper that the gate had been open.\n"
    made = case(("a.txt", "Northern Post", text, "2024-05-03"))
    assert origin_names(made, "gate had been open") == {"a.txt": "Northern Post"}


def test_what_somebody_says_that_the_unnamed_reported_is_that_ones():
    text = (
        "The mayor Piet Anders told Radio Vesta that the road was open.\n"
        "Families had reported 13 people missing, the fire chief Jan Velis said.\n"
    )
    made = case(("a.txt", "Northern Post", text, "2024-05-03"))
    assert origin_names(made, "13 people missing") == {"a.txt": "Jan Velis"}


def test_police_who_told_a_paper_something_are_not_all_that_police_say():
    text = "Two police officers told the Lake Gazette that 13 people were missing.\nPolice said the road was open.\n"
    made = case(("a.txt", "Northern Post", text, "2024-05-03"), ("b.txt", "Lake Gazette", OTHER, "2024-05-02"))
    assert origin_names(made, "the road was open") == {"a.txt": "police"}


def test_two_pages_that_share_a_run_of_words_with_two_figures_have_one_origin():
    first = "Six people, including two members of staff, died after the night train left the rails near Orsholm.\n"
    second = "Six people, including two members of staff, perished in the derailment outside Orsholm on Friday.\n"
    made = case(("a.txt", "Northern Post", first, "2024-05-03"), ("b.txt", "Lake Gazette", second + OTHER, "2024-05-04"))
    assert len({c.origin for c in made.claims if "Six people" in c.span.text}) == 1


def test_a_plural_that_opens_a_sentence_is_nobody_by_name():
    text = "Families had reported five people missing.\nThe search went on all night.\n"
    made = case(("a.txt", "Northern Post", text, "2024-05-03"))
    assert {o.name for o in made.origins} == {"Northern Post"}


def test_a_station_that_was_told_is_the_origin_though_it_is_not_in_the_pile():
    text = "Beds were found for 46 people, the mayor Piet Anders told Channel Nine. Channel Nine is a television station.\n"
    made = case(("a.txt", "Northern Post", text, "2024-05-03"))
    assert origin_names(made, "Beds were found") == {"a.txt": "Channel Nine"}


def test_what_a_page_says_in_its_metadata_is_a_stated_edge_to_the_page_at_that_address(tmp_path):
    html = "<html><head><title>{t}</title>{h}</head><body><article><h1>{t}</h1>{p}</article></body></html>"
    story = "".join(f"<p>{line}</p>" for line in WIRE.splitlines())
    own, said = '<meta property="og:url" content="https://{}">', '<meta name="{}-source" content="{}">'
    heads = {
        "a": own.format("north.example/1"),
        "b": own.format("lake.example/2") + said.format("syndication", "http://north.example/1/"),
        "c": own.format("bay.example/3") + said.format("original", "https://radio.example/9"),
    }
    for name, head in heads.items():
        text = story if name != "c" else "<p>The city council will vote on a new tram line along the quay next month.</p>" * 2
        (tmp_path / f"{name}.html").write_text(html.format(t=f"Crane falls on ferry {name}", h=head, p=text), "utf-8")
    made = api.settle_files([tmp_path])
    files, origins = {d.id: d.file for d in made.documents}, {o.id: o for o in made.origins}
    stated = {
        (files.get(origins[e.upstream].document or "") or origins[e.upstream].name, files[e.downstream], e.manner)
        for e in made.derivations
        if any("metadata" in v.why for v in e.evidence)
    }
    assert stated == {("a.html", "b.html", "syndicates"), ("radio.example", "c.html", "cites")}


TOLD = (
    "A cargo plane with 19 people on board crashed into a flour mill two kilometres short of the runway at Halden on Wednesday.\n"
    "The crew had reported a failure of the left engine four minutes before contact was lost, the aviation authority said.\n"
    "Stefan Orel, who lives next to the mill, saw the plane trailing smoke.\n"
    "Five survivors were taken to the hospital in Halden, two of them in critical condition.\n"
    "More than 120 firefighters fought the flames, which had been brought under control at about 4 a.m.\n"
    "The plane had passed a full inspection in March.\n"
)
RETOLD = (
    "Before Halden airport a transport plane smashed on Wednesday into a mill for flour, two kilometres from the runway.\n"
    "Four minutes earlier, a failure of its left engine had been reported by the crew, according to the aviation authority.\n"
    "Smoke was trailing from the plane that Stefan Orel, a neighbour of the mill, saw.\n"
    "In critical condition are two of five survivors whom the Halden hospital took in.\n"
    "Flames were under control at 4 a.m.; 120 firefighters had fought them.\n"
    "In March a full inspection had been passed.\n"
)


def test_an_account_that_tells_all_of_another_in_its_own_words_derives_from_it():
    found = case(("a.txt", "Northern Post", TOLD, "2024-05-03"), ("b.txt", "Lake Gazette", RETOLD, "2024-05-04"))
    origins, files = {o.id: o for o in found.origins}, {d.id: d.file for d in found.documents}
    edges = [(e.upstream, e.downstream, e.manner) for e in found.derivations if origins[e.upstream].document]
    assert [(files[origins[up].document], files[down], manner) for up, down, manner in edges] == [
        ("a.txt", "b.txt", "paraphrases")
    ]


def test_the_same_day_told_by_two_who_worked_alone_makes_no_copy():
    alone = (
        "Ada Lind had just left the ward when the sky above Halden turned orange.\n"
        "The nurse heard no engine; nothing burned, she said, until it fell on the mill.\n"
        "A watchman counted 22 people on the loading list of the plane.\n"
        "The mayor said the town had asked the airport three times for another flight path.\n"
        "Eleven bodies lay under blankets in the yard before midnight.\n"
    )
    found = case(("a.txt", "Northern Post", TOLD, "2024-05-03"), ("b.txt", "Halden Courier", alone, "2024-05-04"))
    assert not [e for e in found.derivations if e.upstream in {o.id for o in found.origins if o.document}]


def test_a_copy_that_lost_a_speakers_name_adds_nobody_to_him():
    model = (
        "The quay wall gave way under the cranes at noon on Monday.\n"
        "Seven dockers drowned before anyone could reach them, union leader Marek Velis said.\n"
        "The owner, Ana Holt, told Radio Sund that nobody had warned her, and told Radio Sund that she would resign.\n"
    )
    copy = model.replace("union leader Marek Velis", "the leader of the union")
    made = case(("a.txt", "Northern Post", model, "2024-05-03"), ("b.txt", "Lake Gazette", copy, "2024-05-04"))
    names = {o.id: o.name for o in made.origins}
    assert {names[c.origin or ""] for c in made.claims if "drowned" in c.span.text} == {"Marek Velis"}


def test_who_told_an_agency_by_its_initials_told_the_page_that_is_its():
    wire = "A crane fell in Lindau Bay on Monday. The owner, Nordhafen, told CNS that nobody was on it.\n"
    made = case(
        ("a.txt", "Coastal News Service", WIRE, "2024-05-03"),
        ("b.txt", "Northern Post", wire, "2024-05-04"),
    )
    (own,) = (o.id for o in made.origins if o.name == "Coastal News Service")
    assert {c.origin for c in made.claims if "nobody was on it" in c.span.text} == {own}

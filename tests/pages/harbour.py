"""A case made by hand: a fire in a harbour, told by three accounts, one of which retells another's film."""

from rashomon.model import (
    Block,
    Case,
    Claim,
    Decision,
    Derivation,
    Document,
    Entity,
    Evidence,
    Happening,
    Hop,
    Label,
    Membership,
    Mention,
    Omission,
    Origin,
    Passage,
    Point,
    Published,
    Quantity,
    Relation,
    Span,
    Stray,
    Value,
    Variant,
)

BEACON = (
    "Home | Weather\nFire at Eastport harbour kills 40\nAbout 40 people died when a warehouse burned, a docker told Channel 9.\n"
)
COURIER = (
    "At least 12 dead in Eastport blaze\nMayor Lena Orth said 12 bodies had been found. She denied that a warehouse burned.\n"
)
TIMES = (
    "The fire broke out on 3 March.\n"
    "Arsonists, the police claim, set it. \u202eEast Port\u202c is calm <script>alert(1)</script> & <b>closed</b>.\n"
)
"""The third holds what no page may let through: a tag, a script, and an order of letters that is not what it seems."""


def _document(key: str, text: str, outlet: str, roles: tuple[str, ...], **facts: object) -> Document:
    blocks, at = [], 0
    for line, role in zip(text.splitlines(), roles, strict=True):
        blocks.append(Block(start=at, end=at + len(line), role=role))
        at += len(line) + 1
    made = {"file": key + ".txt", "sha256": key * 8, "outlet": outlet, "language": "en", "blocks": tuple(blocks)}
    return Document(id=key, text=text, **{**made, **facts})  # type: ignore[arg-type]


beacon = _document("d1", BEACON, "Beacon", ("navigation", "headline", "paragraph"), authors=("Ada Moor",))
courier = _document("d2", COURIER, "Courier", ("headline", "paragraph"), agency="NPA")
times = _document("d3", TIMES, "Harbour Times", ("paragraph", "paragraph"))


def span(document: Document, words: str) -> Span:
    """Where these words stand first in a document."""
    start = document.text.index(words)
    return document.span(start, start + len(words))


def claim(document: Document, words: str, *chain: Hop, **facts: object) -> Claim:
    """A claim on these words; without a chain it is the outlet's own."""
    found = span(document, words)
    key = f"{document.id}.c{found.start}-{found.end}"
    hops = (*chain, Hop(name=document.name, kind="outlet"))
    said = {"attribution": key.replace(".c", ".a") if chain else None, "origin": "o1", "chain": hops}
    return Claim(id=key, span=found, **{**said, **facts})  # type: ignore[arg-type]


docker = Hop(name="a docker", kind="unnamed")
channel = Hop(name="Channel 9", kind="organisation", inferred=True, why="the headline names it")
mayor = Hop(name="Lena Orth", kind="person", entity="e2")

forty = claim(beacon, "About 40 people died", docker, channel)
burned = claim(beacon, "a warehouse burned", docker, channel)
twelve = claim(courier, "12 bodies had been found", mayor, origin="o2")
denied = claim(courier, "a warehouse burned", mayor, origin="o2", polarity="denied")
began = claim(times, "The fire broke out on 3 March", origin="o3")
arson = claim(times, "Arsonists, the police claim, set it", Hop(name="police", kind="group"), origin="o3", modality="alleged")

deaths = Point(
    id="p-deaths",
    question="How many people died?",
    kind="number",
    values=(
        Value(id="v1", text="about 40", low=36, high=44, origins=("o1",)),
        Value(id="v2", text="12 or more", low=12, high=None, origins=("o2",)),
    ),
    claims=(
        Membership(claim=forty.id, value="v1", quantity="d1.q1"),
        Membership(claim=twelve.id, value="v2", quantity="d2.q1"),
    ),
    relations=(
        Relation(
            left="v1",
            right="v2",
            relation="conflict",
            why="“About 40 people” begins above 12",
            spans=(span(beacon, "About 40 people"), span(courier, "12 bodies")),
        ),
    ),
    status="disputed",
    origins=("o1", "o2"),
)
warehouse = Point(
    id="p-warehouse",
    question="Did a warehouse burn?",
    kind="yes-no",
    values=(Value(id="v1", text="yes", origins=("o1",)), Value(id="v2", text="no", origins=("o2",))),
    claims=(Membership(claim=burned.id, value="v1"), Membership(claim=denied.id, value="v2")),
    relations=(Relation(left="v1", right="v2", relation="denial", why="the mayor rejects it"),),
    status="disputed",
    origins=("o1", "o2"),
)
set_ = Point(
    id="p-set",
    question="Was the fire set?",
    kind="yes-no",
    values=(Value(id="v1", text="yes", origins=("o3",)),),
    claims=(Membership(claim=arson.id, value="v1"),),
    origins=("o3",),
)
start = Point(
    id="p-start",
    question="When did the fire break out?",
    kind="when",
    values=(Value(id="v1", text="3 March", origins=("o3",)),),
    claims=(Membership(claim=began.id, value="v1"),),
    status="single",
    origins=("o3",),
)

case = Case(
    format="rashomon-case/1",
    version="9.9",
    recipe=("mentions 9.9", "en_model 1.0"),
    documents=(
        beacon,
        courier,
        _document(
            "d3",
            TIMES,
            "Harbour Times",
            ("paragraph", "paragraph"),
            published=Published(
                value="2021-03",
                earliest="2021-03-01",
                latest="2021-03-31",
                evidence=(span(times, "3 March"), span(courier, "Eastport")),
                why="it names March",
            ),
        ),
    ),
    mentions=(Mention(id="d3.m1", span=span(times, "Arsonists"), kind="group", form="descriptor", entity="e3"),),
    entities=(
        Entity(
            id="e1",
            kind="place",
            name="Eastport",
            variants=(
                Variant(text="Eastport", document="d1", count=1),
                Variant(text="Eastport", document="d2", count=1),
                Variant(text="East Port", document="d3", count=1),
            ),
            known_as=("one name with and without its space",),
        ),
        Entity(id="e2", kind="person", name="Lena Orth", variants=(Variant(text="Lena Orth", document="d2", count=1),)),
        Entity(id="e3", kind="group", name="those who set the fire"),
    ),
    quantities=(
        Quantity(id="d1.q1", span=span(beacon, "About 40 people"), kind="count", value=40, low=36, high=44, unit="people"),
        Quantity(id="d2.q1", span=span(courier, "At least 12 dead"), kind="count", value=12, low=12, unit="people"),
    ),
    claims=(forty, burned, twelve, denied, began, arson),
    points=(start, set_, warehouse, deaths),
    origins=(
        Origin(id="o1", name="Channel 9 film", kind="work"),
        Origin(id="o2", name="Courier", kind="document", document="d2"),
        Origin(id="o3", name="Harbour Times", kind="document", document="d3"),
    ),
    derivations=(
        Derivation(
            id="d1<o1",
            upstream="o1",
            downstream="d1",
            manner="paraphrases",
            evidence=(Evidence(kind="stated", spans=(span(beacon, "told Channel 9"),), why="the text says so"),),
        ),
        Derivation(id="d3<o2", upstream="o2", downstream="d3", manner="quotes", direction="undecided"),
        Derivation(id="d2<o3", upstream="o3", downstream="d2", manner="cites"),
    ),
    passages=(
        Passage(
            left=span(beacon, "a warehouse burned"),
            right=span(courier, "a warehouse burned"),
            kind="verbatim",
            changes=("speaker",),
        ),
    ),
    timeline=(
        Happening(id="h1", earliest="2021-03-03", latest="2021-03-03", precision="day", text="The fire", claims=(began.id,)),
        Happening(id="h2", earliest=None, latest="2021-03-02", precision="bound", text="The fire", conflicts=("h1",)),
        Happening(id="h3", earliest=None, latest=None, precision="unknown", text="The inquiry"),
    ),
    labels=(
        Label(id="d3.l1", span=span(times, "Arsonists"), head="arsonist", voice="reported", mention="d3.m1"),
        Label(id="d1.l1", span=span(beacon, "a docker"), head="docker", voice="own", entity="e3"),
    ),
    omissions=(
        Omission(point="p-deaths", document="d3", kind="silent"),
        Omission(point="p-start", document="d1", kind="could not know yet"),
    ),
    decisions=(
        Decision(
            id="x1",
            question="same-point",
            subject=(forty.id, twelve.id),
            answer="no",
            author="A. Editor",
            made_at="2021-04-01T10:00:00Z",
        ),
        Decision(
            id="x2",
            question="same-point",
            subject=(twelve.id, forty.id),
            answer="yes",
            author="A. Editor",
            made_at="2021-04-01T11:00:00Z",
        ),
        Decision(id="x3", question="note", subject=("gone",), answer="call", author="A. Editor", made_at="2021-04-01T12:00:00Z"),
    ),
    strays=(Stray(decision="x3", why="nothing stands any more where gone stood"),),
)
"""The case: two disputed points, one undisputed, and one on which a single voice speaks."""

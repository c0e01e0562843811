"""One body or person under two names counts once; two people do not become one."""

from rashomon.model import Hop, Origin
from rashomon.relate import bodies
from tests.factory import document


def origin(name: str, kind: str = "outlet") -> Origin:
    return Origin(id=f"o:{name}", name=name, kind=kind)


def same(*origins: Origin, hops: dict[str, list[Hop]] | None = None, documents=None) -> dict[str, str]:
    return bodies.same(origins, hops or {}, documents or {}, {})


def test_a_body_counts_as_the_longer_name_that_ends_like_its_own():
    assert same(origin("coalition"), origin("Northern coalition")) == {"o:coalition": "o:Northern coalition"}


def test_an_abbreviation_counts_as_the_name_it_stands_for():
    assert same(origin("HWU"), origin("Harbour Workers Union")) == {"o:HWU": "o:Harbour Workers Union"}


def test_a_short_name_that_fits_two_bodies_stays_itself():
    assert same(origin("coalition"), origin("Northern coalition"), origin("Southern coalition")) == {}


def test_a_name_in_a_translators_spelling_is_the_same_person():
    assert same(origin("Amina Moravec", "person"), origin("Amina Morawetz", "person")) == {"o:Amina Morawetz": "o:Amina Moravec"}


def test_two_people_of_one_first_name_stay_two():
    assert same(origin("Anton Solberg", "person"), origin("Anton Zelnik", "person")) == {}


def test_a_spokesman_counts_as_the_body_for_which_he_speaks():
    text = document("Jan Velis, a spokesman for the Harbour Council, said nobody was hurt.\n")
    hop = Hop(name="Jan Velis", kind="person", span=text.span(0, 9))
    found = same(origin("Jan Velis", "person"), origin("Harbour Council"), hops={"o:Jan Velis": [hop]}, documents={text.id: text})
    assert found == {"o:Jan Velis": "o:Harbour Council"}


def test_a_former_spokesman_speaks_for_himself():
    text = document("Jan Velis, a former spokesman for the Harbour Council, said nobody was hurt.\n")
    hop = Hop(name="Jan Velis", kind="person", span=text.span(0, 9))
    people = origin("Jan Velis", "person"), origin("Harbour Council")
    assert same(*people, hops={"o:Jan Velis": [hop]}, documents={text.id: text}) == {}


def test_a_minister_counts_as_the_ministry():
    text = document("The transport minister, Jan Velis, said nobody was hurt.\n")
    hop = Hop(name="Jan Velis", kind="person", span=text.span(0, 33))
    ministry = origin("Transport Ministry")
    found = same(origin("Jan Velis", "person"), ministry, hops={"o:Jan Velis": [hop]}, documents={text.id: text})
    assert found == {"o:Jan Velis": "o:Transport Ministry"}


def test_its_director_counts_as_the_body_named_before_him():
    text = document(
        "Kolin Air denied it. The log was forged, its director, Jan Velis, said by telephone. Its guest, Ada Lind, saw it.\n"
    )
    director, guest = (text.span(start := text.text.index(name), start + len(name)) for name in ("its director", "Ada Lind"))
    hops = {
        "o:Jan Velis": [Hop(name="Jan Velis", kind="person", span=director)],
        "o:Ada Lind": [Hop(name="Ada Lind", kind="person", span=guest)],
    }
    people = origin("Jan Velis", "person"), origin("Ada Lind", "person")
    assert same(*people, origin("Kolin Air"), hops=hops, documents={text.id: text}) == {"o:Jan Velis": "o:Kolin Air"}


def test_whoever_bears_a_rank_of_the_police_counts_as_the_police_that_say_the_same():
    text = document("The crane fell at nine, police inspector Ole Brandt said. Ida Moen saw it.\n")
    hop = Hop(name="Ole Brandt", kind="person", span=text.span(24, 51))
    assert hop.span.text == "police inspector Ole Brandt"
    people = origin("Ole Brandt", "person"), origin("regional police")
    assert same(*people, hops={"o:Ole Brandt": [hop]}, documents={text.id: text}) == {"o:Ole Brandt": "o:regional police"}


def test_of_two_forces_nobody_knows_whose_inspector_he_is():
    text = document("The crane fell at nine, police inspector Ole Brandt said.\n")
    hop = Hop(name="Ole Brandt", kind="person", span=text.span(24, 51))
    people = origin("Ole Brandt", "person"), origin("harbour police"), origin("city police")
    assert same(*people, hops={"o:Ole Brandt": [hop]}, documents={text.id: text}) == {}


def test_the_military_and_the_army_are_one():
    assert same(origin("army"), origin("military")) == {"o:military": "o:army"}


def test_a_name_that_is_the_tail_of_one_longer_name_is_that_one():
    short, long = origin("Harbour Forces"), origin("Northern Harbour Forces")
    assert bodies.in_full([short, long]) == {"o:Harbour Forces": long}
    assert bodies.in_full([short, long, origin("Southern Harbour Forces")]) == {}
    assert bodies.in_full([origin("Forces"), long]) == {}

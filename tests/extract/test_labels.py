from tests import factory


def labels(text):
    document = factory.document(text)
    return factory.found(document, "mentions", "quantities", "times", "quotations", "attributions", "claims", "labels").labels


def test_a_phrase_for_people_is_a_label_and_a_bare_name_is_none():
    assert [(x.span.text, x.head) for x in labels("Masked gunmen fled from Mombasa.")] == [("Masked gunmen", "gunman")]


def test_a_name_with_a_word_of_judgement_before_it_is_a_label():
    (label,) = labels("The US-backed Nordhavn Relief Committee sent boats.")
    assert label.span.text == "US-backed Nordhavn Relief Committee"


def test_a_label_knows_in_whose_voice_it_stands():
    found = {x.span.text: x.voice for x in labels('Anna Brandt said: "The terrorists ran away." The rebels were seen again.')}
    assert found == {"terrorists": "quoted", "rebels": "own"}
    assert {x.voice for x in labels("Anna Brandt said that the terrorists ran away.")} == {"reported"}


def test_what_people_do_is_no_label():
    assert labels("Two drivers and a journalist waited.") == ()


def test_a_label_that_a_report_of_speech_quotes_is_quoted():
    (label,) = labels('Anna Brandt said that the "masked gunmen" had run away.')
    assert label.voice == "quoted"


def test_what_a_side_calls_somebody_is_a_label_in_its_words_and_what_it_is_called_itself_in_the_page_s():
    found = {x.span.text: x.voice for x in labels("Rebels called the mayor a butcher and the council his mouthpiece.")}
    assert found == {"Rebels": "own", "butcher": "reported", "mouthpiece": "reported"}

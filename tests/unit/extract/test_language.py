"""Which language a text is read in."""

import pytest

from pipeline.core.extract import language


@pytest.mark.parametrize(
    "text",
    [
        "Bank of Japan leaves rates unchanged",
        "Peter van den Berg wins the Amsterdam Open",
        "SOCCER - LATE STRIKE LIFTS VALENCIA TO TOP OF SPANISH LEAGUE.\nMadrid 2004-11-07",
        "The talks between Jean-Luc Dupont, Hans Müller and José García in Köln and São Paulo have ended.",
        "Anna Lind left Oslo.",
        "Real Betis 2 Deportivo 1",
        "J. Moe c Van Wyk b Dahl 12\nK. Berg lbw b Nel 3\nS. Haug not out 40\nL. Vik run out 7\nP. Lie b Nel 0",
        "Results of English premier league matches on Saturday:\nArsenal 2 Leicester 1\nLeeds 0 Derby 0",
    ],
)
def test_english(text):
    assert language.detect(text) == "en"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Le président a déclaré mardi que les négociations reprendraient à Genève la semaine prochaine."),
        ("de", "Die Verhandlungen sollen in der nächsten Woche fortgesetzt werden, sagte ein Sprecher am Dienstag."),
        ("es", "El presidente dijo el martes que las negociaciones se reanudarán la próxima semana en Ginebra."),
        ("nl", "De onderhandelingen worden volgende week hervat, zei een woordvoerder dinsdag in Den Haag."),
        ("fi", "Neuvottelut jatkuvat ensi viikolla, kertoi ministeriön tiedottaja tiistaina lehdistölle Helsingissä."),
        ("pl", "Negocjacje zostaną wznowione w przyszłym tygodniu, powiedział we wtorek rzecznik ministerstwa."),
        ("ru", "Переговоры возобновятся на следующей неделе, сообщил представитель министерства."),
        ("fa", "مذاکرات هفته آینده از سر گرفته خواهد شد"),
    ],
)
def test_other_languages(code, text):
    assert language.detect(text) == code


@pytest.mark.parametrize("text", ["", " \n", "123 456", "!?"])
def test_a_text_without_letters_has_no_language(text):
    assert language.detect(text) is None


@pytest.mark.parametrize(("tag", "code"), [("en-GB", "en"), ("EN_us", "en"), (" fr ", "fr")])
def test_tags(tag, code):
    assert language.normalise(tag) == code

"""Short articles between lists of headlines: two sentences that are a good part of the article stay."""

# ruff: noqa: E501 - a paragraph is a line

import pytest

from pipeline.core.clean import Caution, Cleaner

CLEANERS = {caution: Cleaner(caution=caution) for caution in Caution}
# What stands between two lists, "-" before the lines that are none of the article.
ARTICLES = {
    "de": """Fähre nach Norderau fährt wieder
Die Fähre zwischen Küstrup und der Insel Norderau fährt seit Montag wieder, nachdem ein Taucher das Seil aus der Schraube geschnitten hat.
Kapitän Jens Brodersen sprach von einer langen Woche.
-Lesen Sie auch
-Minister tritt nach Spendenaffäre zurück
Die Inselbewohner hatten ihre Post mit dem Ruderboot geholt.
Ein zweites Schiff soll im Herbst folgen.
-Das könnte Sie auch interessieren
-Warum Brot in diesem Winter teurer wird
-Die Brücke öffnet nach neun Monaten""",
    "en": """Council closes the old fish market
The council of Marlow Bay voted on Tuesday to close the old fish market before the end of the year, and with it a trade of more than a century.
Councillor Martha Velling said the roof was no longer safe.
-Read also
-Minister resigns over hidden loans
Traders told a meeting that nobody had offered them another place.
The plan will be published in March.
-You may also like
-Bridge reopens after nine months
-Why bread costs more this winter""",
    "es": """La biblioteca de Villamar abrirá también los domingos
La biblioteca municipal de Villamar abrirá también los domingos a partir de octubre, tras una petición firmada por más de dos mil vecinos.
El concejal Tomás Arce agradeció la paciencia de los lectores.
-Lea también
-La feria del libro cambia de plaza
Los estudiantes habían pedido además una sala abierta hasta la medianoche.
La sala costará doce mil euros al año.
-Te puede interesar
-El tren de la costa vuelve en mayo
-Cinco recetas con castañas""",
    "fr": """La piscine de Saint-Aubin rouvre ses portes
La piscine municipale de Saint-Aubin rouvre mercredi après onze mois de travaux, ont annoncé les services de la ville dans un communiqué.
La maire, Odile Ferrand, a promis des tarifs inchangés.
-À lire aussi
-Le ministre démissionne après l'affaire des prêts
Les clubs de natation avaient loué un bassin à trente kilomètres de là.
Le toit sera refait l'an prochain.
-Vous aimerez aussi
-Le pont rouvre au bout de neuf mois
-Pourquoi le pain coûte plus cher""",
    "pt": """Câmara fecha o mercado velho de Lagoa
A câmara de Lagoa decidiu na terça-feira fechar o mercado velho antes do fim do ano, o que acaba com uma tradição de mais de um século.
A vereadora Marta Simões disse que o telhado já não era seguro.
-Leia também
-Ministro demite-se por causa de empréstimos
Os vendedores disseram que ninguém lhes ofereceu outro lugar.
O plano será publicado em março.
-Veja também
-A ponte reabre nove meses depois
-Porque o pão custa mais neste inverno""",
    "ru": """Старый рыбный рынок в Приморске закроют
Городской совет Приморска решил во вторник закрыть старый рыбный рынок до конца года, хотя он работал здесь больше века.
Депутат Марта Веллина сказала, что крыша стала опасной.
-Читайте также
-Министр ушёл в отставку из-за займов
Торговцы рассказали, что другого места им никто не предложил.
План опубликуют в марте.
-Вам может быть интересно
-Мост откроют через девять месяцев
-Почему хлеб этой зимой дороже""",
}


@pytest.mark.parametrize("language", sorted(ARTICLES))
@pytest.mark.parametrize("caution", [Caution.CAUTIOUS, Caution.BALANCED])
def test_sentences_between_two_lists_stay(language: str, caution: Caution) -> None:
    lines = ARTICLES[language].split("\n")
    kept = CLEANERS[caution].clean("\n\n".join(line.lstrip("-") for line in lines)).text.split("\n\n")
    assert [line for line in lines if line[0] != "-" and line not in kept] == []


@pytest.mark.parametrize("language", ["es", "fr", "pt"])
def test_they_stay_at_thorough_as_well(language: str) -> None:
    lines = ARTICLES[language].split("\n")
    kept = CLEANERS[Caution.THOROUGH].clean("\n\n".join(line.lstrip("-") for line in lines)).text.split("\n\n")
    assert [line for line in lines if line[0] != "-" and line not in kept] == []

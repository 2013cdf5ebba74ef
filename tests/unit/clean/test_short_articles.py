"""Short articles with lists of headlines: two sentences that are a good part of the article stay."""

# ruff: noqa: E501 - a paragraph is a line

from collections.abc import Callable

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


# Articles of nothing but short sentences, most of which look like clutter one by one, above a list.
TERSE = {
    "de": """Zugverkehr an der Küste ruht
Zwischen Emden und Leer fahren seit dem Morgen keine Züge.
Ein Baum war auf die Oberleitung gestürzt.
Die Bahn setzt Busse ein.
Am Abend soll die Strecke wieder frei sein.
-© 2026 Küstenbote
-Impressum""",
    "de, speech": """Hund findet nach sechs Wochen heim
Sechs Wochen lang war die Hündin Frieda verschwunden, am Sonntag saß sie vor der Haustür in Wiesmoor.
„Sie war dünn, aber fröhlich“, sagte ihre Besitzerin.
Wo sie war, weiß niemand.
Ein Tierarzt gab Entwarnung.
-Das könnte Sie auch interessieren
-Kater fährt im Bus mit
-Warum Hunde im Schlaf bellen""",
    "en": """Lighthouse keeper retires at 81
The last lighthouse keeper of Skerry Head handed over his keys on Friday after 44 winters on the rock.
He did not want a party.
A machine now does the work.
The lamp will be tested in June.
-More from Local
-Ferry strike ends after talks
-Sign up for our newsletter""",
    "fr": """Le marché couvert change de place
Le marché de Kerlan s'installe à partir de novembre dans l'ancienne fonderie, le temps des travaux sur la place.
Les commerçants sont soulagés.
Le toit ne fuit pas et il y a l'électricité.
Les travaux dureront jusqu'en mai.
-Lire aussi
-La tempête arrache le toit d'une école
-S'inscrire à la newsletter""",
    "ja": """海辺の灯台、81歳の灯台守が引退
岬の灯台で44年間働いた最後の灯台守が金曜日、鍵を市に返した。
祝う会は開かれなかった。
今後は機械が代わりを務める。
灯は6月に点検される予定だ。
-関連記事
-フェリーのストライキが終結""",
    "nl": """Zwembad De Golf dicht na lekkage
Zwembad De Golf in Zoutdam blijft zeker twee weken dicht nadat er dinsdag een leiding was gesprongen.
Niemand raakte gewond.
De zwemlessen gaan door in Oostkapelle.
Abonnementen worden verlengd.
-Lees ook
-Burgemeester stapt op
-Deel dit artikel""",
}
ALL = ARTICLES | {f"{language}, terse": article for language, article in TERSE.items()}


def lost(lines: list[str], caution: Caution) -> list[str]:
    """The article's lines that are not kept as lines."""
    kept = CLEANERS[caution].clean("\n\n".join(line.lstrip("-") for line in lines)).text.split("\n\n")
    return [line for line in lines if line[0] != "-" and line not in kept]


def lost_in_one_line(lines: list[str], caution: Caution) -> list[str]:
    """The article's lines that are not kept whole where all stand in one."""
    kept = CLEANERS[caution].clean(" ".join(line.lstrip("-") for line in lines)).text.replace("\n\n", " ")
    return [line for line in lines if line[0] != "-" and line not in kept]


@pytest.mark.parametrize("name", sorted(ALL))
@pytest.mark.parametrize("caution", list(Caution))
@pytest.mark.parametrize("losing", [lost, lost_in_one_line])
def test_sentences_of_a_short_article_stay(
    losing: Callable[[list[str], Caution], list[str]], name: str, caution: Caution
) -> None:
    lines = ALL[name].split("\n")
    assert losing(lines, caution) == []
    assert losing([line for line in lines if line[0] != "-"], caution) == []


def test_short_sentences_of_a_dense_script_are_an_article() -> None:
    cleaned = CLEANERS[Caution.BALANCED].clean(TERSE["ja"].replace("\n-", "\n"))
    assert cleaned.marks == ()
    assert cleaned.removed[0].text == "関連記事"

"""French."""

from pipeline.core.languages.language import Language, words

LANGUAGE = Language(
    code="fr",
    name="French",
    stop_words=words(
        """
        le la les un une des du de et ou mais donc que qui dans sur avec pour par est sont été était ont pas ne
        se ce cette ces son sa ses leur leurs il elle ils elles nous au aux en plus a dit
        """
    ),
    page_words=words(
        """
        lire aussi articles liés partager suivez abonnez commentaire commentaires réservés mentions légales
        accueil recherche publicité thèmes inscription connexion lettre
        """
    ),
)

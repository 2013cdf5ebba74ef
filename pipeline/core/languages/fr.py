"""French."""

from pipeline.core.languages.language import Language, phrases, words

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
    months=words(
        """
        janvier janv jan février févr fév fev mars mar avril avr mai juin juillet juil août aout septembre sept sep
        octobre oct novembre nov décembre déc dec
        """
    ),
    weekdays=words("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    abbreviations=words(
        """
        m mm mme mmes mlle dr pr me st ste etc cf av apr env tél no n° p pp vol éd fig janv févr avr juil sept oct
        nov déc ex c.-à-d s.a
        """
    ),
    byline_openings=phrases(
        """
        par, écrit par, publié par, rédigé par, propos recueillis par, texte, auteur, un article de, une enquête de
        """
    ),
    name_joins=phrases("et, avec"),
    roles=phrases(
        """
        journaliste, correspondant, correspondante, envoyé spécial, envoyée spéciale, rédacteur, rédactrice,
        rédacteur en chef, reporter, chroniqueur, chroniqueuse, éditorialiste, rédaction
        """
    ),
    date_openings=phrases(
        """
        publié, publié le, mis à jour, mis à jour le, mise à jour, modifié le, posté le, le, actualisé le
        """
    ),
    sections=phrases(
        """
        actualités, actualité, politique, économie, sport, sports, football, culture, monde, international, société,
        opinion, opinions, débats, idées, tribune, éditorial, sciences, santé, planète, environnement, médias, faits
        divers, régions, france, europe, afrique, tech, technologie, cinéma, musique, à la une, accueil, chronique,
        justice, éducation, bourse, finance, entreprises
        """
    ),
    labels=phrases(
        """
        archives, archive, photo, image, vidéo, direct, exclusif, analyse, opinion, entretien, reportage, enquête,
        tribune, correction, note, source, crédit, publicité, légende, récit, portrait, décryptage
        """
    ),
    furniture_lines=phrases(
        """
        publicité, photo, photos, image, images, vidéo, vidéos, légende, faq, foire aux questions, menu, recherche,
        rechercher, partager, partager l'article, imprimer, commentaires, commenter, s'abonner, abonnez-vous, se
        connecter, connexion, lire la suite, lire aussi, à lire aussi, newsletter, sommaire, mentions légales, tous
        droits réservés, contact, aller au contenu, écouter l'article, ajouter à vos favoris, copier le lien, en
        continu, fermer
        """
    ),
    furniture_openings=phrases(
        """
        abonnez-vous, inscrivez-vous, lire aussi, à lire aussi, à lire, lire la suite, partager sur, partager cet,
        photo:, crédit photo, tous droits, suivez-nous, recevez, article réservé, cet article est, connectez-vous,
        newsletter
        """
    ),
    agencies=phrases(
        """
        AFP, Agence France-Presse, Agence France Presse, ATS, Belga, Reuters, AP, La Presse Canadienne, Presse
        Canadienne, PC, APS, MAP, TAP, ANP, Keystone-ATS, RTS, AIP, APA, PANA
        """
    ),
)

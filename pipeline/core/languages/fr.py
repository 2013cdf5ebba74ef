"""French."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.languages.speech import Speech

LANGUAGE = Language(
    code="fr",
    name="French",
    furniture_words=words(
        """
        abonn* inscri* lettre infolettre suivez partag* cliquez lire aussi regarder vidéo* publicité droits
        réservés voir télécharg* commentaire* plus photo* newsletter
        """
    ),
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
    place_leads=phrases("pour, à, en"),
    date_leads=phrases("le"),
    credit_openings=phrases("source, sources"),
    biography_words=phrases(
        """
        écrit, couvre, est journaliste, est correspondant, est correspondante, est rédacteur, est rédactrice, est
        chroniqueur, est chroniqueuse, est reporter, collabore, est un, est une
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
        Canadienne, APS, MAP, TAP, ANP, Keystone-ATS, RTS, AIP, APA, PANA
        """
    ),
    speech=Speech(
        verbs=words(
            """
            dit dit-il dit-elle déclare déclaré explique expliqué ajoute ajouté affirme affirmé assure assuré
            répond répondu réplique répliqué rétorque rétorqué lance lancé raconte raconté relaté relate
            témoigne témoigné confie confié estime estimé juge jugé précise précisé souligne souligné insiste
            insisté prévient prévenu annonce annoncé indique indiqué rappelle rappelé regrette regretté dénonce
            dénoncé critique critiqué plaisante plaisanté ironise ironisé conclut conclu poursuit poursuivi
            commente commenté promet promis soupire soupiré admet admis reconnaît reconnu demande demandé écrit
            martèle martelé peste pesté s'indigne s'inquiète s'exclame s'étonne s'agace s'emporte nuance nuancé
            tempère tempéré glisse glissé sourit qualifie qualifié évoque évoqué parle parlé appelle appelé
            résume résumé note noté observe observé plaide plaidé fustige fustigé avertit averti détaille
            détaillé argue clame clamé tweete tweeté lit-on disent déclarent expliquent affirment estiment dira
            justifie justifié salue salué tranche tranché
            """
        ),
        according=(
            "selon",
            "d’après",
            "d'après",
            "pour",
            "aux yeux de",
        ),
        pronouns={"il": "m", "elle": "f", "on": "", "ils": "m", "elles": "f", "je": "", "nous": ""},
        determiners=words(
            """
            le la les l' l’ un une des ce cette ces son sa ses leur leurs notre
            """
        ),
        roles=words(
            """
            pilote propriétaire commerçant commerçante client cliente auteur autrice réalisateur réalisatrice
            acteur actrice ingénieur économiste analyste commissaire colonel capitaine ministre président
            présidente maire député députée sénateur sénatrice porte-parole directeur directrice entraîneur
            joueur avocat avocate juge procureur délégué déléguée ouvrière ouvrier préfète préfet voisine voisin
            biologiste politologue chercheur chercheuse professeur femme homme dame patron patronne groupe
            entreprise syndicat gouvernement parti police association coéquipier homologue représentant
            représentante secrétaire chef éleveur passante passant automobiliste fils fille mère père frère sœur
            curé évêque pape roi reine général élu élue candidat candidate
            """
        ),
        prepositions=words(
            """
            de d' d’ du des à au aux avec pour par contre sur sous chez entre vers sans et dans en
            """
        ),
        passive=words(
            """
            été est
            """
        ),
        by="par",
        relative=words(
            """
            qui que dont
            """
        ),
        works=words(
            """
            film livre roman pièce chanson album exposition tableau série opéra magazine titre article émission
            métrage
            """
        ),
        female=words(
            """
            mme madame mlle ministre présidente maire députée sénatrice directrice préfète voisine femme dame
            mère fille sœur reine claire sonia nadia anne hélène camille yvonne julie annick marie nathalie
            isabelle sylvie catherine martine françoise christine
            """
        ),
        male=words(
            """
            m. monsieur m me président sénateur directeur préfet voisin homme père fils frère roi hubert étienne
            luc michel moussa jules paul karim bruno gérard thomas alain jean pierre philippe nicolas françois
            emmanuel jacques bernard laurent
            """
        ),
        bodies=words(
            """
            groupe entreprise syndicat gouvernement parti police association
            """
        ),
        incises=True,
    ),
)

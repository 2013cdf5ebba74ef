"""French."""

from pipeline.core.languages.language import Closing, Language, phrases, words
from pipeline.core.languages.speech import Speech, conjugated, numbered
from pipeline.core.reasons import RemovedReason as Reason

# Verbs in -er with which papers give somebody's words, without the ending.
_SAYING = """
    abond accord accus affirm ajout alarm alert allégu amus analys annonc apostroph appel approuv argument
    articul assur assén attaqu attest avanc avou balanc bredouill calcul certifi chuchot cit clam command
    comment complét concéd confess confi confirm conseill considér constat contest corrig cri critiqu célébr
    demand diagnostiqu déclam déclar décrypt dénonc déplor désol détaill développ dévoil emport enchaîn
    encourag enthousiasm espér esquiss estim exig expliqu exprim exult fanfaronn formul fredonn fulmin fustig
    félicit grinc grogn grommel grond hasard hurl impatient implor incit indign indiqu inform inquiét insinu
    insist insurg interpell interrog ironis jubil jug jur justifi lament lanc lâch marmonn martel mention
    minimis moqu murmur narr not nuanc object observ oppos ordonn parl persifl pest philosoph plaid plaisant
    plastronn proclam pronostiqu propos protest précis préconis prôn racont raill rappel rapport rassur
    recommand rectifi regrett relat relativis remarqu remerci reproch rigol ripost râl réaffirm récapitul
    réclam récus répliqu répét résum rétorqu révél salu scand signal souffl souhait soulign soupir suggér
    suppli suppos tacl tempér tempêt théoris tonn tranch tweet témoign vant vocifér écri énonc épingl étonn
    étrangl évacu évoqu
"""
# The same verbs where the stem changes.
_CHANGED = words(
    """
    allègue assène complète concède considère espère inquiète martèle profère réitère répète révèle suggère tempère
    vitupère rappelle appelle interpelle grommelle
    """
)

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
        le la les un une des du de et ou mais donc que qui dans sur avec pour par est sont été était ont pas ne se
        ce cette ces son sa ses leur leurs il elle ils elles nous au aux en plus a dit
        """
    ),
    page_words=words(
        """
        lire aussi articles liés partager suivez abonnez commentaire commentaires réservés mentions légales accueil
        recherche publicité thèmes inscription connexion lettre abonné abonnés abonner abonnement abonnements
        connecter connectez compte mot passe newsletter newsletters partagez imprimer copier lien courriel cookies
        confidentialité accepter refuser paramètres navigateur javascript télécharger application vidéo vidéos
        photo photos diaporama lecture écouter réagir suivre suivant précédent réservé essai gratuit offre offres
        profitez cliquez contact conditions aide rubriques
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
    questions=phrases("q, question"),
    answers=phrases("r, réponse"),
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
            dit disait dira disent répond répondu répondait répondit répondent prévient prévenu prévenait prévint
            promet promis promettait promit admet admis admettait admit reconnaît reconnu reconnaissait écrit
            écrivait conclut conclu concluait poursuit poursuivi poursuivait poursuivit sourit souri souriait rit
            riait avertit averti avertissait renchérit renchéri renchérissait réagit réagi réagissait prédit
            prédisait dément démenti démentait soutient soutenu soutenait maintient maintenu maintenait prétend
            prétendait prétendu défend défendu défendait décrit décrivait convient convenait reprend repris reprenait
            interrompt interrompait interrompu garantit garanti garantissait gémit rugit souvient souvenait souvenu
            plaint plaignait réjouit réjouissait définit définissait croit croyait craint craignait lit feint
            qualifie qualifié qualifiait balaie balayé balayait clôt applaudit applaudi écrivent promettent
            préviennent reconnaissent
            """
        )
        | _CHANGED
        | conjugated(_SAYING, "e é ait a ent èrent era aient"),
        participles=conjugated(_SAYING, "ant")
        | words("disant qualifiant décrivant reconnaissant promettant soutenant"),
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
        roles=numbered(
            words(
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
            )
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
        terms=words(
            """
            mot mots terme termes expression nom surnom slogan sigle label devise formule
            """
        ),
        nominal=words(
            """
            une un des du ce cette ces son sa ses au aux leur leurs
            """
        ),
        definite={"le": "m", "la": "f", "l'": "", "l’": "", "ce": "m", "cette": "f"},
        persons=tuple("eur euse trice ien ienne iste ois oise ais aise ain aine logue dernier dernière".split()),
        bodies=words(
            """
            groupe entreprise syndicat gouvernement parti police association
            """
        ),
        incises=True,
    ),
    furniture={
        Reason.ADVERTISEMENT: phrases(
            """
            publicité, publicités, pub, annonce, annonces, contenu sponsorisé, contenus sponsorisés, sponsorisé,
            sponsorisé par *, partenariat, contenu partenaire, contenus partenaires, publi rédactionnel,
            publireportage, la suite après la publicité, la suite de l article après la publicité,
            continuez votre lecture après la publicité, article continue après la publicité, passer la publicité,
            cet article vous est proposé par *, codes promo, code promo, bons plans
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            lire aussi, lire aussi:*, lire aussi *, à lire aussi, à lire aussi:*, à lire aussi *, à lire, à lire:*,
            à lire également, à lire également:*, lire également, lire également:*, lire l article,
            lire l article *, lire la suite, lire la suite *, lire plus, lire plus *, lire:*, lire notre *,
            lire nos *, à voir aussi, à voir aussi:*, à voir, à voir:*, voir aussi, voir aussi:*, voir plus,
            voir plus *, voir tout, voir tous *, voir la vidéo, voir les photos, voir également, à écouter,
            à écouter:*, écouter aussi, à découvrir, à découvrir *, à découvrir aussi, retrouvez *,
            pour aller plus loin, pour aller plus loin:*, en savoir plus, en savoir plus *, plus d infos,
            plus d informations *, plus d articles, sur le même sujet, sur le même sujet:*, sur le même thème,
            dans la même rubrique, dans l actualité, articles liés, articles similaires, articles associés,
            articles connexes, articles recommandés, articles récents, articles populaires, les plus lus,
            les plus populaires, les plus partagés, les plus commentés, les articles les plus lus, le plus lu,
            plus lus, le plus populaire, populaires, dernières actualités, dernières nouvelles, dernières infos,
            derniers articles, dernières minutes, dernière minute, les dernières actualités, les dernières infos,
            toute l actualité, toute l actualité *, toutes les actualités, tous les articles, tous les articles *,
            à la une, à ne pas manquer, ne manquez pas, ne manquez pas *, recommandé, recommandé pour vous,
            recommandés pour vous, recommandations, notre sélection, nos sélections, la sélection *,
            vous aimerez aussi, vous pourriez aussi aimer, vous aimerez peut être aussi,
            cela pourrait vous intéresser, ça peut vous intéresser, ceci pourrait aussi vous intéresser,
            ces articles pourraient vous intéresser, contenus similaires, plus sur ce sujet, tendances,
            article suivant, article précédent, suivant, précédent, vidéo:*, vidéos:*, en vidéo:*, en images:*,
            photos:*, diaporama:*, sondage:*, podcast:*, regarder:*, cliquez ici, cliquez ici *, cliquer ici *,
            * lire la suite, contenus sponsorisés, et aussi, et aussi:*, partagez votre *
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            newsletter, newsletters, nos newsletters, notre newsletter, la newsletter, infolettre, infolettres,
            s abonner, s abonner à *, abonnez vous, abonnez vous à *, abonnez vous *, s inscrire, s inscrire à *,
            inscrivez vous, inscrivez vous *, inscription, je m abonne, je m abonne *, je m inscris,
            chaque matin recevez *, votre adresse e mail, votre adresse email, votre e mail, votre email,
            adresse e mail, adresse mail, entrez votre *, saisissez votre *, veuillez saisir *,
            merci de votre inscription *, merci pour votre inscription *, votre inscription *, vous êtes inscrit *,
            vous pouvez vous désinscrire *, en vous inscrivant *, en cliquant sur *, ne ratez rien *,
            ne manquez rien *, * dans votre boîte mail, alertes, alertes e mail, notifications
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            partager, partages, partagez, partager sur *, partager sur facebook, partager cet article,
            partager l article, partager l article *, partager via *, partager par *, partagez cet article *,
            partager cette page, partager le lien, envoyer, envoyer par *, envoyer par e mail, envoyer à un ami,
            par e mail, par mail, e mail, courriel, imprimer, imprimer l article, imprimer cet article,
            version imprimable, copier, copier le lien, copier l url, lien copié, le lien a été copié, tweeter,
            épingler, enregistrer, enregistrer l article, sauvegarder, ajouter à mes favoris, ajouter aux favoris,
            ajouter à ma liste, favoris, lire plus tard, classer, offrir, offrir cet article, offrir l article,
            vous pouvez offrir *, écouter, écouter l article, écouter cet article, écouter cet article *,
            écoutez cet article *, réagir, suivre, suivez nous, suivez nous *, nous suivre, suivre ce sujet,
            s abonner sur *, réseaux sociaux, taille du texte, agrandir le texte, ajouter * à google *,
            suivez l actualité *, google actualités, suivez nous sur google *
            """
        ),
        Reason.COMMENTS: phrases(
            """
            commentaire, commentaires, 0 commentaires, 0 commentaire, aucun commentaire, laisser un commentaire,
            laissez un commentaire, laisser un commentaire *, ajouter un commentaire, ajouter votre commentaire,
            écrire un commentaire, poster un commentaire, publier un commentaire, commenter, commenter cet article,
            voir les commentaires, afficher les commentaires, lire les commentaires, tous les commentaires,
            réagissez *, réagir à cet article, vos réactions, réactions, répondre, annuler la réponse,
            votre commentaire, votre avis, donnez votre avis *, qu en pensez vous *,
            votre adresse e mail ne sera pas publiée *, votre adresse de messagerie *, les champs obligatoires *,
            enregistrer mon nom *, connectez vous pour *, vous devez être connecté *, les commentaires sont *,
            signaler un abus, signaler une erreur, signaler un contenu *, vous avez repéré une erreur *,
            vous avez trouvé une erreur *, une erreur dans *, contribuer
            """
        ),
        Reason.PAYWALL: phrases(
            """
            article réservé aux abonnés, article réservé à nos abonnés, réservé aux abonnés, réservé à nos abonnés,
            contenu réservé aux abonnés, abonnés, abonné, déjà abonné, déjà abonné *, déjà inscrit *,
            vous êtes déjà abonné *, pas encore abonné *, pas encore inscrit *, il vous reste 0 *,
            la suite est réservée *, pour lire la suite *, pour continuer *, lecture restreinte, votre abonnement *,
            abonnement, abonnements, essai gratuit, testez gratuitement *, profitez de *, sans engagement *,
            offre spéciale *, découvrir l offre, découvrir les offres, découvrir nos offres, voir les offres,
            nos offres, nos offres *, se connecter, connexion, connectez vous, déconnexion, s identifier,
            identifiez vous, mot de passe, mot de passe oublié, mot de passe oublié *, créer un compte,
            créer mon compte, mon compte, mon profil, premium, vous ne pouvez lire *, vous pouvez lire *,
            lecture du * en cours *, ce message s affichera *, soutenez nous *, faire un don, je donne, je fais un don,
            faites un don *, nous vous conseillons de modifier *, pour plus d informations merci *,
            comment ne plus voir ce message, cette fonctionnalité est réservée *, vous devez être connecté *
            """
        ),
        Reason.APP_PROMOTION: phrases(
            """
            télécharger l application, téléchargez l application *, téléchargez notre application *,
            télécharger l appli *, téléchargez l appli *, application mobile, nos applications,
            ouvrir dans l application, disponible sur *
            """
        ),
        Reason.CONSENT: phrases(
            """
            accepter, tout accepter, accepter les cookies, j accepte, refuser, tout refuser,
            continuer sans accepter, gérer les cookies, gérer mes cookies, paramétrer, paramètres,
            paramètres des cookies, paramétrer les cookies, préférences, cookies, gestion des cookies,
            politique de cookies, politique de confidentialité, politique de confidentialité *, confidentialité,
            données personnelles, vie privée, ce contenu est bloqué *, ce contenu n est pas disponible *,
            ce contenu a été bloqué *, ce contenu est hébergé *, pour afficher ce contenu *,
            pour visualiser ce contenu *, afficher le contenu, afficher la carte, nous utilisons des cookies *,
            ce site utilise *, en poursuivant votre navigation *, veuillez activer javascript *,
            votre navigateur *, chargement, chargement en cours, une erreur est survenue *, veuillez réessayer *,
            fermer, annuler, aller au contenu, aller au contenu principal, passer au contenu, accéder au contenu
            """
        ),
        Reason.PHOTO_WIDGET: phrases(
            """
            photo, photos, diaporama, galerie, galerie photos, image, images, vidéo, vidéos, image 0 sur 0,
            photo 0 sur 0, 0 photos, 0 sur 0, agrandir, agrandir l image, agrandir la photo, plein écran,
            voir en plein écran, lecture, lecture 0 min, temps de lecture *, temps de lecture 0 *,
            0 min de lecture, lecture 0 *, durée 0 *, infographie, play, audio
            """
        ),
        Reason.CAPTION: phrases(
            """
            photo:*, photos:*, crédit photo *, crédit photo:*, crédits photo *, crédits:*, photo d illustration,
            image d illustration, illustration, illustration:*, photo prétexte, photo d archives, archives:*,
            légende de l image *, crédit image *, crédits image *
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            accueil, retour à l accueil, retour à la page d accueil, retour en haut, haut de page, retour, menu,
            recherche, rechercher, rubriques, catégories, sommaire, plan du site, contact, contactez nous,
            nous contacter, qui sommes nous, à propos, à propos de *, à propos de l auteur, mentions légales, cgu,
            cgv, conditions générales, conditions générales d utilisation, conditions générales de vente,
            conditions d utilisation, aide, services, services partenaires, espace abonnés, archives, emploi,
            recrutement, publicité sur *, page suivante, page précédente, page 0, tous ses articles,
            voir tous ses articles, tous les articles de *, du même auteur, auteur, auteurs, édition, éditions,
            édition du jour, le journal, boutique, jeux, météo, horoscope, annonces légales, annonces immobilières,
            programme tv, la rédaction, la rédaction vous conseille
            """
        ),
        Reason.TAGS: phrases(
            """
            mots clés, mots clés:*, tags:*, étiquettes, étiquettes:*, thèmes, thèmes:*, thématiques, sujets,
            sujets:*, rubrique:*, catégorie:*, catégories:*, plus sur:*, publié dans *, classé dans *,
            en lien avec *
            """
        ),
        Reason.COPYRIGHT: phrases(
            """
            tous droits réservés, tous droits réservés *, * tous droits réservés, droits d auteur *,
            reproduction interdite *, toute reproduction *, mis à jour le *, cet article a été publié *,
            cet article est republié *, article initialement publié *
            """
        ),
    },
    cues={
        Reason.COPYRIGHT: phrases(
            """
            droits réservés
            """
        ),
        Reason.COMMENTS: phrases(
            """
            laisser un
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            abonnez vous
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            suivez nous
            """
        ),
        Reason.TAGS: phrases(
            """
            mots clés
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            lire aussi, à lire
            """
        ),
        Reason.CONSENT: phrases(
            """
            données personnelles
            """
        ),
        Reason.APP_PROMOTION: phrases(
            """
            notre application
            """
        ),
        Reason.PAYWALL: phrases(
            """
            abonnés
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            mentions légales
            """
        ),
    },
    short_cues={
        Reason.COMMENTS: phrases(
            """
            commentaires
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            partager
            """
        ),
        Reason.ADVERTISEMENT: phrases(
            """
            publicité
            """
        ),
    },
    closings={
        "comments": Closing(
            whole=phrases(
                """
                commentaires, 0 commentaires
                """
            ),
            begin=phrases(
                """
                les commentaires sont
                """
            ),
        ),
        "form": Closing(
            whole=phrases(
                """
                laisser un commentaire
                """
            ),
            begin=phrases(
                """
                votre adresse e mail ne
                """
            ),
        ),
        "onward": Closing(
            begin=phrases(
                """
                article précédent, article suivant
                """
            ),
        ),
        "author": Closing(
            whole=phrases(
                """
                à propos de l auteur
                """
            ),
        ),
        "foot": Closing(
            whole=phrases(
                """
                mentions légales, politique de confidentialité
                """
            ),
            hold=phrases(
                """
                tous droits réservés
                """
            ),
        ),
        "menu": Closing(
            whole=phrases(
                """
                accueil, recherche
                """
            ),
        ),
    },
)

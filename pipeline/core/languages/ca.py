"""Catalan."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.reasons import RemovedReason as Reason

LANGUAGE = Language(
    code="ca",
    name="Catalan",
    stop_words=words(
        """
        i de la el que a en els les un una per amb no és del al ha va són han ser com més però aquest aquesta o
        també quan fins entre sobre sense ja molt fa li seu seva hi dels ens es
        """
    ),
    page_words=words(
        """
        llegiu llegeix també més notícies últimes llegides subscriu subscripció inicia sessió contrasenya butlletí
        comentaris comentari compartir comparteix imprimir copiar desar segueix publicitat galetes privacitat
        condicions contacte vídeo fotos
        """
    ),
    furniture={
        Reason.ADVERTISEMENT: phrases(
            """
            publicitat, anunci, contingut patrocinat, patrocinat
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            llegiu també, llegiu també:*, llegeix també, llegeix també:*, llegir també, llegir més, llegeix més,
            llegiu més, llegiu:*, vegeu també, vegeu també:*, veure més, més informació, més informació:*,
            més notícies, notícies relacionades, articles relacionats, relacionat, relacionats, et pot interessar,
            et pot interessar:*, us pot interessar, et recomanem, recomanats, el més llegit, més llegides,
            els més llegits, últimes notícies, última hora, següent, anterior, notícia següent, notícia anterior,
            vídeo:*
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            butlletí, butlletins, subscriu te, subscriu te *, subscriviu vos *, correu electrònic
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            compartir, comparteix, comparteix a *, compartir a *, imprimir, imprimeix, enviar, copiar enllaç,
            copia l enllaç, desar, escolta, segueix nos, segueix nos *, seguiu nos *
            """
        ),
        Reason.COMMENTS: phrases(
            """
            comentari, comentaris, 0 comentaris, deixa un comentari, escriu un comentari, comenta, respon,
            cancel la les respostes, veure comentaris
            """
        ),
        Reason.PAYWALL: phrases(
            """
            inicia sessió, iniciar sessió, entra, registra t, registra t *, contrasenya, ja ets subscriptor *,
            només per a subscriptors, fes te subscriptor *, dona suport *
            """
        ),
        Reason.CONSENT: phrases(
            """
            acceptar, accepta, rebutjar, configurar, galetes, política de galetes, política de privacitat,
            utilitzem galetes *, tancar, cancel lar
            """
        ),
        Reason.PHOTO_WIDGET: phrases(
            """
            foto, fotos, galeria, imatge, imatges, vídeo, vídeos
            """
        ),
        Reason.CAPTION: phrases(
            """
            foto:*, imatge:*, fotografia:*, imatge d arxiu, foto d arxiu
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            inici, portada, tornar, tornar a dalt, menú, cercar, cerca, seccions, categories, contacte, qui som,
            avís legal, ajuda, hemeroteca, autor, redacció, el temps
            """
        ),
        Reason.TAGS: phrases(
            """
            etiquetes, etiquetes:*, temes, temes:*, arxivat a *, categories:*
            """
        ),
        Reason.COPYRIGHT: phrases(
            """
            tots els drets reservats *, tots els drets reservats, * tots els drets reservats
            """
        ),
    },
)

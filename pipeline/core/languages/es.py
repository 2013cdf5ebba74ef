"""Spanish."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.languages.speech import Speech

LANGUAGE = Language(
    code="es",
    name="Spanish",
    furniture_words=words(
        """
        suscri* síguenos compart* boletín lea también ver publicidad derechos reservados clic aquí descarg* comentario*
        foto* vídeo* video* más
        """
    ),
    stop_words=words(
        """
        el los las unos unas y o pero con por para del al es son fue fueron ha han había no se su sus lo como
        más entre sobre sin ya muy este esta estos estas
        """
    ),
    page_words=words(
        """
        relacionadas relacionados noticias leídas compartir síguenos suscríbete boletín comentario comentarios
        reservados aviso inicio buscar publicidad etiquetas temas
        """
    ),
    months=words(
        """
        enero ene febrero feb marzo mar abril abr mayo may junio jun julio jul agosto ago septiembre setiembre sept
        sep octubre oct noviembre nov diciembre dic
        """
    ),
    weekdays=words("lunes martes miércoles jueves viernes sábado domingo"),
    abbreviations=words(
        """
        sr sra sres sras srta dr dra d dña ud uds lic ing prof gral cnel cap tte av avda c pl núm n° no pág págs vol
        etc aprox ej p.ej ee.uu ee uu s.a s.l c.v a.c d.c dept gob ene feb mar abr ago sept oct nov dic edomex
        """
    ),
    byline_openings=phrases(
        """
        por, escrito por, publicado por, texto, texto de, redactado por, autor, autora, una crónica de, por nuestro
        corresponsal
        """
    ),
    name_joins=phrases("y, e, con"),
    roles=phrases(
        """
        periodista, corresponsal, reportero, reportera, redactor, redactora, editor, editora, enviado especial,
        enviada especial, columnista, redacción, colaborador, colaboradora
        """
    ),
    place_leads=phrases("para, en, desde"),
    date_leads=phrases("el"),
    credit_openings=phrases("fuente, fuentes"),
    biography_words=phrases(
        """
        escribe, cubre, es periodista, es autor, es autora, es corresponsal, es redactor, es redactora, es editor,
        es editora, es un, es una, colabora
        """
    ),
    date_openings=phrases(
        """
        publicado, publicado el, actualizado, actualizado el, última actualización, fecha, creado, actualizada
        """
    ),
    sections=phrases(
        """
        noticias, política, economía, deportes, fútbol, cultura, mundo, internacional, nacional, sociedad, opinión,
        ciencia, salud, tecnología, sucesos, local, españa, méxico, argentina, columnas, editorial, espectáculos,
        entretenimiento, inicio, portada, negocios, finanzas, estados, justicia, educación, medio ambiente,
        televisión, gente, últimas noticias, región, ciudad, policiales
        """
    ),
    labels=phrases(
        """
        archivo, foto, imagen, vídeo, video, última hora, urgente, exclusiva, análisis, opinión, entrevista,
        reportaje, corrección, nota, fuente, crédito, publicidad, en vivo, en directo, crónica
        """
    ),
    furniture_lines=phrases(
        """
        publicidad, anuncio, foto, fotos, imagen, imágenes, vídeo, video, vídeos, videos, galería, faq, preguntas
        frecuentes, menú, buscar, compartir, imprimir, comentarios, comentar, suscríbete, suscribirse, suscríbase,
        iniciar sesión, registrarse, regístrate, leer más, lee también, lea también, te puede interesar, más leídas,
        lo más leído, más noticias, newsletter, boletín, índice, aviso legal, todos los derechos reservados,
        contacto, saltar al contenido, copiar enlace, seguir leyendo, continuar leyendo, escuchar, cargando,
        relacionados, noticias relacionadas
        """
    ),
    furniture_openings=phrases(
        """
        suscríbete a, suscríbase a, suscribirse a, regístrate, síguenos, lee también, lea también, te puede
        interesar, compartir en, foto:, fotos:, imagen:, todos los derechos, recibe, únete a, haz clic, inicia
        sesión, continúa leyendo, más información, te recomendamos
        """
    ),
    agencies=phrases(
        """
        EFE, Agencia EFE, Europa Press, Télam, Notimex, apro, Apro, DPA, AFP, AP, ANSA, Prensa Latina, Andina,
        ABI, AVN, El Universal, Agencia Reforma, Quadratín, Colprensa, Noticias Argentinas, Servimedia, Sputnik,
        SinEmbargo, Infobae
        """
    ),
    speech=Speech(
        verbs=words(
            """
            dijo dice dicho dicen dijeron afirmó afirma afirmado aseguró asegura asegurado explicó explica
            explicado añadió añade agregó agrega señaló señala indicó indica replicó replica respondió responde
            contestó contesta declaró declara denunció denuncia insistió insiste advirtió advierte anunció
            anuncia comentó comenta contó cuenta relató relata recordó recuerda reconoció reconoce admitió
            admite prometió promete lamentó lamenta criticó critica calificó califica llamó llama habló habla
            bromeó bromea ironizó ironiza matizó matiza aclaró aclara concluyó concluye remató remata preguntó
            pregunta pidió pide protestó protesta informó informa precisó precisa sostuvo sostiene subrayó
            subraya destacó destaca apuntó apunta zanjó terció lanzó lanza escribió escribe tuiteó opinó opina
            resumió resume confesó confiesa defendió defiende manifestó manifiesta expresó expresa reiteró
            reitera celebró exclamó exclama lee
            """
        ),
        according=(
            "según",
            "en palabras de",
            "a juicio de",
            "en opinión de",
        ),
        pronouns={"él": "m", "ella": "f", "ellos": "m", "ellas": "f", "yo": "", "nosotros": ""},
        determiners=words(
            """
            el la los las un una unos unas este esta estos estas su sus nuestro nuestra
            """
        ),
        roles=words(
            """
            piloto propietario propietaria dueño dueña comerciante cliente clienta autor autora actor actriz
            ingeniero ingeniera economista analista comisario coronel capitán ministro ministra presidente
            presidenta alcalde alcaldesa portavoz diputado diputada senador senadora concejal concejala director
            directora entrenador entrenadora jugador delantero compañero homólogo abogado abogada juez jueza
            fiscal delegado delegada vecina vecino bióloga biólogo politóloga politólogo investigador
            investigadora profesor profesora mujer hombre empresa grupo sindicato gobierno partido policía
            asociación representante secretario secretaria jefe jefa madre padre hijo hija hermano hermana rey
            reina papa obispo general testigo candidato candidata líder
            """
        ),
        prepositions=words(
            """
            de del a al con para por contra sobre bajo entre hacia sin y en ante tras desde
            """
        ),
        passive=words(
            """
            sido fue
            """
        ),
        by="por",
        relative=words(
            """
            que quien quienes
            """
        ),
        works=words(
            """
            película libro novela obra canción álbum exposición cuadro serie ópera revista título artículo
            programa
            """
        ),
        female=words(
            """
            señora sra doña ministra presidenta alcaldesa diputada senadora directora vecina mujer madre hija
            hermana reina carmen sonia nadia karima elena anabel camila maría ana isabel laura cristina marta
            lucía pilar teresa rosa
            """
        ),
        male=words(
            """
            señor sr don ministro presidente alcalde diputado senador director vecino hombre padre hijo hermano
            rey julián esteban miguel musa julio pablo bernardo bruno gerardo tomás juan álvaro antonio josé
            manuel francisco david javier carlos pedro luis jorge
            """
        ),
        bodies=words(
            """
            empresa grupo sindicato gobierno partido policía asociación
            """
        ),
    ),
)

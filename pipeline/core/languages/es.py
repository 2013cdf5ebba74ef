"""Spanish."""

from pipeline.core.languages.language import Language, phrases, words

LANGUAGE = Language(
    code="es",
    name="Spanish",
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
        EFE, Agencia EFE, Europa Press, Télam, Notimex, apro, Apro, EP, DPA, AFP, AP, ANSA, Prensa Latina, Andina,
        ABI, AVN, El Universal, Agencia Reforma, Quadratín, Colprensa, NA, Noticias Argentinas, Servimedia, Sputnik,
        SinEmbargo, Infobae, Redacción
        """
    ),
)

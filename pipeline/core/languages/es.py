"""Spanish."""

from pipeline.core.languages.language import Closing, Language, phrases, words
from pipeline.core.languages.speech import Speech, conjugated, numbered
from pipeline.core.reasons import RemovedReason as Reason

# Verbs in -ar with which papers give somebody's words, without the ending.
_SAYING = """
    aclar acus afirm brome agreg alab alert amonest apost apunt argument asegur atac avis bromé calific celebr cit
    clam coment complet confes confirm consider contest critic cuestion declar denunci descart destac detall
    disculp elogi enfatiz enumer exclam explic exhort felicit formul grit habl indic inform insinu interrog ironiz
    justific lament lanz llam manifest matiz mencion narr not observ opin orden preconiz precis pregunt proclam
    pronostic protest puntualiz quej ratific reafirm rechaz reclam recalc record rectific reiter relat
    remat remarc replic reproch respald resalt revel señal solicit subray suplic tach tild tuite valor vaticin zanj
"""

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
        el los las unos unas y o pero con por para del al es son fue fueron ha han había no se su sus lo como más
        entre sobre sin ya muy este esta estos estas
        """
    ),
    page_words=words(
        """
        relacionadas relacionados noticias leídas compartir síguenos suscríbete boletín comentario comentarios
        reservados aviso inicio buscar publicidad etiquetas temas suscribirse suscripción suscriptor suscriptores
        regístrate registrarse sesión contraseña cuenta correo electrónico boletines comparte imprimir copiar
        enlace guardar escuchar seguir cookies privacidad aceptar rechazar configurar navegador javascript descarga
        descargar aplicación app video videos vídeo fotos foto galería leer lee lea más leído leídos último últimas
        hora recomendado recomendados interesar relacionado artículos anterior siguiente contacto términos
        condiciones portada secciones newsletter
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
    questions=phrases("p, pregunta"),
    answers=phrases("r, respuesta"),
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
            dijo dice dicho dicen dijeron decía decían añadió añade añadía respondió responde respondía advirtió
            advierte advertía anunció anuncia anunciaba contó cuenta contaba reconoció reconoce reconocía admitió
            admite admitía prometió promete pidió pide pedía sostuvo sostiene sostenía escribió escribe resumió
            resume confiesa defendió defiende defendía expresó expresa insistió insiste insistía recuerda ruega rogó
            rio ríe reía maldijo bendijo exigió exige exigía concluyó concluye predijo predice propuso propone
            repitió repite repetía desmintió desmiente mantuvo mantiene describió describe definió define definía
            arremetió arremete intervino interviene agradeció agradece sugirió sugiere invitó invita muestra mostró
            mostrado terció tercia lee prosiguió prosigue comparó compara deja dejó espetó espeta soltó suelta niega
            negó señalan aseguran explican
            """
        )
        | conjugated(_SAYING, "ó a ado aba aron"),
        participles=conjugated(_SAYING, "ando")
        | words("diciendo añadiendo advirtiendo reconociendo admitiendo prometiendo pidiendo"),
        drops=True,
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
        roles=numbered(
            words(
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
            )
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
        terms=words(
            """
            palabra palabras término términos expresión nombre apodo lema sigla siglas
            """
        ),
        nominal=words(
            """
            una un del al su sus este esta
            """
        ),
        definite={"el": "m", "la": "f"},
        persons=tuple("ista or ora ero ólogo óloga ano ana ino ina és esa eño eña ense ivo".split()),
        bodies=words(
            """
            empresa grupo sindicato gobierno partido policía asociación
            """
        ),
    ),
    furniture={
        Reason.ADVERTISEMENT: phrases(
            """
            publicidad, anuncio, anuncios, contenido patrocinado, patrocinado, patrocinado por *,
            contenido de marca, branded content, publirreportaje, continúa leyendo, sigue leyendo, sigue leyendo *,
            continuar leyendo, la noticia continúa después *, el artículo continúa después *,
            continúa después de la publicidad, seguir leyendo, cupones, ofertas
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            lee también, lee también:*, lee también *, lea también, lea también:*, lea también *, leer también,
            leer también:*, también lee, también lee:*, también lea:*, también puedes leer, también puedes leer:*,
            también puede leer:*, te puede interesar, te puede interesar:*, te puede interesar *,
            le puede interesar, le puede interesar:*, te podría interesar, te podría interesar:*,
            le podría interesar, te recomendamos, te recomendamos:*, te recomendamos *, le recomendamos,
            le recomendamos:*, recomendamos, recomendado, recomendados, recomendado para ti, recomendaciones,
            recomendado para usted, quizás te interese, quizá te interese, también te puede interesar,
            también te puede interesar:*, también le puede interesar, también te interesa, puede interesarte,
            puede interesarte:*, podría interesarte, no te pierdas, no te pierdas:*, no te pierdas *, no se pierda,
            no se pierda *, ver también, ver también:*, vea también, vea también:*, ve también, además:*,
            además lee:*, más información, más información:*, más información *, más sobre *, más noticias,
            más noticias *, más leídas, más leído, más leídos, lo más leído, las más leídas, los más leídos,
            lo más visto, lo más popular, lo más compartido, lo más comentado, lo último, últimas noticias,
            última hora, lo más reciente, más recientes, más de *, más en *, más vistos, más vistas, más populares,
            noticias relacionadas, noticia relacionada, artículos relacionados, artículo relacionado,
            contenido relacionado, contenidos relacionados, nota relacionada, notas relacionadas, relacionado,
            relacionados, relacionadas, relacionado:*, temas relacionados, temas:*, entradas relacionadas,
            entradas recientes, otras noticias, otros artículos, otras notas, noticias destacadas, destacados,
            destacadas, artículo anterior, artículo siguiente, siguiente, anterior, siguiente artículo,
            próximo artículo, noticia anterior, noticia siguiente, leer más, leer más *, leer más:*, lee más,
            lee más *, lee más:*, lea más, lea más *, lea más:*, lea aquí *, lee aquí *, lea:*, lee:*, ver más,
            ver más *, ver más:*, ver todo, ver todos, ver todas, ver galería, ver fotos, ver video, ver vídeo,
            conoce más *, conozca más *, conoce más:*, conoce:*, descubre más *, entérate:*, mira también,
            mira también:*, mira:*, mire también:*, mira aquí *, video:*, vídeo:*, videos:*, fotos:*, galería:*,
            encuesta:*, haz clic aquí *, haga clic aquí *, clic aquí *, click aquí *, pulsa aquí *, da clic aquí *,
            con información de *, sigue leyendo:*, en portada, tendencias, en tendencia, te sugerimos *,
            * leer más, * ver más
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            newsletter, newsletters, boletín, boletines, suscríbete, suscríbete a *, suscríbete al *,
            suscríbete aquí *, suscríbete *, suscríbase, suscríbase a *, suscríbase *, suscribirse, suscribirme,
            suscripción, suscripciones, quiero suscribirme, regístrate, regístrese, registrarse, recibe en tu *,
            recibe las noticias *, apúntate *, inscríbete *, tu correo electrónico, correo electrónico, tu email,
            su correo electrónico, introduce tu *, ingresa tu *, ingrese su *, escribe tu *,
            gracias por suscribirte *, gracias por registrarte *, únete a *, únete al *, únete a nuestro canal *,
            únete a nuestra *, únete a nosotros *, mantente informado *, activa las notificaciones *,
            * en tu correo, * en tu bandeja de entrada, te enviaremos *, al registrarte *, al suscribirte *
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            compartir, comparte, compartir en *, comparte en *, compartir en facebook, comparte esto *,
            comparte esta noticia *, comparte este artículo *, compartir esta noticia, compartir artículo,
            compartir por *, compartir vía *, compartir noticia, enviar, enviar por *, enviar por correo,
            enviar por email, enviar a un amigo, correo, e mail, imprimir, imprimir artículo, imprimir noticia,
            copiar, copiar enlace, copiar link, copiar url, enlace copiado, url copiada *, tuitear, twittear,
            guardar, guardar artículo, guardar noticia, guardado, favoritos, leer después, escuchar,
            escuchar noticia, escucha la noticia *, escuchar artículo, escucha este artículo *, síguenos,
            síguenos en *, síganos en *, síguenos *, sigue a *, sígueme *, sigue nuestras *,
            sigue toda la información *, seguir, seguir leyendo *, sigue leyendo en *, redes sociales,
            tamaño de letra, aumentar texto, regalar artículo, regala esta noticia *, añadir * a google *,
            agréganos *, añádenos *
            """
        ),
        Reason.COMMENTS: phrases(
            """
            comentario, comentarios, 0 comentarios, 0 comentario, sin comentarios, no hay comentarios,
            deja un comentario, deja tu comentario, deja una respuesta, dejar un comentario, dejar una respuesta,
            escribe un comentario, escribe tu comentario, añadir comentario, añade un comentario,
            agregar comentario, agrega un comentario, publicar comentario, publicar un comentario,
            enviar comentario, comentar, comenta esta noticia, ver comentarios, ver los comentarios,
            mostrar comentarios, todos los comentarios, leer comentarios, responder, cancelar respuesta,
            cancelar la respuesta, tu comentario, tu opinión *, danos tu opinión *, qué opinas *, qué te parece *,
            tu dirección de correo electrónico no *, los campos obligatorios *, guarda mi nombre *,
            guardar mi nombre *, inicia sesión para *, debes iniciar sesión *, para comentar *,
            los comentarios están *, normas de participación, normas de uso, reportar error, reportar un error,
            informar de un error, reporta un error *, archivado en *, archivado en
            """
        ),
        Reason.PAYWALL: phrases(
            """
            solo para suscriptores, exclusivo para suscriptores, contenido exclusivo *, contenido para suscriptores,
            suscriptores, suscriptor, ya soy suscriptor *, ya eres suscriptor *, si ya eres suscriptor *,
            ya tienes cuenta *, ya tienes una cuenta *, ya estás registrado *, hazte socio *, hazte suscriptor *,
            hazte premium *, para seguir leyendo *, para continuar leyendo *, sigue leyendo por *,
            este contenido es exclusivo *, este contenido es *, este artículo es exclusivo *, iniciar sesión,
            inicia sesión, inicie sesión, cerrar sesión, ingresar, ingresa, acceder, entrar, crear cuenta,
            crea tu cuenta *, contraseña, olvidaste tu contraseña *, olvidé mi contraseña, has olvidado tu contraseña *,
            mi cuenta, premium, prueba gratis *, apóyanos *, apoya el periodismo *, donar, dona, dona ahora,
            haz una donación *, oferta especial *, ver oferta, ver ofertas, esta funcionalidad es sólo *,
            esta funcionalidad es solo *, mis suscripciones, función exclusiva para suscriptores,
            funcionalidad exclusiva *
            """
        ),
        Reason.APP_PROMOTION: phrases(
            """
            descarga la app *, descarga nuestra app *, descarga la aplicación *, descargue la app *,
            descarga gratis *, descargar app, descarga aquí *, disponible en *, abrir en la app,
            sigue nuestro canal *, únete a nuestro canal de whatsapp *, únete a nuestro whatsapp *,
            canal de whatsapp *
            """
        ),
        Reason.CONSENT: phrases(
            """
            aceptar, acepto, aceptar todo, aceptar todas, aceptar cookies, aceptar y continuar, rechazar,
            rechazar todo, configurar, configuración, configurar cookies, configuración de cookies, preferencias,
            cookies, política de cookies, política de privacidad, política de privacidad *, privacidad,
            aviso de privacidad, protección de datos, usamos cookies *, utilizamos cookies *, este sitio utiliza *,
            este sitio usa *, este contenido no está disponible *, este contenido está *,
            para ver este contenido *, permitir contenido *, activa javascript *, tu navegador *, su navegador *,
            cargando, se ha producido un error *, ha ocurrido un error *, cerrar, cancelar, ir al contenido,
            ir al contenido principal, saltar al contenido, saltar al contenido principal, final de *, fin de *
            """
        ),
        Reason.PHOTO_WIDGET: phrases(
            """
            foto, fotos, galería, galería de fotos, fotogalería, imagen, imágenes, video, vídeo, videos, vídeos,
            ver galería *, ampliar, ampliar foto, ampliar imagen, pantalla completa, imagen 0 de 0, foto 0 de 0,
            0 de 0, 0 fotos, reproducir, reproducir video, infografía, gráfico, tiempo de lectura *,
            tiempo de lectura 0 *, 0 min de lectura, lectura 0 *, derechos de autor de la imagen *,
            fuente de la imagen *, pie de foto *, audio
            """
        ),
        Reason.CAPTION: phrases(
            """
            foto:*, fotos:*, imagen:*, crédito:*, créditos:*, foto de *, foto de archivo, foto de archivo:*,
            imagen de archivo, fotografía:*, foto cortesía *, foto ilustrativa, imagen ilustrativa,
            imagen referencial, foto referencial, foto especial, ilustración:*, captura de pantalla
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            inicio, portada, volver, volver arriba, volver al inicio, ir arriba, subir, arriba, menú, buscar,
            búsqueda, buscador, secciones, sección, categorías, categoría, temas, etiquetas, mapa del sitio,
            mapa web, contacto, contáctanos, contáctenos, quiénes somos, sobre nosotros, acerca de, aviso legal,
            términos y condiciones, términos de uso, condiciones de uso, términos, ayuda, preguntas frecuentes,
            archivo, hemeroteca, anúnciate, trabaja con nosotros, página siguiente, página anterior, página 0,
            sobre el autor, sobre la autora, acerca del autor, autor, autores, más del autor, más artículos de *,
            ver todos los artículos *, todos los artículos de *, redacción, navegación de entradas, ediciones,
            edición impresa, impreso, servicios, el tiempo, horóscopo, pasatiempos, lotería, esquelas,
            clasificados, tienda
            """
        ),
        Reason.TAGS: phrases(
            """
            etiquetas, etiquetas:*, etiqueta:*, tags:*, temas, temas:*, categorías:*, categoría:*, palabras clave,
            palabras clave:*, en esta noticia, en este artículo, más sobre:*, archivado en:*, publicado en *
            """
        ),
        Reason.COPYRIGHT: phrases(
            """
            todos los derechos reservados, todos los derechos reservados *, * todos los derechos reservados,
            derechos reservados *, * derechos reservados, prohibida la reproducción *, prohibida su reproducción *,
            queda prohibida *, se prohíbe la reproducción *, derechos de autor *, reproducción prohibida *,
            conforme a los criterios *, esta noticia fue publicada *, este artículo fue publicado *,
            las opiniones expresadas *
            """
        ),
    },
    cues={
        Reason.COPYRIGHT: phrases(
            """
            derechos reservados
            """
        ),
        Reason.COMMENTS: phrases(
            """
            deja un
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            boletín, suscríbete
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            síguenos
            """
        ),
        Reason.AUTHOR_BIO: phrases(
            """
            sobre el
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            lea también, te puede
            """
        ),
        Reason.CONSENT: phrases(
            """
            datos personales
            """
        ),
        Reason.APP_PROMOTION: phrases(
            """
            nuestra app
            """
        ),
        Reason.PAYWALL: phrases(
            """
            contraseña, suscriptores
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            aviso legal
            """
        ),
    },
    short_cues={
        Reason.COMMENTS: phrases(
            """
            comentarios
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            compartir
            """
        ),
        Reason.ADVERTISEMENT: phrases(
            """
            publicidad
            """
        ),
        Reason.TAGS: phrases(
            """
            etiquetas
            """
        ),
    },
    closings={
        "comments": Closing(
            whole=phrases(
                """
                comentarios, comentario, 0 comentarios
                """
            ),
        ),
        "form": Closing(
            whole=phrases(
                """
                deja un comentario, deja una respuesta
                """
            ),
            begin=phrases(
                """
                tu dirección de correo electrónico no
                """
            ),
        ),
        "onward": Closing(
            begin=phrases(
                """
                entrada anterior, entrada siguiente
                """
            ),
        ),
        "author": Closing(
            whole=phrases(
                """
                sobre el autor, sobre la autora
                """
            ),
        ),
        "foot": Closing(
            whole=phrases(
                """
                aviso legal, política de privacidad
                """
            ),
            hold=phrases(
                """
                todos los derechos reservados
                """
            ),
        ),
        "menu": Closing(
            whole=phrases(
                """
                inicio, buscar
                """
            ),
        ),
    },
)

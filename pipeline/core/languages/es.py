"""Spanish."""

from pipeline.core.languages.language import Language, words

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
)

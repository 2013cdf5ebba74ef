"""Portuguese."""

from pipeline.core.languages.language import Language, phrases, words

LANGUAGE = Language(
    code="pt",
    name="Portuguese",
    stop_words=words(
        """
        os as um uma dos das em no na nos nas não foi ao à pelo pela mais
        """
    ),
    months=words(
        """
        janeiro jan fevereiro fev março mar abril abr maio mai junho jun julho jul agosto ago setembro set outubro
        out novembro nov dezembro dez
        """
    ),
    weekdays=words(
        """
        segunda-feira segunda terça-feira terça quarta-feira quarta quinta-feira quinta sexta-feira sexta sábado
        domingo
        """
    ),
    abbreviations=words(
        """
        sr sra srs sras dr dra prof profa eng gen cel cap ten av r pça n° no núm pág págs vol etc aprox ex p.ex s.a
        ltda d exmo jan fev mar abr ago set out nov dez eua e.u.a
        """
    ),
    byline_openings=phrases(
        """
        por, escrito por, publicado por, texto, texto de, autor, autora, da redação, reportagem de, por redação
        """
    ),
    name_joins=phrases("e, com"),
    roles=phrases(
        """
        repórter, jornalista, correspondente, editor, editora, redator, redatora, colunista, enviado especial,
        enviada especial, redação, colaborador, colaboradora
        """
    ),
    date_openings=phrases(
        """
        publicado, publicado em, atualizado, atualizado em, última atualização, data, criado em, postado em
        """
    ),
    sections=phrases(
        """
        notícias, política, economia, esportes, esporte, desporto, futebol, cultura, mundo, internacional, brasil,
        sociedade, opinião, ciência, saúde, tecnologia, cidades, polícia, colunas, editorial, entretenimento,
        início, negócios, educação, meio ambiente, justiça, geral, país, local, televisão, últimas notícias
        """
    ),
    labels=phrases(
        """
        arquivo, foto, imagem, vídeo, urgente, exclusivo, análise, opinião, entrevista, reportagem, correção, nota,
        fonte, crédito, publicidade, ao vivo
        """
    ),
    furniture_lines=phrases(
        """
        publicidade, anúncio, foto, fotos, imagem, imagens, vídeo, vídeos, galeria, faq, perguntas frequentes, menu,
        buscar, busca, pesquisa, compartilhar, compartilhe, partilhar, imprimir, comentários, comentar, assine,
        inscreva-se, entrar, cadastre-se, leia mais, leia também, veja também, mais lidas, newsletter, índice, aviso
        legal, todos os direitos reservados, contato, contacto, ir para o conteúdo, continue lendo, continuar lendo,
        ouvir, carregando, relacionadas
        """
    ),
    furniture_openings=phrases(
        """
        assine a, assine o, inscreva-se, cadastre-se, siga-nos, leia também, leia mais, veja também, compartilhe,
        compartilhar no, foto:, imagem:, todos os direitos, receba, clique aqui, continua após, participe do
        """
    ),
    agencies=phrases(
        """
        Lusa, Agência Lusa, Agência Brasil, Estadão Conteúdo, Folhapress, Reuters, AFP, AP, EFE, ANSA, Agência
        Estado, Agência Senado, Agência Câmara, Angop, Inforpress, DPA
        """
    ),
)

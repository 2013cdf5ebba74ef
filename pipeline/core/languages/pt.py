"""Portuguese."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.languages.speech import Speech

LANGUAGE = Language(
    code="pt",
    name="Portuguese",
    furniture_words=words(
        """
        assine inscreva* siga compartilh* leia também veja mais publicidade direitos reservados clique aqui baixe
        relacionad* foto* vídeo*
        """
    ),
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
    place_leads=phrases("para, em"),
    date_leads=phrases("em"),
    credit_openings=phrases("fonte, fontes"),
    biography_words=phrases(
        """
        escreve, cobre, é jornalista, é repórter, é autor, é autora, é correspondente, é editor, é editora, é um,
        é uma, colabora
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
    speech=Speech(
        verbs=words(
            """
            disse diz dizem disseram afirmou afirma explicou explica acrescentou acrescenta declarou declara
            respondeu responde contou conta lembrou lembra destacou destaca garantiu garante alertou alerta
            anunciou anuncia comentou comenta concluiu conclui escreveu escreve criticou critica admitiu admite
            prometeu promete perguntou pergunta ressaltou ressalta reforçou avaliou avalia chamou chama brincou
            lamentou reclamou defendeu informou completou argumentou
            """
        ),
        according=(
            "segundo",
            "de acordo com",
            "nas palavras de",
            "para",
        ),
        pronouns={"ele": "m", "ela": "f", "eles": "m", "elas": "f"},
        determiners=words(
            """
            o a os as um uma este esta seu sua
            """
        ),
        roles=words(
            """
            ministro ministra presidente prefeito prefeita porta-voz deputado deputada senador senadora diretor
            diretora técnico jogador capitão advogado advogada juiz juíza procurador mulher homem empresa grupo
            sindicato governo partido polícia associação secretário secretária chefe mãe pai filho filha
            professor professora testemunha governador governadora líder
            """
        ),
        prepositions=words(
            """
            de do da dos das a ao à com para por contra sobre entre sem e em no na
            """
        ),
        passive=words(
            """
            sido foi
            """
        ),
        by="por",
        relative=words(
            """
            que quem
            """
        ),
        works=words(
            """
            filme livro romance peça canção álbum exposição quadro série ópera revista título artigo programa
            """
        ),
        female=words(
            """
            senhora ministra deputada senadora diretora mulher mãe filha maria ana
            """
        ),
        male=words(
            """
            senhor ministro deputado senador diretor homem pai filho joão josé
            """
        ),
        bodies=words(
            """
            empresa grupo sindicato governo partido polícia associação
            """
        ),
    ),
)

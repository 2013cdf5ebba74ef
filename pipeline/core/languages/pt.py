"""Portuguese."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.languages.speech import Speech
from pipeline.core.reasons import RemovedReason as Reason

LANGUAGE = Language(
    code="pt",
    name="Portuguese",
    page_words=words(
        """
        assine assinante assinantes assinatura cadastre login senha conta entrar newsletter boletim compartilhar
        compartilhe partilhar imprimir copiar link salvar ouvir siga seguir cookies privacidade aceitar rejeitar
        navegador javascript baixe aplicativo app vídeo vídeos fotos foto galeria leia mais também veja saiba lidas
        lidos últimas notícias relacionadas relacionados recomendado publicidade anterior próxima comentários
        comentário responder contato termos política direitos reservados
        """
    ),
    furniture_words=words(
        """
        assine inscreva* siga compartilh* leia também veja mais publicidade direitos reservados clique aqui baixe
        relacionad* foto* vídeo*
        """
    ),
    stop_words=words(
        """
        os as um uma dos das em no na nos nas não foi ao à pelo pela mais que do da se por como mas ele ela seu sua
        ou ser quando muito há já está eu também só até isso entre era depois sem mesmo aos ter seus quem me esse
        eles estão você tinha foram essa num nem suas meu às minha têm numa pelos havia seja qual será nós tenho
        lhe deles essas esses pelas este disse
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
    questions=phrases("p, pergunta"),
    answers=phrases("r, resposta"),
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
        drops=True,
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
    furniture={
        Reason.ADVERTISEMENT: phrases(
            """
            publicidade, anúncio, anúncios, conteúdo patrocinado, patrocinado, patrocinado por *,
            conteúdo publicitário, informe publicitário, continua após a publicidade,
            continua depois da publicidade, a notícia continua após *, publieditorial, cupons, ofertas
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            leia também, leia também:*, leia também *, leia mais, leia mais:*, leia mais *, leia ainda,
            leia ainda:*, leia:*, leia a matéria completa *, leia na íntegra *, leia a íntegra *, veja também,
            veja também:*, veja também *, veja mais, veja mais:*, veja mais *, veja:*, veja o vídeo *, ver mais,
            ver mais *, ver tudo, ver todos, ver todas, saiba mais, saiba mais:*, saiba mais *, assista:*,
            assista também *, assista ao vídeo *, ouça:*, confira:*, confira também *, confira também:*,
            confira mais *, relacionado, relacionados, relacionadas, relacionado:*, notícias relacionadas,
            artigos relacionados, artigo relacionado, matérias relacionadas, matéria relacionada,
            conteúdo relacionado, conteúdos relacionados, posts relacionados, você pode gostar,
            você também pode gostar, pode gostar também, talvez você goste, pode interessar, pode interessar:*,
            pode lhe interessar, também pode interessar, recomendado, recomendados, recomendado para você,
            recomendados para você, recomendamos, recomendações, mais lidas, mais lidos, as mais lidas,
            os mais lidos, mais vistas, mais vistos, mais populares, mais recentes, mais notícias, mais notícias *,
            mais sobre *, mais em *, mais de *, últimas notícias, últimas, última hora, as últimas,
            notícias recentes, outras notícias, outros artigos, destaques, em destaque, em alta, não perca,
            não perca *, próxima, anterior, próximo artigo, artigo anterior, artigo seguinte, próxima notícia,
            notícia anterior, próximo post, post anterior, continue lendo, continue lendo *, continue a ler,
            continue a ler *, ler mais, ler mais *, ler também, ler também:*, ler artigo, vídeo:*, vídeos:*,
            fotos:*, galeria:*, enquete:*, infográfico:*, perfil:*, clique aqui, clique aqui *,
            com informações de *, com informações da *, com informações do *, tópicos relacionados
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            newsletter, newsletters, boletim, assine, assine a *, assine já, assine agora, assine nossa *,
            inscreva se, inscreva se *, inscreva se na *, inscreva se no *, inscrever se, cadastre se,
            cadastre se *, subscreva, subscreva *, subscrever, subscreva a *, receba as *, receba notícias *,
            receba nossas *, seu e mail, seu email, e mail, digite seu *, insira o seu *, informe seu *,
            obrigado por se inscrever *, obrigado por subscrever *, entre no nosso grupo *, entre no grupo *,
            participe do *, participe do nosso *, faça parte do *, ative as notificações *, fique por dentro *,
            * no seu e mail, * no seu email
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            compartilhar, compartilhe, compartilhe *, compartilhe no *, compartilhar no *, compartilhar em *,
            compartilhar via *, compartilhe essa notícia *, compartilhe esta notícia *, compartilhe isso *,
            partilhar, partilhe, enviar, enviar por *, enviar por e mail, imprimir, copiar, copiar link,
            copiar o link, link copiado, tuitar, tweetar, salvar, guardar, salvar artigo, favoritos,
            ler mais tarde, ouvir, ouça este *, ouça este conteúdo *, ouvir artigo, siga nos *, siga o *, siga a *,
            siga nos no *, seguir, nos siga *, acompanhe o *, acompanhe a *, redes sociais, tamanho da fonte,
            tamanho do texto, oferecer artigo
            """
        ),
        Reason.COMMENTS: phrases(
            """
            comentário, comentários, 0 comentários, 0 comentário, nenhum comentário, sem comentários,
            deixe um comentário, deixe seu comentário, deixe o seu comentário, deixe uma resposta,
            deixar um comentário, deixar uma resposta, escreva um comentário, adicionar comentário,
            adicione um comentário, enviar comentário, publicar comentário, comentar, comente, ver comentários,
            mostrar comentários, todos os comentários, ler comentários, responder, cancelar resposta,
            cancelar respuesta, seu comentário, o que você acha *, o que achou *, dê sua opinião *,
            o seu endereço de e mail não *, o seu endereço de email não *, seu endereço de e mail não *,
            campos obrigatórios *, salvar meu nome *, guardar o meu nome *, faça login para *,
            você precisa estar logado *, para comentar *, os comentários são *, os comentários não *,
            reportar erro, comunicar erro, erramos, encontrou um erro *, viu algum erro *, denunciar
            """
        ),
        Reason.PAYWALL: phrases(
            """
            exclusivo para assinantes, conteúdo exclusivo *, somente para assinantes, só para assinantes,
            para assinantes, assinante, assinantes, já é assinante *, já sou assinante *, é assinante *,
            já tem conta *, já tem uma conta *, ainda não é *, para continuar lendo *, para continuar a ler *,
            este conteúdo é exclusivo *, este artigo é exclusivo *, entrar, login, fazer login, faça login *,
            faça seu login *, faça o login *, acessar, iniciar sessão, inicie sessão *, criar conta,
            crie sua conta *, senha, esqueceu a senha *, esqueci minha senha, minha conta, premium,
            apoie o jornalismo *, apoie nos *, doe, doe agora, faça uma doação *
            """
        ),
        Reason.APP_PROMOTION: phrases(
            """
            baixe o app *, baixe o aplicativo *, baixe nosso *, baixe nosso app *, baixe grátis *,
            descarregue a app *, descarregar app, disponível no *, disponível na *, abrir no app,
            participe do canal *, entre no canal *, canal do whatsapp *, siga o canal *
            """
        ),
        Reason.CONSENT: phrases(
            """
            aceitar, aceito, aceitar todos, aceitar cookies, concordo, rejeitar, recusar, configurações,
            configurar, configurações de cookies, preferências, preferências de cookies, cookies,
            política de cookies, política de privacidade, política de privacidade *, privacidade, usamos cookies *,
            utilizamos cookies *, este site utiliza *, este site usa *, este conteúdo não está disponível *,
            para ver este conteúdo *, seu navegador *, ative o javascript *, carregando, a carregar,
            ocorreu um erro *, tente novamente *, fechar, cancelar, ir para o conteúdo,
            ir para o conteúdo principal, pular para o conteúdo, saltar para o conteúdo
            """
        ),
        Reason.PHOTO_WIDGET: phrases(
            """
            foto, fotos, galeria, galeria de fotos, imagem, imagens, vídeo, vídeos, foto 0 de 0, imagem 0 de 0,
            0 de 0, 0 fotos, ampliar, ampliar imagem, ver em tela cheia, tela cheia, reproduzir,
            tempo de leitura *, tempo de leitura 0 *, 0 min de leitura, leitura 0 *, infográfico, gráfico,
            crédito da imagem *, legenda da imagem *, legenda da foto *, áudio
            """
        ),
        Reason.CAPTION: phrases(
            """
            foto:*, fotos:*, imagem:*, crédito:*, créditos:*, foto de *, foto de arquivo, imagem de arquivo,
            imagem ilustrativa, foto ilustrativa, foto reprodução *, reprodução, divulgação, foto divulgação *,
            arte:*, ilustração:*, arquivo pessoal
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            início, página inicial, home, voltar, voltar ao topo, voltar para o topo, topo, ir para o topo, menu,
            buscar, busca, pesquisar, pesquisa, seções, seção, editorias, categorias, categoria, mapa do site,
            contato, contacto, fale conosco, contactos, quem somos, sobre, sobre nós, expediente, ficha técnica,
            estatuto editorial, termos de uso, termos e condições, termos, ajuda, perguntas frequentes, arquivo,
            anuncie, anuncie aqui, trabalhe conosco, próxima página, página anterior, página 0, sobre o autor,
            sobre a autora, autor, autores, mais artigos de *, todos os artigos *, redação, da redação,
            navegação de post, edição impressa, serviços, previsão do tempo, horóscopo, jogos, loterias,
            classificados, loja
            """
        ),
        Reason.TAGS: phrases(
            """
            tags:*, etiquetas, etiquetas:*, assuntos, assuntos:*, temas, temas:*, tópicos, categorias:*,
            categoria:*, palavras chave, palavras chave:*, marcadores, marcadores:*, mais sobre:*, publicado em *,
            tudo sobre:*
            """
        ),
        Reason.COPYRIGHT: phrases(
            """
            todos os direitos reservados, todos os direitos reservados *, * todos os direitos reservados,
            direitos reservados *, proibida a reprodução *, é proibida a reprodução *, reprodução proibida *,
            este texto foi publicado *, as opiniões expressas *, este texto não reflete *
            """
        ),
    },
    cues={
        Reason.APP_PROMOTION: phrases(
            """
            nosso app
            """
        ),
        Reason.PAYWALL: phrases(
            """
            assinantes
            """
        ),
    },
)

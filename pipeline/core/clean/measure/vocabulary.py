"""Function words and page words of several languages. Common words only: no names, no sites."""

# What prose is full of, and headlines and menus lack.
STOP_WORDS = frozenset(
    """
    a an the and or but if then than that this these those it its he she they them his her their him of in on at by
    for with from to as is are was were be been being has have had do does did not no will would can could should
    may might must there here which who whom whose what when where while into over under after before between about
    up out so such very just also only more most some any all both each other because during through we our us i my
    you your said says
    le la les un une des du de et ou mais donc que qui dans sur avec pour par est sont été était ont pas ne se ce
    cette ces son sa ses leur leurs il elle ils elles nous au aux en plus a dit
    der die das den dem des ein eine einen einem einer und oder aber nicht mit von zu zum zur im ist sind war
    waren wird werden wurde wurden hat haben hatte auf für als auch sich er sie es wir ihr bei nach aus um dass noch
    el los las unos unas y o pero con por para del al es son fue fueron ha han había no se su sus lo como más entre
    sobre sin ya muy este esta estos estas
    lo gli uno e ma di da con per tra che non si è sono era ha hanno della dei delle nel nella
    os as um uma dos das em no na nos nas não foi ao à pelo pela mais
    het een van op te dat niet zijn voor met aan door ook naar
    و در به از که این آن را با برای است بود شد شده می های بر تا هم نیز یا اما کرد کرده خود
    и в на не что с по из за от как это для он она они но был была
    """.split()
)

# What menus, forms, footers and lists of other articles are full of.
PAGE_WORDS = frozenset(
    """
    related recommended popular trending latest next previous editor's picks featured discover articles posts stories
    share shares follow facebook twitter whatsapp linkedin pinterest instagram telegram reddit youtube tiktok tweet
    flipboard messenger snapchat email print copy link newsletter newsletters subscribe subscriber subscribers
    subscription inbox signup sign alerts notifications unsubscribe comment comments reply replies discussion cancel
    required copyright rights reserved trademark trademarks disclaimer policy privacy terms cookie cookies conditions
    home menu search login log register contact careers advertise sitemap faq help feedback accessibility skip top back
    categories category archive archives rss jobs preferences settings download app apps advertisement advert ads
    advertising sponsored sponsor promoted affiliate cart checkout tag tags topics filed keywords author
    lire aussi articles liés partager suivez abonnez commentaire commentaires réservés mentions légales accueil
    recherche publicité thèmes inscription connexion lettre
    mehr thema lesen teilen folgen abonnieren kommentar kommentare vorbehalten datenschutz impressum suche startseite
    anzeige schlagwörter themen anmelden
    relacionadas relacionados noticias leídas compartir síguenos suscríbete boletín comentario comentarios reservados
    aviso inicio buscar publicidad etiquetas temas
    leggi anche correlati condividi seguici iscriviti commenti riservati pubblicità
    مرتبط بیشتر خبرنامه دیدگاه نظر برچسب اشتراک
    """.split()
)

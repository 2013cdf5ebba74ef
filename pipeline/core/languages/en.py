"""English."""

from pipeline.core.languages.language import Language, phrases, words

LANGUAGE = Language(
    code="en",
    name="English",
    stop_words=words(
        """
        a an the and or but if then than that this these those it its he she they them his her their him of in
        on at by for with from to as is are was were be been being has have had do does did not no will would
        can could should may might must there here which who whom whose what when where while into over under
        after before between about up out so such very just also only more most some any all both each other
        because during through we our us i my you your said says
        """
    ),
    page_words=words(
        """
        related recommended popular trending latest next previous editor's picks featured discover articles
        posts stories share shares follow facebook twitter whatsapp linkedin pinterest instagram telegram reddit
        youtube tiktok tweet flipboard messenger snapchat email print copy link newsletter newsletters subscribe
        subscriber subscribers subscription inbox signup sign alerts notifications unsubscribe comment comments
        reply replies discussion cancel required copyright rights reserved trademark trademarks disclaimer
        policy privacy terms cookie cookies conditions home menu search login log register contact careers
        advertise sitemap faq help feedback accessibility skip top back categories category archive archives rss
        jobs preferences settings download app apps advertisement advert ads advertising sponsored sponsor
        promoted affiliate cart checkout tag tags topics filed keywords author
        """
    ),
    months=words(
        """
        january jan february feb march mar april apr may june jun july jul august aug september sept sep october oct
        november nov december dec
        """
    ),
    weekdays=words("monday mon tuesday tue tues wednesday wed thursday thu thurs friday fri saturday sat sunday sun"),
    abbreviations=words(
        """
        mr mrs ms dr prof sr jr st rev fr hon gov sen rep gen col lt sgt cpl capt cmdr maj adm pres supt det insp
        cllr msgr messrs mme mlle mt ft ave blvd rd no nos vol pp vs v etc approx dept est fig inc ltd co corp bros
        llc plc univ assn ed eds jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat
        sun ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla
        ore pa penn tenn tex va vt wash wis wyo e.g i.e cf al ca d.c u.s u.k u.n a.m p.m
        """
    ),
    byline_openings=phrases(
        """
        by, written by, posted by, published by, story by, text by, words by, author, authors, from our
        correspondent
        """
    ),
    name_joins=phrases("and, with"),
    roles=phrases(
        """
        reporter, staff reporter, writer, staff writer, senior writer, correspondent, senior correspondent, editor,
        senior editor, news editor, columnist, contributor, journalist, photographer, producer, analyst, freelancer,
        bureau chief, intern, blogger
        """
    ),
    date_openings=phrases(
        """
        published, updated, posted, last updated, first published, published on, updated on, posted on, last
        modified, modified, created, date
        """
    ),
    sections=phrases(
        """
        news, sport, sports, football, soccer, politics, business, opinion, world, world news, uk news, us news,
        national, local, local news, national news, international, culture, entertainment, technology, tech,
        science, health, lifestyle, travel, money, markets, finance, economy, education, environment, climate,
        features, analysis, editorial, comment, columns, letters, breaking news, latest news, top stories, top news,
        headlines, home, africa, asia, europe, middle east, americas, law, crime, obituaries, weather, video,
        videos, photos, gallery, podcast, podcasts, live, exclusive, crosswords, arts, books, film, music, tv, food,
        property, motoring, fashion, celebrity, society, religion, press release, press releases
        """
    ),
    labels=phrases(
        """
        file, file photo, photo, photos, image, picture, video, watch, listen, live, update, updated, breaking,
        breaking news, exclusive, analysis, opinion, editorial, review, correction, corrected, note, advisory,
        developing, just in, explainer, factbox, timeline, q, a, quiz, poll, interview, sponsored, advertisement,
        audio, podcast, gallery, related, read, see, source, credit, caption, headline, summary, tl;dr, warning,
        tip, notice, disclaimer
        """
    ),
    furniture_lines=phrases(
        """
        advertisement, advertisements, advertising, ad, ads, photo, photos, image, images, picture, pictures, video,
        videos, caption, faq, faqs, frequently asked questions, menu, search, share, share this, share this article,
        share this story, save, print, email, comments, comment, no comments, subscribe, sign up, log in, login,
        sign in, register, read more, continue reading, related, related articles, related stories, recommended,
        trending, most read, most popular, skip to content, skip to main content, back to top, listen to this
        article, play video, watch video, watch live, newsletter, newsletters, table of contents, contents, loading,
        all rights reserved, terms of use, privacy policy, cookie policy, cookies, contact us, about us, follow us,
        enlarge this image, toggle caption, hide caption, view comments, copy link, getty images, file photo,
        sponsored, sponsored content, story continued below, story continues below, click here, gift this article,
        give this article, close, open menu, notifications
        """
    ),
    furniture_openings=phrases(
        """
        subscribe to, subscribe now, sign up for, sign up to, log in to, sign in to, register for, register to,
        click here, follow us, share on, share this, photo by, photo credit, photo:, image:, image credit, image
        copyright, image caption, picture:, file photo, read more, read also, also read, see also, watch:, listen:,
        continue reading, advertisement, get the latest, get our, download our, download the, join our, this article
        was, this story was, skip to, related:, copyright, published by permission, don't miss, you have, enter
        your, please enable, please subscribe, support our, give this, email the, enlarge this, story
        highlights, listen to this, scroll to
        """
    ),
    agencies=phrases(
        """
        Associated Press, The Associated Press, AP, Reuters, Thomson Reuters, United Press International, UPI,
        Bloomberg, Bloomberg News, CNN, BBC, BBC News, NPR, Press Association, PA, PA Media, AAP, Australian
        Associated Press, The Canadian Press, Canadian Press, PTI, Press Trust of India, ANI, IANS, UNI, APP,
        Associated Press of Pakistan, Xinhua, Kyodo, Kyodo News, Jiji, Yonhap, Bernama, PRNewswire, PR Newswire,
        Business Wire, BUSINESS WIRE, GlobeNewswire, GLOBE NEWSWIRE, Newswire, Tribune News Service, HealthDay News,
        HealthDay, Religion News Service, RNS, Catholic News Agency, CNA, Inter Press Service, IPS, SAnews,
        SAnews.gov.za, GNA, Ghana News Agency, NAN, News Agency of Nigeria, KNA, PNA, Philippine News Agency, VNA,
        TNA, CNS, AllAfrica, MENAFN, Newsfile, ACCESSWIRE, StatePoint, Capitol News Illinois, States Newsroom, Wire
        """
    ),
)

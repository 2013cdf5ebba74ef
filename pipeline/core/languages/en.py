"""English."""

from pipeline.core.languages.language import Language, phrases, words
from pipeline.core.languages.speech import Speech

LANGUAGE = Language(
    code="en",
    name="English",
    furniture_words=words(
        """
        advert* sponsor* promo* newsletter* subscri* sign inbox follow* twitter facebook instagram whatsapp
        telegram youtube tiktok linkedin podcast* spotify app apps download* click* tap swipe scroll* share*
        tweet* comment* donat* copyright rights reserved reproduc* republish* syndicat* licens* contact*
        email* e-mail* read watch listen view see more related recommended coverage latest trending popular
        photo* image* slideshow gallery video* caption* browser cookie* privacy javascript loading
        transcript* member* support* paywall free join register* login tips correction* updated editor's
        story continue* previous page pages here link* copied enlarge toggle icon menu search
        home
        """
    ),
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
    place_leads=phrases("for, in, at, of, from"),
    date_leads=phrases("on"),
    credit_openings=phrases("source, sources"),
    biography_words=phrases(
        """
        writes, covers, reports on, reported, is a, is an, is the author, is the editor, was a, can be reached,
        joined, contributed, lives in, has written, has covered, has reported, has been, is based, teaches, edits,
        leads
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
        Bloomberg, Bloomberg News, CNN, BBC, BBC News, NPR, Press Association, PA Media, AAP, Australian
        Associated Press, The Canadian Press, Canadian Press, PTI, Press Trust of India, ANI, IANS, UNI, APP,
        Associated Press of Pakistan, Xinhua, Kyodo, Kyodo News, Jiji, Yonhap, Bernama, PRNewswire, PR Newswire,
        Business Wire, BUSINESS WIRE, GlobeNewswire, GLOBE NEWSWIRE, Newswire, Tribune News Service, HealthDay News,
        HealthDay, Religion News Service, RNS, Catholic News Agency, CNA, Inter Press Service, IPS, SAnews,
        SAnews.gov.za, GNA, Ghana News Agency, NAN, News Agency of Nigeria, KNA, PNA, Philippine News Agency, VNA,
        TNA, CNS, AllAfrica, MENAFN, Newsfile, ACCESSWIRE, StatePoint, Capitol News Illinois, States Newsroom, Wire
        """
    ),
    speech=Speech(
        verbs=words(
            """
            alleged alleges respond reply answer explain warn promise predict written clarifies clarified shares
            shared emphasizes emphasises related mention mentioned mentions bemoaned bemoans begged whined
            implied implies sniffed ordered said says say told tells tell added adds add asked asks ask replied
            replies wrote writes write tweeted tweets posted explained explains argued argues argue insisted
            insists insist warned warns noted notes declared declares announced announces claimed claims claim
            stated states continued continues recalled recalls joked jokes called calls call described describes
            dismissed dismisses denounced blasted slammed accused accuses criticized criticised praised promised
            promises predicted predicts quipped concluded concludes acknowledged acknowledges admitted admits
            conceded concedes agreed responded responds testified remarked remarks commented comments complained
            complains countered counters urged urges vowed vows pledged suggested suggests stressed stresses
            emphasized emphasised reiterated lamented laments shouted yelled exclaimed whispered thundered reads
            mused observed observes contended contends maintained maintains maintain cautioned cautions
            confirmed confirms reported reports labeled labelled dubbed referred refers characterized
            characterised mocked decried derided defended hailed demanded demands answered answers retorted
            retorts laughed smiled sighed snapped muttered mutters insinuated believes thinks wondered wonders
            went shot boasted bragged railed ranted scoffed chanted chants cried cheered reasoned recounted
            recounts reflected revealed reveals repeated repeats read likened branded lambasted ridiculed
            apologized apologised proclaimed proclaims assured assures offered opined interjected interrupted
            pleaded protested chimed concurred gushed elaborated summarized summed allowed advised hinted
            signaled signalled touted urging quoted kidded fumed celebrated condemned condemns spoke deemed
            """
        ),
        participles=words(
            """
            saying calling adding telling asking arguing insisting warning noting declaring announcing claiming
            stating describing dismissing denouncing blasting slamming accusing criticizing criticising praising
            promising predicting concluding acknowledging admitting conceding responding remarking commenting
            complaining countering urging vowing pledging suggesting stressing emphasizing emphasising lamenting
            shouting yelling exclaiming writing tweeting labeling labelling dubbing referring characterizing
            characterising mocking decrying deriding hailing demanding explaining joking reading chanting
            cautioning quoting likening branding boasting citing
            """
        ),
        according=(
            "according to",
            "in the words of",
            "as told by",
        ),
        pronouns={"he": "m", "she": "f", "they": "", "i": "", "we": ""},
        determiners=words(
            """
            the a an this these those his her its their our one some another both two three several many most
            other
            """
        ),
        roles=words(
            """
            pilot nephew niece aunt uncle grandmother grandfather baker musician singer actor actress artist
            drummer guitarist surgeon psychologist sociologist biologist glaciologist geologist physicist
            chemist astronomer climatologist forecaster trader banker broker investor shareholder consultant
            contractor builder carpenter electrician fireman firefighter firefighters policeman detective
            inspector sheriff trooper guard prisoner inmate suspect eyewitness bystander shopper customer
            customers tourist tourists pensioner worker workers trucker cyclist sailor skipper goalkeeper
            defender midfielder winger quarterback pitcher referee umpire trainer physio parent parents child
            children teenager schoolboy schoolgirl lecturer dean principal novelist poet playwright filmmaker
            producer curator conductor composer designer architect chef waiter waitress landlord tenant owner
            shopkeeper spokespeople insider insiders operative operatives staffer staffers insurgent rebel
            commander officer lieutenant captain admiral veteran veterans minister rabbi imam pastor preacher
            monk nun hospital school university club firm airline bank board council parliament commission
            tribunal panel regulator watchdog charity party coalition opposition embassy palace kremlin
            president premier chancellor secretary senator representative congressman congresswoman lawmaker
            governor mayor judge justice lawyer attorney prosecutor spokesman spokeswoman spokesperson official
            officials aide aides adviser advisers advisor advisors candidate nominee leader leaders chairman
            chairwoman chair chief director manager coach officers analyst analysts expert experts critic
            critics supporter supporters opponent opponents voter voters resident residents witness witnesses
            victim mother father son daughter wife husband brother sister widow woman man women men boy girl
            people person reporter reporters journalist journalists editor author writer professor scientist
            scientists researcher researchers doctor doctors nurse nurses teacher teachers student students
            police company campaign committee group organization organisation union government ministry
            department agency office court statement report source sources diplomat diplomats ambassador envoy
            negotiator strategist pollster donor activist activists protester protesters crowd fan fans player
            players striker founder executive executives economist historian democrat democrats republican
            republicans conservative conservatives liberal liberals billionaire businessman developer mogul lady
            deputy general colonel sergeant soldier vicar priest bishop pope archbishop fisherman farmer driver
            mechanic passenger neighbour neighbor friend friends colleague colleagues partner member members
            host anchor pundit commentator columnist whistleblower plaintiff defendant headmaster councillor
            councilman councilwoman engineer plumber welder backbencher rival rivals speaker newspaper network
            paper letter memo email tweet administration
            """
        ),
        prepositions=words(
            """
            outside inside beside near beyond across along past for of to with from against by about like under
            over between among behind on in at after before than into toward towards including without upon and
            versus via despite unlike
            """
        ),
        passive=words(
            """
            been being was were is are be
            """
        ),
        by="by",
        relative=words(
            """
            who which that whose
            """
        ),
        works=words(
            """
            film movie book novel play song album show series programme program magazine hit single musical
            documentary comedy poem essay article episode titled entitled headlined named sitcom memoir
            """
        ),
        female=words(
            """
            simon nephew uncle grandfather grandpa fireman policeman salesman monk trevor neil graham nigel
            duncan niece aunt grandmother grandma waitress nun heroine saleswoman policewoman ms mrs miss lady
            queen princess congresswoman spokeswoman chairwoman councilwoman businesswoman actress duchess
            sister mother wife daughter widow woman girl dame hillary elizabeth mary patricia jennifer linda
            barbara susan jessica sarah karen nancy lisa betty margaret sandra ashley kimberly emily donna
            michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela
            shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet
            catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan
            evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances
            kathryn janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle
            beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori ivanka melania
            kellyanne loretta debbie nikki claire anne fiona eleanor lucy jane kate ingrid elena edith
            """
        ),
        male=words(
            """
            mr sir lord king prince congressman spokesman chairman councilman businessman duke father husband
            son brother man boy pope donald james john robert michael william david richard joseph thomas
            charles christopher daniel matthew anthony mark steven paul andrew joshua kenneth kevin brian george
            edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin
            scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron
            jose adam henry nathan douglas zachary peter kyle walter ethan jeremy harold keith christian roger
            noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe jordan billy bruce albert
            willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell louis philip bobby
            johnny bradley barack mitt bernie ted marco mike tim mitch newt rudy chris jeb ben bill steve jim
            tom dan bob rick ken greg ron sam boris vladimir
            """
        ),
        bodies=words(
            """
            police company campaign committee group organization organisation union government ministry
            department agency office court statement report source sources newspaper network paper letter memo
            email tweet administration hospital school university club firm airline bank board council
            parliament commission tribunal panel regulator watchdog charity party coalition opposition embassy
            palace kremlin crowd people men women residents officials aides
            """
        ),
    ),
)

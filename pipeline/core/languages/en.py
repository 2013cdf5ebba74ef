"""English."""

from pipeline.core.languages.language import Closing, Language, phrases, words
from pipeline.core.languages.speech import Speech, numbered
from pipeline.core.reasons import RemovedReason as Reason

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
        a an the and or but if then than that this these those it its he she they them his her their him of in on
        at by for with from to as is are was were be been being has have had do does did not no will would can
        could should may might must there here which who whom whose what when where while into over under after
        before between about up out so such very just also only more most some any all both each other because
        during through we our us i my you your said says
        """
    ),
    page_words=words(
        """
        related recommended popular trending latest next previous editor's picks featured discover articles posts
        stories share shares follow facebook twitter whatsapp linkedin pinterest instagram telegram reddit youtube
        tiktok tweet flipboard messenger snapchat email print copy link newsletter newsletters subscribe subscriber
        subscribers subscription inbox signup sign alerts notifications unsubscribe comment comments reply replies
        discussion cancel required copyright rights reserved trademark trademarks disclaimer policy privacy terms
        cookie cookies conditions home menu search login log register contact careers advertise sitemap faq help
        feedback accessibility skip top back categories category archive archives rss jobs preferences settings
        download app apps advertisement advert ads advertising sponsored sponsor promoted affiliate cart checkout
        tag tags topics filed keywords author
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
    questions=phrases("q, question"),
    answers=phrases("a, answer"),
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
        roles=numbered(
            words(
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
            )
        ),
        prepositions=words(
            """
            out outside inside beside near beyond across along past for of to with from against by about like under
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
        terms=words(
            """
            word words term terms name nickname phrase label slogan moniker acronym title
            """
        ),
        definite={"the": ""},
        persons=tuple("ist ian man woman -old ean swede dane briton scot spaniard".split()),
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
    furniture={
        Reason.ADVERTISEMENT: phrases(
            """
            advertisement, advertisements, advert, ads, ad, sponsored, sponsored content, sponsored links,
            sponsored link, sponsored by *, sponsor message, paid content, paid promoted, promoted content,
            promoted stories, skip advertisement, skip ad, advertisement continue reading *,
            advertisement - continue reading *, continue reading the main story, continue reading below,
            article continues below, article continues below advertisement, article continues after advertisement,
            article continues after ad, story continues below, story continued below,
            story continues below advertisement, story continues after advertisement, story continues after ad,
            story continues after this ad, story continues, scroll to continue, scroll down to continue,
            scroll to continue with content, scroll for more, advertise here, advertise with us, report this ad,
            ad choices, adchoices, ad feedback, remove ads, this is an advertisement, advertising,
            from our partners, from our advertisers, partner content, content from our partners, ads by *,
            advertisement read more, advertisement advertisement, this ad will end in *, loading ad,
            why am i seeing this ad, affiliate links, shop now, buy now, sponsored message, paid for by *,
            brought to you by *, presented by *, sponsor content, sponsored stories, ad blockers *, we may earn *,
            we may receive *, when you buy through *, if you purchase *, this post contains affiliate *,
            this article contains affiliate *, purchases made through *, products featured *, prices accurate *,
            as an amazon associate *
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            related, related articles, related article, related stories, related story, related news,
            related posts, related post, related content, related coverage, related links, related topics,
            related reading, related video, related videos, related items, related reports, related report,
            related:*, related article:*, related articles:*, related story:*, related stories:*, related post:*,
            related posts:*, related news:*, related video:*, related videos:*, related content:*,
            related coverage:*, related reading:*, related link:*, related links:*, related coverage *, read more,
            read more *, read more:*, read also, read also:*, also read, also read:*, also read *, read next,
            read next:*, read this next, read this:*, read:*, must read, must read:*, must reads, more:*, see also,
            see also:*, see also *, see more, see more:*, see more *, see related *, more on this,
            more on this story, more on this topic, more on this:*, more from *, more stories, more stories from *,
            more news, more news from *, more top stories, more articles, more articles by *, more articles from *,
            more like this, more in *, recommended, recommended for you, recommended:*, recommended articles,
            recommended stories, recommended reading, recommended videos, recommended by *, you may also like,
            you might also like, you may like, you might like, you may be interested in,
            you might be interested in, you might be interested in:*, don t miss, don t miss:*, don t miss *,
            up next, what to read next, what to watch next, next article, previous article, next post,
            previous post, next story, previous story, next up, next:*, previous:*, editors picks, editor s picks,
            editor s pick, editors choice, editor s choice, most read, most viewed, most popular, most shared,
            most commented, most watched, most recent, popular, popular now, popular posts, popular stories,
            popular articles, popular news, trending, trending now, trending stories, trending articles,
            trending topics, trending news, trending:*, top stories, top news, top headlines, latest, latest news,
            latest stories, latest headlines, latest articles, latest posts, latest updates, latest videos,
            latest in *, recent posts, recent articles, recent stories, recent news, in other news, other stories,
            other news, other articles, around the web, from around the web, elsewhere on the web,
            around the network, stories for you, for you, suggested reading, suggested articles, further reading,
            in case you missed it, icymi:*, in pictures, in this story, explore more, explore more on these topics,
            discover more, find out more, learn more, view more, load more, show more, view all, see all,
            click here, click here *, click to *, click for *, tap here *, go here, go here *, full coverage:*,
            for more on *, for more news *, for more stories *, for the latest *, full story:*, full coverage,
            full story, continue reading, continue reading *, keep reading, keep reading:*, watch:*, watch more:*,
            watch now:*, watch live, watch live:*, watch below, watch below:*, watch the video, watch the video:*,
            watch the video below, watch video, watch the latest *, video:*, listen:*, photos:*, gallery:*,
            slideshow:*, in photos:*, poll:*, quiz:*, explainer:*, also on *, also see, also see:*,
            see original study, original article, original story, originally published *, read full article,
            read the full article, read the full article *, read the full story, read the full story *,
            read full story, read the rest *, read the original *, h t:*, h t *, more coverage, more coverage:*,
            top picks, our picks, must see, must watch, featured, featured articles, featured stories,
            featured video, featured videos, featured posts, news in pictures, breaking news, top videos,
            video of the day, photo of the day, best of the web, from the archive, from the archives, * read more,
            * click here, * read more here, * see more here, * read the full story here, what others are reading,
            people also read, people are reading, readers also liked, you may have missed, more to explore,
            more to read, more headlines, more videos, more for you, more information, more info, headline:*,
            previously:*, flashback:*, related stories from *, other stories *, other articles *,
            our best stories *, what we re reading, what we re watching, what else we re *, most read in *,
            most popular in *, more in this *, more like this *, more great *, other top stories,
            today s top stories, our top stories, you might be interested in *, you may also be interested in *,
            you might also be interested in *, you may also enjoy *, we recommend, our recommendations,
            promoted links, sponsored stories *, see full article, full article, story highlights, top comments *,
            find out more about *, click above *, click below *, scroll down for *, browse today s tags,
            see original story *, access report *, for full text *, watch more videos *, watch the full *
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            newsletter, newsletters, our newsletter, newsletter sign up, newsletter signup, sign up, sign up now,
            sign up here, sign up today, sign up for free, sign up for our *, sign up for the *,
            sign up for newsletters, sign up for breaking *, sign up for *, sign up to our *, sign up to the *,
            sign up to receive *, sign up to get *, sign me up, subscribe, subscribe now, subscribe today,
            subscribe here, subscribe for free, subscribe to our *, subscribe to the * newsletter, subscribe to *,
            subscribed, unsubscribe, get our newsletter, get our newsletters, get our free *, get our daily *,
            get the newsletter, get the latest *, get all the latest *, get breaking news *, get email alerts,
            get email updates *, get alerts, get updates *, get notified *, never miss *, daily newsletter,
            daily briefing, free newsletter, weekly newsletter, email newsletter, email newsletters, email alerts,
            email sign up, email signup, enter your email, enter your email *, enter your email address *,
            enter email, your email, your email address, email address, email address *,
            please enter a valid email *, please provide a valid email *, invalid email address,
            thank you for subscribing *, thanks for subscribing *, thank you for signing up *,
            thanks for signing up *, you have successfully subscribed *, you ve successfully subscribed *,
            you are now subscribed *, you re all set *, check your inbox *, by signing up *, by subscribing *,
            by entering your email *, by clicking *, by submitting *, by providing your email *,
            you can unsubscribe *, you may unsubscribe *, unsubscribe at any time *, opt out at any time,
            join our newsletter *, join our mailing list *, join our *, * delivered to your inbox,
            * straight to your inbox, * sent to your inbox, * in your inbox, * sign up here, * sign up now,
            * subscribe now, * subscribe here, * subscribe today, view sample, rss, rss feed, push notifications,
            turn on notifications *, enable notifications *, stay informed *, stay up to date *, receive our *,
            like what you re reading *, like this article *, like this story *, enjoy this article *,
            enjoying this article *, enjoying this story *, * sign up for our newsletter,
            * subscribe to our newsletter, * sign up for free, * sign up today, * subscribe for free,
            * subscribe now to read *, interested in more newsletters *, a welcome email is on its way *,
            we encountered an issue *, please check your email *, please check your junk folder *,
            you are agreeing to *, you agree to our *, you agree to the *, view all newsletters,
            see all newsletters, browse newsletters, choose your newsletters, manage newsletters,
            manage your newsletters, get stories like this *, get news like this *, like this newsletter *,
            this newsletter is *, was this forwarded to you *, was this newsletter *
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            share, shares, 0 shares, share this, share this:*, share this article, share this article *,
            share this story, share this story *, share this post, share this page, share this content,
            share this video, share this on *, share it, share via *, share article, share story, share post,
            share on facebook, share on twitter, share on x, share on whatsapp, share on linkedin, share via email,
            share on *, share to *, share with *, share with friends, share link, share full article,
            share options, share tools, sharing options, sharing is caring, share your thoughts *,
            share your story *, share our story *, please share *, read or share this story *,
            send any friend a story, gift this article, give this article, gift article, gift this story,
            as a subscriber you have *, facebook, facebook icon, twitter, twitter icon, x, x formerly twitter,
            linkedin, linkedin icon, pinterest, pinterest icon, whatsapp, whatsapp icon, messenger,
            facebook messenger, instagram, reddit, telegram, tumblr, flipboard, flipboard icon, snapchat, tiktok,
            youtube, threads, bluesky, mastodon, viber, pocket, vk, vkontakte, odnoklassniki, xing, wechat, weibo,
            gettr, gab, parler, truth social, truth, mewe, sms, skype, google+, google plus, google, stumbleupon,
            digg, delicious, evernote, hacker news, yummly, tweet, tweets, tweet this, retweet, pin, pin it, like,
            likes, follow, following, unfollow, follow us, follow us *, follow:*, follow us:*, follow me *,
            follow on *, follow him on *, follow her on *, follow them on *, follow the author on *,
            follow along *, connect with us, connect with us *, find us on *, like us on *, visit us on *,
            join us on *, email, e mail, email this, email this article, email this story, email this page,
            email article, email link, email a friend, email to a friend, email the author, send email, mail,
            mail to, send to a friend, send a tip, send us a tip *, send tips *, got a tip, got a tip *,
            have a tip, have a tip *, have a news tip *, print, print this, print this article, print this page,
            print article, print story, print friendly, pdf, copy, copy link, copy url, copied, link copied,
            link copied *, copy to clipboard, copied to clipboard, permalink, shortlink, save, save article,
            save story, save this story, save this article, save for later, saved, bookmark, bookmark this *,
            add to favorites, add to reading list, reading list, listen, listen to this article, listen to article,
            listen to this story, listen to this article *, listen now, text size, font size, increase text size,
            decrease text size, resize text, a a, aa, more sharing options, more options, toggle share *,
            social media, on facebook, on twitter, via email, by email, add us on google *,
            add as preferred source *, add * as a preferred source *, make us preferred *,
            preferred source on google, republish, republish this article, republish this story, reprint, reprints,
            reprints and permissions, reuse this content, cite this article, cite,
            copy this code to your website *, embed, embed this *, embed code, play, autoplay, facebook twitter,
            play facebook, tweet facebook, on x, * copy this code to your website or blog, * copy this code,
            * follow us on twitter, * follow us on facebook, * follow us on instagram, * follow him on twitter,
            * follow her on twitter, * follow me on twitter, why not follow *, you can email *,
            gift this article *, you can also send *, send us your *, send story ideas *, send your story ideas *,
            read more from *
            """
        ),
        Reason.COMMENTS: phrases(
            """
            comment, comments, 0 comments, 0 comment, no comments, no comments yet, one comment, view comments,
            view all comments, view 0 comments, view all 0 comments, show comments, hide comments,
            show all comments, see all comments, see comments, read comments, read all comments, all comments,
            load comments, load more comments, add a comment, add comment, add your comment, post a comment,
            post comment, write a comment, leave a comment, leave a comment *, leave a reply, leave a reply *,
            leave your comment, leave comment, submit comment, submit a comment, comment on this *, comment now,
            comments closed, comments are closed, comments are closed *, comments have been closed,
            commenting is closed, comments off, comments are turned off, comments are disabled, comments are off *,
            comments on this *, join the conversation, join the conversation *, join the discussion,
            join the discussion *, join the debate, start the conversation, start the discussion,
            be the first to comment, be the first to comment *, discuss, discuss this *, discussion, reply,
            replies, cancel reply, log in to comment, log in to leave a comment, login to comment, log in to reply,
            sign in to comment, please log in to *, you must be logged in *, you need to be logged in *,
            your email address will not be published *, required fields are marked, required fields are marked *,
            save my name email and website *, save my name *, notify me of *, what do you think,
            what do you think *, tell us what you think *, let us know *, let us know in the comments *,
            sound off *, have your say, have your say *, report abuse, report comment, report this comment, flag,
            upvote, downvote, sort by, newest, oldest, newest first, oldest first, top comments, recent comments,
            most recent comments, facebook comments, comment policy, commenting policy, comments policy,
            community guidelines, our comment policy, this site uses akismet *, learn how your comment data *,
            0 thoughts on *, 0 responses to *, one response to *, one thought on *, 0 replies, 0 responses,
            powered by disqus, view the discussion thread, please enable javascript to view the comments *,
            blog comments powered by *, letters to the editor:*, write a letter to the editor,
            * in the comments below, * in the comments section, * in the comments section below,
            * share your thoughts, * add your two cents, * have your say, * join the conversation,
            * leave a comment below, please keep comments *, we encourage all readers *, we reserve the right to *,
            comments may be *, comments are moderated *, is committed to maintaining a lively *,
            * join the discussion
            """
        ),
        Reason.PAYWALL: phrases(
            """
            subscribers only, for subscribers, subscriber only, subscriber exclusive, subscriber content, members only,
            premium content, already a subscriber, already a subscriber *, already a member *, already have an account,
            already have an account *, not a subscriber *, not a member *, become a subscriber, become a subscriber *,
            become a member, become a member *, become a supporter *, become a patron *, log in, login, log out, logout,
            sign in, sign out, sign in to *, log in to continue *, log in to read *, sign in or *, register,
            register now, register to *, register for free *, create account, create an account,
            create a free account *, create your account *, forgot password, forgot your password,
            forgot your password *, reset password, password, username, remember me, my account, manage account,
            your account, to continue reading *, to read the full *, to keep reading *, continue reading with *,
            start your free trial, start free trial, start trial, free trial, try it free, try for free,
            this article is for *, this content is for *, this story is for *, this article is only *,
            this article is free *, you have reached your *, you ve reached your *, you have * free articles *,
            unlock this article *, subscribe to read *, subscribe to continue *, subscribe to support our journalism *,
            support independent journalism *, support quality journalism *, support local journalism *, donate now,
            donate today, make a donation *, make a contribution, get unlimited access *, unlimited access *,
            full digital access *, view subscription *, subscription options, view offers, see offers, special offer,
            limited time offer *, cancel anytime, cancel any time, create an account or sign in *,
            sign in or create an account *, you can save this article *, enjoy additional articles *, please sign in *,
            please log in *, don t have an account *, do you have an account *, need an account *,
            thanks for registering *, thank you for registering *, already subscribed *, already registered *,
            existing subscriber *, new subscriber *, subscriber login, member login, your subscription *,
            this is a subscriber *, this is a premium *, access your favorite *, share your thoughts and join the *,
            enjoy unlimited *, get full access *, get all access *, if you appreciate our *, make a tax deductible *,
            chip in *, support our work, support our work *, want to bookmark *, please read our comment policy *
            """
        ),
        Reason.APP_PROMOTION: phrases(
            """
            download our app, download our app *, download the app, download the app *, download our free app *,
            download now, download the * app, download app, get the app, get our app, get the * app, get the app *,
            get our app *, click here to get the * app, click here for the * app, click here to download *,
            click to get the * app, available on *, available on the app store, app store, google play,
            get it on google play, download on the app store, open in app, open app, open in browser, use our app,
            try our app *, install app, install the app *, install our app *, mobile app, mobile apps, our apps,
            scan the qr code *, scan to download *, read in app, listen on *, apple podcasts, spotify, apple news,
            google news, follow us on google news *, subscribe on *
            """
        ),
        Reason.CONSENT: phrases(
            """
            accept, accept all, accept cookies, accept all cookies, i accept, agree, i agree, reject, reject all,
            decline, manage cookies, manage preferences, manage settings, manage choices, manage options,
            cookie settings, cookie preferences, cookie policy, cookies policy, cookies, cookie consent, your privacy,
            your privacy choices, your privacy rights, privacy settings, privacy preferences, privacy policy,
            privacy notice, privacy statement, privacy, privacy and cookies, privacy cookies, privacy & terms,
            privacy policy and terms *, privacy policy and *, do not sell *, do not sell my *, california notice *,
            ca notice *, we use cookies *, this site uses cookies *, this website uses cookies *,
            our site uses cookies *, we and our partners *, we value your privacy *, this content is hosted *,
            this content is provided by *, this content is not available due to *, this content could not be loaded *,
            to view this content *, to display this content *, to show you this content *, to see this content *,
            click to accept *, allow content from *, allow * content *, allow and continue, accept and continue,
            we need your consent *, we need your permission *, by continuing to use *, by using this site *,
            i consent to *, i would like to receive *, this site is protected by recaptcha *, are you a robot,
            please enable javascript *, javascript is disabled *, javascript is required *, enable javascript *,
            you need to enable javascript *, your browser does not support *, your browser is out of date *,
            please upgrade your browser *, this browser is no longer supported *, ad blocker detected *,
            ad block users *, adblock users *, please disable your ad blocker *, please turn off your ad blocker *,
            skip to content, skip to main content, skip to navigation, skip to search, skip to footer, skip to main,
            skip navigation, skip to bottom of list, skip * end of * end of twitter post *, skip twitter post *,
            loading, please wait *, something went wrong *, an error has occurred *, an error occurred *, try again,
            try again later, please try again *, view in browser, close, dismiss, not now, no thanks, maybe later,
            these cookies *, strictly necessary cookies *, functional cookies *, performance cookies *,
            targeting cookies *, under the california consumer privacy act *, all quotes delayed *,
            quotes displayed in *, quotes delayed *, data delayed *, market data provided by *, market data by *,
            data is a real time snapshot *, mutual fund and etf data *, powered and implemented by *, legal statement *,
            your use of this *, use of this website *, use of this site *, unauthorized distribution *,
            google privacy policy *, the google privacy policy *, this site is operated by *,
            this website is operated by *, site wide search, clear filters, apply filters, allow cookies,
            necessary cookies, consent leg *, back button, search icon, filter icon, confirm my choices, cookie list,
            notifications can be managed *, these cookies are *, these cookies enable *, these cookies allow *,
            these cookies may *, these cookies do *, when you visit any website *,
            because we respect your right to privacy *, strictly necessary cookies, functional cookies,
            performance cookies, targeting cookies, always active, all consent allowed, manage consent preferences,
            please refresh the page *, please refresh your browser *
            """
        ),
        Reason.PHOTO_WIDGET: phrases(
            """
            photo, photos, photo gallery, photo galleries, gallery, view gallery, view photos, see photos,
            open gallery, image gallery, slideshow, slideshow 0 images, slideshow 0 photos, 0 images, 0 photos,
            view slideshow, start slideshow, launch gallery, 0 of 0, image 0 of 0, photo 0 of 0, slide 0 of 0,
            next image, previous image, next slide, previous slide, next photo, previous photo, view image,
            view larger image, view larger, view full size, view full screen, full screen, fullscreen, enlarge,
            enlarge image, enlarge this image, enlarge this image *, enlarge image *, enlarge photo,
            click to enlarge, click to enlarge *, click image to enlarge, tap to enlarge, toggle caption,
            toggle caption *, hide caption, show caption, hide caption *, image, image:*, image copyright *,
            image source *, image caption *, image credit *, image credits *, image via *, image courtesy *,
            images via *, images:*, image 0, media caption *, media playback is *, media player *, video, videos,
            video player, play video, play the video, watch video, watch the video, watch now,
            playback is not supported *, this video can not be played *, this video cannot be played *,
            this video is unavailable *, the video could not be loaded *, video unavailable, video caption *,
            video by *, your browser cannot play *, video player is loading, video playback *,
            video player is this is a modal window *, unmute, mute, replay, duration 0, duration 0 0,
            current time *, loaded 0, stream type live, remaining time *, playback rate, chapters, captions off,
            subtitles off, audio track, picture in picture, live now, expand, collapse, hide, expand image, zoom,
            zoom in, zoom out, view chart, view map, created with *, made with flourish, photo illustration,
            now playing, up next, volume 0, audio, audio player, transcript, listen 0 0, read transcript,
            download audio, download, download pdf, download image
            """
        ),
        Reason.CAPTION: phrases(
            """
            photo by *, photos by *, photo:*, photos:*, photo credit *, photo credits *, photo courtesy *,
            photos courtesy *, photo via *, photo illustration by *, photograph by *, photograph:*,
            photographs by *, picture by *, picture credit *, pictures by *, picture:*, pictures:*, file photo,
            file photo:*, file photo *, file photos, file image, file picture, file pic, file pic:*, stock photo,
            stock image, stock photo *, representative image, representational image, representational picture,
            representational photo, representative photo, featured image *, feature image *, featured image:*,
            feature photo *, cover photo *, illustration by *, illustration:*, illustrations by *, credit:*,
            credits:*, image by *, images by *, getty images, getty, via getty images, reuters photo, afp photo,
            ap photo, handout, handout photo, handout via reuters, courtesy photo, courtesy of *, screenshot,
            screengrab, screen grab, screenshot via *, screenshot from *, screen capture *, wikimedia commons,
            shutterstock, istock, pixabay, unsplash, pexels, creative commons
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            home, homepage, menu, main menu, search, search for:*, search for, search this site, site search,
            site map, sitemap, site index, navigation, navigate, back, back to top, back to *, return to *,
            return to top, top of page, go to top, scroll to top, next, previous, prev, next page, previous page,
            page 0, page 0 of 0, pages 0, categories, sections, archives, archive, all sections,
            more sections, browse, browse all *, topics, all topics, a z, help, help center, help centre, contact,
            contact us, about, about us, about this site, careers, jobs, work with us, work for us, terms,
            terms of use, terms of service, terms and conditions, terms conditions, terms & conditions,
            conditions of use, user agreement, legal notice, accessibility, accessibility statement,
            accessibility help, feedback, send feedback, give feedback, give us feedback, report an error,
            report a correction, report a typo, report a mistake, submit a correction, corrections,
            request a correction, see an error *, see something wrong *, notice an error *, spotted an error *,
            spot an error *, find an error *, our standards:*, our standards, the * trust principles,
            editorial standards, editorial policy, ethics policy, our journalism, why trust us, how we make money,
            advertise, press office, media kit, desktop version, view desktop *, view mobile *, full site,
            quick links, useful links, shop, store, classifieds, obituaries, e e paper, epaper, today s paper,
            print edition, past issues, back issues, log in register, about the author, about the authors,
            about author, about the writer, author, authors, author bio, view all posts by *, view all posts,
            see all posts by *, all posts by *, view all articles by *, more by this author, more from this author,
            view author archive, get author rss feed, view profile, view full profile, see full bio, full bio,
            read full bio, full profile, staff writer, post navigation, posts navigation, older posts, newer posts,
            older, newer, filed under, change edition, select language, choose your country *, change location,
            horoscope, crossword, puzzles, tv guide, lottery, latest from *, contact the author *,
            contact this reporter *, contact the reporter *, contact the writer *, reach the author *,
            reach the reporter *, you can reach *, * can be reached at *, email the reporter *,
            got a confidential *, tips can be sent *, story tips *, authors:*, written by:*, visit our *,
            check out our *, meet the team, our team, our mission, masthead, newsroom, corrections and *,
            report a problem, report an issue, website feedback, rate this *, was this article *, was this page *,
            got a story *, have a story *, if you notice *, if you spot *, if you see an error *, if you found *
            """
        ),
        Reason.TAGS: phrases(
            """
            tags, tags:*, tag, tag:*, tagged, tagged:*, tagged with *, tagged as *, filed under *, filed under:*,
            filed in *, filed to:*, posted in *, posted under *, topics:*, topic:*, related topics:*, related tags,
            keywords, keywords:*, categories:*, category:*, more on:*, explore:*, explore more *, read more on *,
            read more about *, read more about:*, sections:*, labels:*, in this article, in this article:*,
            in this story:*, mentioned in this article
            """
        ),
        Reason.COPYRIGHT: phrases(
            """
            all rights reserved, all rights reserved *, * all rights reserved, copyright, copyright 0 *, copyright c *,
            copyright by *, copyright the *, copyright:*, this material may not be published *,
            this material may not be *, this article may not be *, may not be reproduced *, no part of this *,
            reproduction in whole *, reproduction without *, reprinted with permission, reprinted with permission *,
            republished with permission *, used with permission, used with permission *, used by permission,
            syndicated from *, this article was originally published *, this article originally appeared *,
            this article first appeared *, this article has been contributed by *, this article was first published *,
            this story was originally published *, this story originally appeared *, this post originally appeared *,
            this post was originally published *, originally appeared *, the views expressed *, views expressed *,
            the opinions expressed *, opinions expressed *, disclosure:*, powered by *, designed by *, website by *,
            site by *, theme by *, proudly powered by *, registered in england *, registered office *, terms apply,
            unless otherwise indicated *, unless otherwise stated *, unless otherwise noted *,
            content is the property of *, the content of this website *, the content on this site *,
            the information contained *, the information on this *, reproduced with permission *, licensed under *,
            creative commons license *, this work is licensed *, this story was produced by *,
            this article was produced by *, this story is published *, this article was published *,
            this article has been republished *, this story has been republished *, this article is republished *,
            this story is republished *, unless otherwise indicated copyright *, unless otherwise stated copyright *,
            no part of this website *
            """
        ),
    },
    cues={
        Reason.COPYRIGHT: phrases(
            """
            copyright, rights reserved, be reproduced, be published, registered office, registered
            trademark, registered trademarks
            """
        ),
        Reason.COMMENTS: phrases(
            """
            leave a, post a, to comment, comments are, view comments, show comments, write a, join the,
            commenting
            """
        ),
        Reason.NEWSLETTER: phrases(
            """
            newsletter, newsletters, subscribe, sign up, your inbox, your email, email address,
            subscription, push notifications
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            follow us, share this, share on
            """
        ),
        Reason.ADVERTISEMENT: phrases(
            """
            advertisement, sponsored, promoted, affiliate, ad choices, buy now, shop now
            """
        ),
        Reason.TAGS: phrases(
            """
            filed under, tagged with, posted in, more on
            """
        ),
        Reason.AUTHOR_BIO: phrases(
            """
            the author, is a, is an, be reached, be contacted, written by, all posts, by this
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            related, recommended, popular, trending, latest news, most read, most viewed, read more, read
            next, read also, see also, also like, also read, more stories, more news, more articles, more
            from, up next, picks, previous post, next post, next article
            """
        ),
        Reason.CONSENT: phrases(
            """
            cookie, cookies, javascript, embedded content, this content
            """
        ),
        Reason.APP_PROMOTION: phrases(
            """
            app store, google play, our app, the app
            """
        ),
        Reason.PAYWALL: phrases(
            """
            password, username, your account, unlimited access, free trial, already subscribed
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            privacy, contact us, about us, terms of, terms and, sitemap, site map, back to, skip to, log
            in, my account
            """
        ),
    },
    short_cues={
        Reason.COMMENTS: phrases(
            """
            comment, comments, reply, replies
            """
        ),
        Reason.SHARE_OR_FOLLOW: phrases(
            """
            share, shares, facebook, twitter, whatsapp, linkedin, pinterest, instagram, telegram, reddit,
            tweet, email, print, flipboard, youtube, tiktok
            """
        ),
        Reason.ADVERTISEMENT: phrases(
            """
            advert, ad, ads, deals, coupons
            """
        ),
        Reason.TAGS: phrases(
            """
            tag, tags, topics, categories, category, keywords
            """
        ),
        Reason.CAPTION: phrases(
            """
            photo, photos, image, picture, credit, getty
            """
        ),
        Reason.RELATED_HEADLINE: phrases(
            """
            latest, more, next, previous
            """
        ),
        Reason.NAVIGATION: phrases(
            """
            home, search, menu, login, faq, rss, careers, terms, advertise, contact, about
            """
        ),
    },
    closings={
        "comments": Closing(
            whole=phrases(
                """
                comments, comment, 0 comments, 0 comment, comments 0, no comments, view comments, show
                comments, see comments, all comments, view all comments, show all comments, view 0
                comments, view all 0 comments, recent comments, top comments, top rated comments,
                latest comments, most recent comments, reader comments, facebook comments, 0 replies,
                0 responses
                """
            ),
            begin=phrases(
                """
                0 thoughts on, 0 thought on, one thought on, two thoughts on, 0 responses to, 0
                response to, one response to, 0 replies to, 0 comments on, 0 comment on, comments on,
                comments are, comments have been closed, no comments yet, there are no comments
                """
            ),
        ),
        "form": Closing(
            whole=phrases(
                """
                reply, cancel reply, name, your name, email, e mail, email address, your email,
                website, submit, submit comment
                """
            ),
            begin=phrases(
                """
                leave a reply, leave a comment, post a comment, post a reply, post comment, add a
                comment, add your comment, write a comment, join the discussion, join the
                conversation, your email address will not be, required fields are, log in to comment,
                log in to reply, login to comment, please log in to, sign in to comment, you must be
                logged in, save my name
                """
            ),
        ),
        "onward": Closing(
            whole=phrases(
                """
                post navigation, recent posts, latest posts, recent articles, latest news, latest
                articles
                """
            ),
            begin=phrases(
                """
                previous post, next post, previous article, next article, previous story, next story,
                previous entry, next entry, older posts, newer posts, older post, newer post
                """
            ),
        ),
        "author": Closing(
            whole=phrases(
                """
                about me
                """
            ),
            begin=phrases(
                """
                about the author, about author, view all posts by, see all posts by, read all posts
                by, all posts by, view all articles by, see all articles by, more by, more posts by,
                more posts from, more articles by, more articles from, more stories by, more stories
                from
                """
            ),
        ),
        "foot": Closing(
            whole=phrases(
                """
                terms, terms of use, terms of service, terms and conditions, terms conditions,
                conditions of use, privacy, contact, contact us, advertise, advertise with us,
                advertising, careers, jobs, sitemap, site map, back to top, quick links,
                accessibility, legal, about, about us, help, support, services
                """
            ),
            begin=phrases(
                """
                copyright 0, privacy policy, privacy notice, privacy statement, privacy settings, your
                privacy, cookie policy, cookies policy, cookie settings, cookie preferences, terms of
                use, terms of service, terms and conditions
                """
            ),
            hold=phrases(
                """
                all rights reserved
                """
            ),
        ),
        "menu": Closing(
            whole=phrases(
                """
                home, search, search for, log in, login, sign in, my account, rss, categories,
                archives, products, newsroom, blog, events, news, topics, tags, skip to content
                """
            ),
        ),
    },
)

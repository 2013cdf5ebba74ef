"""English."""

from pipeline.core.languages.language import Language, words

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
)

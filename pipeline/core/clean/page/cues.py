"""Words that say what a part of a page is: in classes and ids of its tags, and at the start of its lines.

They are signs for the trees to weigh, never rules: a class may well say "promo" around the article itself. Plain
searches, since expressions of alternatives cost ten times as much; a sign at a word's edge brings its "-" along.
"""

from functools import lru_cache

# Parts of words on purpose: "c-articleBody__text" and "related-list-2".
_GROUPS: dict[str, str] = {
    "body": "article-body,articlebody,article-content,articlecontent,article-text,articletext,body-content,body-text"
    ",body-copy,content-body,story,entry,post-body,post-content,post-text,text-body,main-content,main-text,maincontent"
    ",paragraph,prose,richtext,rich-text,artikel,-copy-,body-article,content-article,text-article,-text-",
    "related": "relat,recommend,teaser,promo,-more,more-,readmore,-next,next-,popular,trending,most-,latest,sidebar"
    ",side-bar,rail-,-rail,aside,widget,outbrain,taboola,carousel,slider,swiper,-card,card-,-cards,-list-,list-,feed,grid"
    ",newslist,mehr,weitere,similar,suggest,backlink,-also,linkbox,link-box,infobox,factbox,inline-link,inlinelink",
    "share": "shar,social,follow,facebook,twitter,whatsapp,-tool,toolbar,print,bookmark,-save",
    "offer": "newsletter,subscri,-abo-,paywall,premium,signup,sign-up,register,login,signin,sign-in,piano,offer,donat"
    ",support,member,promo,-cta,banner,consent,cookie,gdpr,modal,popup,overlay",
    "comments": "comment,kommentar,disqus,reply,forum,discussion,debate,reader",
    "caption": "caption,credit,figure,image,photo,gallery,media,picture,legend,bild,foto,video,player,copyright",
    "about": "byline,author,autor,date,time,publish,meta,-tag,tags,topic,keyword,breadcrumb,categor,kicker,source,info"
    ",label,rubrik,sectionname,section-name,-bio,profile,contributor,writer",
    "menu": "-nav,nav-,navig,menu,header,footer,masthead,breadcrumb,pagina,pager,skip,search,-toc,logo,brand",
    "advert": "-ad-,-ads-,-ads,advert,sponsor,anzeige,werbung,dfp,commercial,affiliate,shop,product,partner",
    "lead": "lead,intro,standfirst,subtitle,sub-title,subhead,sub-head,subline,deck,-dek,summary,abstract,excerpt"
    ",teaser,vorspann,perex,description,chapo,ingress,sapo,kopf",
    "headline": "headline,title,heading",
    "hidden": "hidden,hide,sr-only,visually,screenreader,screen-reader,offscreen,assistive,a11y,invisible,d-none"
    ",noprint,no-print",
    "embed": "tweet,embed,instagram,quote,zitat,socialpost,social-post",
    "live": "live-,-live,liveblog,ticker,timeline",
}
_LINES: dict[str, str] = {
    "more": "^read ,^see ,^watch ,^listen ,^click ,^also ,^more ,^related,^don't miss,^don’t miss,^mehr ,^lesen sie"
    ",^lire ,^voir ,^lea ,^leer ,^leggi ,^les også,^läs ,^lue ,^czytaj,^baca ,^читайте,^xem thêm,^>>,^►,^▶,^→",
    "offer": "newsletter,subscri,sign up,inbox,abonn,suscr,iscriviti,registr,anmeld,log in,login,membership,premium",
    "share": "facebook,twitter,instagram,whatsapp,telegram,linkedin,youtube,tiktok,follow us,share ,teilen,partag"
    ",compart,condivid",
    "credit": "copyright,all rights,rechte vorbehalten,droits r,derechos,getty,reuters/,/afp,(ap,ap photo,imago,dpa"
    ",photo:,foto:,bild:,image:,picture:,credit",
    "comments": "comment,kommentar,comentario",
    "author": " writer, reporter, editor,journalist,correspondent,professor,lecturer,researcher,redakt,autor,author"
    ",contact,@",
    "consent": "cookie,privacy,consent,datenschutz,einwillig,einverstanden,externe,javascript,browser,your email"
    ",your account,terms",
    "advert": "advert,anzeige,sponsor,werbung,publicit,affiliate,commission",
    "updated": "updated,aktualisiert,published,stand:,mis à jour,actualizado,oppdatert",
}
GROUPS, LINES = tuple(_GROUPS), tuple(_LINES)
_OF_CLASSES = tuple(tuple(signs.split(",")) for signs in _GROUPS.values())
_OF_LINES = tuple(tuple(signs.split(",")) for signs in _LINES.values())
_EDGES = str.maketrans(" _:/", "----")
_CLASSES_LOOKED_AT, _LINE_LOOKED_AT = 400, 160


def groups_of(classes: str) -> int:
    """The groups that classes speak of, as bits in the order of GROUPS."""
    return _groups_of(classes[:_CLASSES_LOOKED_AT])


@lru_cache(maxsize=4096)  # the pages of a site have the same classes
def _groups_of(classes: str) -> int:
    return _bits(_OF_CLASSES, f"-{classes.lower().translate(_EDGES)}-")


def said_by(line: str) -> int:
    """What a line speaks of, as bits in the order of LINES."""
    return _bits(_OF_LINES, f"^{line[:_LINE_LOOKED_AT].lower()}")


def _bits(groups: tuple[tuple[str, ...], ...], text: str) -> int:
    bits = 0
    for number, signs in enumerate(groups):
        for sign in signs:
            if sign in text:
                bits |= 1 << number
                break
    return bits

"""Words in and around the names of places."""

import re

# Words that are places somewhere, and inside a longer name hardly ever stand for them.
GENERIC = frozenset(
    # what a name says of a thing's sort
    "academy administration agency agriculture airport alliance arena army assembly association authority "
    "avenue bank bar bay beach board boulevard bridge building bureau camp canal castle center central centre "
    "chamber chapel church city clinic club coast college commission committee company conference congress "
    "corner corps council county court creek cross crossing defence defense department district division "
    "education falls farm federation ferry field fields fire force forces forest foundation garden gardens gate "
    "government green grove guard hall harbor harbour health heights highway hill hills home hospital hotel "
    "house institute island islands isle junction justice lake land law league library line lodge mall market "
    "media medical medicine mill mills ministry mission mountain mountains museum navy network office parade "
    "park parliament party pass place plain plains plant plaza point police policy pool port post press project "
    "radio ranch research reserve river road school science security senate service services shore society "
    "springs square stadium station store street studio team terrace tower town trail transport trust union "
    "unit university valley view village ward wells woods works zoo "
    # what it says of place, age, size and kind
    "north south east west northern southern eastern western upper lower middle old new big great grand little "
    "long high low first second third royal imperial national state federal general global international world "
    "united independent public private social human common superior premier major best prime star sun moon "
    "crown bell eagle liberty freedom hope peace unity victory enterprise progress republic commonwealth "
    "democratic republican liberal labour labor conservative christian catholic orthodox islamic baptist "
    "methodist lutheran coptic children women rights poverty times news herald journal tribune gazette mirror "
    "globe record "
    # everyday words
    "alpine anew apple associated bath beautiful begun bid black brick bury buy can canton capital carnival "
    "casa chin clay coin colon colony come commerce como concord congress cook dare date deal delta derby dig "
    "dire drama energy est executive fleet freeport gap goes hire hit holiday homeland hub hull independence "
    "inland interior keystone lend lot mafia man manage mango march marina marks metropolitan mile mobile mom "
    "mon most much nada nato nice normal northeast northwest oral orange pace para pare pen plantation plaque "
    "plum reading reforma ridge rivers roman rugby sale salt same save semi settlement southeast southwest sparks "
    "split spring sue summit supreme surprise tank than time titan treasury una van vicar wall wedding "
    # persons
    "biden bush carter clinton columbia cornell obama reagan roosevelt truman trump saint king queen prince "
    "princess victoria george james john david paul peter martin mark michael thomas charles henry william "
    "robert joseph francis louis lincoln washington jackson jefferson madison hamilton douglas nelson wilson "
    "young best gold golden silver black white red blue brown gray grey rose of the and for in on at".split()
) - frozenset({"washington", "victoria"})
DIRECTIONS = frozenset({"saint", "north", "south", "east", "west", "new"})

# Words by which an organisation is a building too, and lies somewhere.
SITES = frozenset(
    "airport arena armory auditorium cathedral cemetery chapel church clinic courthouse elementary farm hospital hotel "
    "infirmary isd jail library mall mill mosque museum nursery park prison ranch reservoir restaurant school schools "
    "stadium synagogue temple theater theatre zoo".split()
)
# Names of no place on the map that models take for one.
NOWHERE = frozenset(
    "earth mars moon sun venus jupiter north south east west northeast northwest southeast southwest northern southern "
    "eastern western states union internet web twitter apac emea mena latam".split()
)
# "Orange County": what is left without the last word, and the first word or words of others.
SUFFIX = re.compile(
    r"^(.*?)[ ](county|province|state|region|district|prefecture|governorate|oblast|parish|city|municipality|"
    r"department|territory|island|islands|area|metro|township|borough|republic|division|peninsula|valley|coast|suburbs|suburb)$"
)
PREFIX = re.compile(
    r"^(?:(?:the )?(?:city|state|province|county|town|village|district|republic|island|port|municipality|region|"
    r"kingdom|commonwealth|government|gulf|university|township|borough) of (?:the )?|the |greater |downtown |metro |"
    r"metropolitan |upper |lower |mid ?|inner |outer |central |rural |suburban |coastal |"
    r"(?:far )?(?:north|south|east|west|northeast|northwest|southeast|southwest|north east|north west|"
    r"south east|south west)"
    r"(?:ern| eastern| western| central)? )(.+)$"
)
# Of the suffixes those that say that a region is meant.
REGION_WORDS = frozenset(
    "county province state region district prefecture governorate oblast parish department territory".split()
)
# Countries that share their name with a region, a river or a person.
UNCERTAIN = frozenset({"georgia", "jordan", "jersey", "guinea"})

# What may stand between a place and the larger one it lies in: "Basra in southern Iraq", "Waco, a city in Texas".
BETWEEN = re.compile(
    r"^(?:,|,? \(|,? in|, near|,? in the|,? in [a-z]+(?:ern|-east|-west)|, [a-z' -]{0,40} (?:in|of)(?: the)?|"
    r",? (?:north|south|east|west)[a-z]*(?: of)?)? ?$"
)
# And where the larger one comes first: "Texas' capital of Austin", "Iraq's Basra".
BEFORE = re.compile(
    r"^(?:['’]s?)? (?:[a-z]+ ){0,2}(?:city|town|village|state|province|region|capital|port|suburb|district|county) of $"
    r"|"
    r"^['’]s? (?:[a-z]+ ){0,2}$"
)
# What stands before a place that somebody or something is in.
IN = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Oo]utside) $")
TO = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Ff]rom|[Tt]o|[Aa]t|of) $")
# "Paris, the Texas town": what follows the larger place.
TOWN = re.compile(r" (?:city|town|village|suburb|port|capital|hamlet|community|county seat)\b")
# A shortened region right behind a name: ", Ala.", ", N.Y.", " (TX)".
AFTER = re.compile(r",? \(?((?:[A-Z]\. ?){2}|[A-Z]{2,3}|[A-Z][a-z]{1,4}\.)(?=[\s,.;:)]|$)")

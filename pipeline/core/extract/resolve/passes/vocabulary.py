"""Words that say what the name beside them is. They are kinds of things; no rule names a thing."""

NUMBERS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
LABELS_KEPT_WHOLE = NUMBERS
PLACES = frozenset({"GPE", "LOC", "FAC"})

# Before a person's name, capitalised; trimmed off it.
_TITLES = (
    "Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady President Vice-President Chancellor Premier Minister "
    "Prime Foreign Finance Interior Defence Defense Secretary Senator Sen Representative Rep Congressman "
    "Congresswoman Governor Gov Mayor Ambassador Judge Justice General Gen Lieutenant Lt Colonel Col Major Maj "
    "Captain Capt Sergeant Sgt Admiral Adm Commander Cmdr Brigadier Corporal Marshal Inspector Detective Officer "
    "Bishop Archbishop Cardinal Pope Father Reverend Rev Rabbi Imam Ayatollah Sheikh Sheik King Queen Prince Princess "
    "Duke Duchess Emperor Chairman Chairwoman Chairperson Director Coach Manager Commissioner Speaker Deputy Attorney "
    "Vice Chief CEO Sheriff Spokesman Spokeswoman Spokesperson Councilman Councilwoman Councillor Cllr Assemblyman "
    "Assemblywoman Undersecretary Superintendent Constable Sultan Emir Sheikha Mullah Maulana Monsignor Herr Frau "
    "Shri Smt Datuk Datin Dato Dato' Seri Tun"
).split()
TITLES = (*_TITLES, "Tan Sri")
TITLE = "|".join(rf"{title}\.?" for title in sorted(TITLES, key=lambda title: (-len(title), title)))

# Before or beside a person's name, in lower case: "envoy Anna Lind", "striker Jan Vos".
ROLES = frozenset(
    "envoy ambassador president minister premier chancellor lawyer negotiator spokesman spokeswoman spokesperson "
    "chairman chairwoman chief director manager coach captain striker midfielder defender goalkeeper forward winger "
    "batsman bowler pitcher quarterback singer actor actress author writer novelist poet journalist reporter editor "
    "analyst economist trader strategist researcher professor scientist historian senator congressman governor mayor "
    "judge lawmaker leader activist champion rider driver skipper teammate wife husband son daughter brother sister "
    "father mother founder owner executive guitarist drummer bassist vocalist composer artist painter architect "
    "producer filmmaker comedian presenter commissioner general colonel secretary adviser aide dissident "
    "prosecutor rebel warlord banker billionaire entrepreneur host co-host anchor commentator columnist "
    "contributor".split()
)

# A name that ends so is an organisation, without a doubt.
SURE_ORGANISATION_END = frozenset(
    "Inc Corp Corporation Ltd LLC PLC plc AG SpA GmbH NV ASA Oyj Holdings Bank Airlines Airways Industries Association "
    "Federation Confederation University Institute Committee Commission Council Agency Ministry Party Parliament "
    "College Foundation Society Alliance Coalition Bureau Department Authority Herald Tribune Gazette Chronicle "
    "Rovers Wanderers FC F.C. AFC Technologies Pharmaceuticals Securities Newspaper Orchestra".split()
)
# Alone with a capital they mean what was named in full: "the Court", "the Commission".
ORGANISATION_KINDS = frozenset(
    "Academy Administration Agency Army Association Authority Board Bureau Center Centre Chamber College Commission "
    "Committee Company Conference Council Court Department Federation Foundation Guard Institute Legislature Ministry "
    "Museum Parliament Society Tribunal Union University".split()
)
# What companies write behind their names; the short form goes without.
LEGAL_FORMS = frozenset(
    "Inc Corp Corporation Co Company Ltd Limited LLC PLC Plc plc AG SpA SA S.A NV N.V BV AB ASA AS Oy Oyj GmbH KGaA "
    "Bhd Pty Holdings Holding Group LLP LP PLLC SE KG SARL SAS SRL PJSC OAO OOO Bancorp".split()
)
# Companies end so that are of a place only in passing: "Halden Stores of Oslo".
COMPANY_END = frozenset(
    "Airlines Airways Brothers Foods Industries Motors Mines Minerals Pharmaceuticals Securities Shipping Steel Stores "
    "Systems Technologies".split()
)
FACILITY_END = frozenset(
    "Airport Stadium Street Road Avenue Bridge Building Park Highway Station Hall Tower Castle Palace Hotel Square "
    "Arena Cathedral Prison Boulevard Lane Plaza Mall Cemetery Dam".split()
)
LOCATION_END = frozenset(
    "River Lake Sea Ocean Mountain Mountains Island Islands Valley Coast Peninsula Gulf Bay Desert Beach Hills Creek "
    "Strait Province County Region Territory Heights Canyon Basin".split()
)
EVENT_END = frozenset(
    "War Wars Cup Olympics Games Championship Championships Tournament Festival Revolution Open Prix Awards Award "
    "Series Bowl Marathon Trophy Rally Prize Election Treaty Summit Masters Dinner Gala Convention".split()
)

# Nouns that say what a name is: "Halden is a town", "Nordwind, a shipping company".
PLACE_NOUNS = frozenset(
    "city town village hamlet suburb commune municipality province district state county island port region capital "
    "township borough neighbourhood neighborhood settlement enclave prefecture department governorate river mountain "
    "lake valley peninsula bay parish locality community".split()
)
ORGANISATION_NOUNS = frozenset(
    "company firm airline band group newspaper organisation organization club team party bank agency broadcaster union "
    "charity network university college retailer publisher manufacturer maker brewer insurer carrier militia institute "
    "association consortium conglomerate orchestra".split()
)
# Before a company's name: "brewer Halden".
MAKERS = frozenset(
    "automaker brewer broker carmaker chipmaker drugmaker grocer insurer lender miner owner planemaker refiner "
    "retailer rival shipbuilder shipowner steelmaker supplier truckmaker".split()
)
WORK_NOUNS = frozenset("album single song film movie novel book opera musical sitcom play poem magazine".split())
PERSON_NOUNS = frozenset(
    "player footballer politician actor actress singer writer author musician journalist lawyer businessman "
    "businesswoman artist painter poet composer scientist boxer wrestler cyclist swimmer golfer cricketer driver "
    "pitcher quarterback".split()
)

"""Organisations that everybody names without saying what they are, and whose names mean hardly anything else.

Common knowledge, as the names of countries are: bodies of states, services, agencies, companies known all over the
world. Names that are also a person's, a place's or a word's (Amazon, Apple, Bloomberg, Ford) are left to the model.
"""

_ONE_WORD = """
G7 G-7 G8 G20 G-20 BRICS WeChat
L'Oréal L’Oréal Senate
NATO UNESCO UNICEF UNHCR UNRWA OPEC ASEAN OSCE OECD IAEA IMF WTO FIFA UEFA NASA NOAA FBI CIA NSA FEMA FDA CDC EPA IRS
ICE TSA DEA DHS Interpol Europol Eurostat Frontex Congress Bundestag Knesset Politburo Duma Pentagon
Hamas Hezbollah Hizbollah Taliban ISIS ISIL Daesh Al-Qaeda al-Qaeda al-Qaida al-Shabaab Fatah PKK NAACP ACLU AIPAC
Greenpeace Oxfam Amnesty WikiLeaks QAnon Antifa
Reuters AFP Xinhua Interfax TASS CNN BBC NBC CBS MSNBC CNBC NPR PBS HBO ESPN C-SPAN Telemundo Univision Politico Axios
Breitbart BuzzFeed HuffPost Gizmodo TMZ Snopes PolitiFact Gallup YouGov Newsmax Infowars Vox Newsweek
Facebook Twitter YouTube Instagram WhatsApp TikTok Snapchat LinkedIn Reddit Google Netflix Spotify Uber Airbnb PayPal
eBay GoFundMe Patreon Tumblr Pinterest Skype Zoom Yahoo Wikipedia OpenAI Craigslist Yelp Etsy Shutterstock
Microsoft IBM Intel Nvidia Samsung Huawei Xiaomi Nokia Sony Toshiba Panasonic Airbus Boeing Volkswagen BMW Toyota
Honda Nissan Hyundai Peugeot Pfizer Moderna AstraZeneca GlaxoSmithKline Novartis Roche Monsanto Unilever Nestle Nestlé
Starbucks McDonald's Walmart Ikea IKEA Lufthansa Ryanair easyJet Flydubai FedEx Goldman JPMorgan Citigroup Barclays
HSBC UBS PETA Peta Weibo Baidu Gazprom Rosneft Lukoil ExxonMobil Aramco Alibaba Tencent Spacex SpaceX
"""
KNOWN_ORGANISATIONS = frozenset(_ONE_WORD.split()) | frozenset(
    {
        "Al Qaeda",
        "Boko Haram",
        "Charlie Hebdo",
        "Black Lives Matter",
        "Occupy Wall Street",
        "Fox News",
        "ABC News",
        "BBC News",
        "CBS News",
        "NBC News",
        "Sky News",
        "BBC One",
        "BBC Two",
        "Channel 4",
        "Der Spiegel",
        "Die Zeit",
        "Die Welt",
        "El País",
        "La Repubblica",
        "Le Figaro",
        "Le Monde",
        "White House",
        "USA Today",
        "USA TODAY",
        "Associated Press",
        "Truth Social",
        "Islamic State",
        "Goldman Sachs",
        "Morgan Stanley",
        "Deutsche Bank",
        "New York Times",
        "Washington Post",
        "Wall Street Journal",
        "Financial Times",
        "Huffington Post",
        "Daily Mail",
        "State Department",
        "Justice Department",
    }
)

"""Abbreviations of common words, units and years: of capitals, and the names of nothing in particular."""

import re
from functools import lru_cache

from pipeline.core.extract.resolve.passes.states import POSTAL
from pipeline.core.extract.resolve.patterns import REMEMBERED

_COMMON = frozenset(
    # technology
    "AI AGI ML LLM IoT API CPU GPU LED LCD LTE RAM ROM HTML HTTP XML JSON SQL VPN LAN WAN SD-WAN SaaS PaaS IaaS ERP "
    "URL SMS GPS USB PDF PC TV DVD CD CCTV AR/VR UAV UAP UFO FPV HBM SoC SEM NFT OEM R&D QA QC Wi-Fi WiFi "
    # industry and money
    "TNT LFP NCM NMC NMP BMS EV PHEV SoH LNG PVC UV HVAC AC/DC SUV RV CSO CIO CISO CMO CPO VP DG CEO CFO COO CTO HR "
    "ATV PR KPI ESG GDP IPO ETF SPAC NGO PAC B2B B2C FAQ Q&A DIY VIP ID PIN ATM "
    # medicine and science
    "DNA RNA ICU ER PPE IVF MRI PCR GMO EBT BWC WMD ICBM IED "
    # talk of the press
    "MSM DEI HBCU LOL WTF OMG ASAP FYI TBA EST EDT PST PDT GMT BST BSc MSc".split()
)
# Postal codes of states, and of the island that is none: before a comma they are places.
_PLACES = POSTAL | {"PR"}
_PLACE_LABELS = frozenset({"GPE", "LOC"})
_MEASURE = re.compile(
    r"[A-Za-zµ]{1,3}/[a-zµ]{1,3}"  # "Wh/kg"
    r"|[−-]?\d+ ?°[CF]"
    r"|FY ?(?:20)?\d\d"
)
# Behind a person's name and a comma.
CREDENTIALS = frozenset("MD M.D. PhD Ph.D. DO RN MPH JD J.D. DDS DVM FACP MBA MSc CPA LCSW".split())


@lru_cache(maxsize=REMEMBERED)
def is_abbreviation(name: str, label: str) -> bool:
    """Whether `name`, in the plural or not, is short for common words, a unit or a year, and no place with `label`."""
    if label in _PLACE_LABELS and name in _PLACES:
        return False
    single = name[:-1] if name[-1:] == "s" and len(name) > 2 else name
    return name in _COMMON or single in _COMMON or _MEASURE.fullmatch(name) is not None

"""Regions as papers shorten them: `code` of GeoNames inside its country, then the forms."""

SHORTENED: dict[str, str] = {
    "US": """AL=Ala. AK=Alaska AZ=Ariz. AR=Ark. CA=Calif.|Cal. CO=Colo. CT=Conn. DE=Del. FL=Fla. GA=Ga. HI=Hawaii
        ID=Idaho IL=Ill. IN=Ind. IA=Iowa KS=Kan.|Kans. KY=Ky. LA=La. ME=Maine MD=Md. MA=Mass. MI=Mich. MN=Minn.
        MS=Miss. MO=Mo. MT=Mont. NE=Neb.|Nebr. NV=Nev. NH=N.H. NJ=N.J. NM=N.M. NY=N.Y. NC=N.C. ND=N.D. OH=Ohio
        OK=Okla. OR=Ore. PA=Pa.|Penn. RI=R.I. SC=S.C. SD=S.D. TN=Tenn. TX=Tex. UT=Utah VT=Vt. VA=Va. WA=Wash.
        WV=W.Va. WI=Wis.|Wisc. WY=Wyo. DC=D.C.""",
    "CA": """01=Alta.|AB 02=B.C.|BC 03=Man.|MB 04=N.B.|NB 05=Nfld.|NL 07=N.S.|NS 08=Ont.|ON 09=P.E.I.|PEI
        10=Que.|QC 11=Sask.|SK 12=YT 13=N.W.T.|NWT 14=NU""",
    "AU": "01=ACT 02=NSW|N.S.W. 03=NT 04=QLD|Qld. 05=SA 06=TAS|Tas. 07=VIC|Vic. 08=WA",
}

"""Words that headlines write with a capital though they name nothing: little words, and what people do in the news."""

LITTLE_WORDS = frozenset(
    "a about above across after against all along also although am amid among an and another any are around as at "
    "away back be because been before behind being below between both but by can cannot could despite did do does "
    "doing down during each even ever every few for from had has have having he her here hers him his how i if in "
    "inside into is it its just less like made make makes making many may me might more most much must my near never "
    "no nor not now of off on once one only onto or other our ours out outside over own per same she should since so "
    "some still such than that the their theirs them then there these they this those though through throughout to "
    "today together too toward towards under until up upon us via was we were what when where whether which while who "
    "whom whose why will with"
    "within without would yes yet you your yours won't don't isn't aren't can't didn't doesn't wasn't".split()
)
# As headlines have them: in the present, the past and the participle.
_VERBS = (
    "validate cheat dub mull probe jail sack axe grill tease debunk snub endure enhance unlock decouple accept accuse "
    "add address admit agree aim allege announce appeal appear apply approve arrest ask attack avoid back ban bar "
    "battle beat become beg begin believe blame blast block boost boycott break bring call cancel carry catch cause "
    "celebrate challenge charge cite claim clash clear close collapse come compare complain concede condemn confess "
    "confirm confront congratulate consider continue convict cost crash create criticize cut dare deal debate decide "
    "declare defend delay deliver demand deny deploy destroy die discover dismiss donate doubt drop earn elect "
    "embrace end endorse escape exceed expect explain explode explore expose extend face fail fall fear fight file "
    "find fire fix flee flip fly force gain gather get give go grant grow handle happen hate head hear help hide hint "
    "hire hit hold hope hurt ignore impeach indict insist invest investigate invite join jump keep kick kill know "
    "lash launch laugh lead leak learn leave let lie live look lose mean meet miss mock mourn move need nominate "
    "obliterate offer open oppose order oust overturn owe pass pay permit plan play pledge plead plot point pose "
    "praise predict prepare pressure prevent promise propose prosecute protect protest prove pull punish push put "
    "question quit raise reach react read rebuke recall receive refuse reject release remain remove reopen repeal "
    "replace report request require rescue resign respond return reveal reverse rip rise rule run sanction save say "
    "scrap seek seem seize sell send serve set settle share shift shoot show shut sign skip slam slash smear spark "
    "speak spend split spread stand start stay steal stop strike struggle stun sue suffer suggest support surge "
    "suspend swear tackle take talk target tear tell test thank think threaten throw top topple torch trash try turn "
    "tweet unleash unveil urge use violate visit vote vow wait walk want warn watch weigh welcome win withdraw wonder "
    "work worry write"
).split()
_IRREGULAR = (
    "beaten became began begun believed bought broke broken brought built came caught chose chosen dealt died done "
    "drove drew fallen fell felt fled flew fought found froze gave given gone got grew grown heard held hid knew "
    "known laid lashed left lost meant met paid ran rose said sank saw seen sent shook shot slammed sold sought spent "
    "split spoke spoken stood stole stolen struck stuck swore sworn taken taught threw thrown told took tore torn "
    "understood went won wore woke written wrote"
).split()
_OTHERS = (
    "anymore article articles breaking bombshell dead deadly details docs exclusive finally headline headlines here's "
    "highlights it's let's live man men news officials people photos poll polls post reasons reasons response results "
    "reportedly shares story statement that's things tips update updates video videos ways week weeks weekend what's "
    "woman women year years"
).split()


def _forms(verb: str) -> set[str]:
    stem = verb.removesuffix("e")
    double = verb + verb[-1]
    third = verb + "es" if verb.endswith(("s", "sh", "ch", "x")) else verb + "s"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    else:
        past = stem + "ed"
    return {verb, third, past, stem + "ing", double + "ed", double + "ing"}


VERBS = frozenset({form for verb in _VERBS for form in _forms(verb)} | set(_IRREGULAR))
HEADLINE_WORDS = LITTLE_WORDS | VERBS | frozenset(_OTHERS)
# Of these, first names: at the beginning of a person's name they are meant as such.
FIRST_NAMES = frozenset("art bill chase dean drew faith grace grant hope joy mark may pat rob rose sue will".split())

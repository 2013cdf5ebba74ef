"""Short and everyday forms of English first names, so that "Mike Lind" is the Michael Lind who was named before."""

_FORMS = """
Abigail Abby
Abraham Abe
Albert Al Bert
Alexander Alex Sandy Sasha
Alexandra Alex Sandra Sasha
Alfred Al Alf Fred
Allison Allie
Andrew Andy Drew
Angela Angie
Anthony Tony
Antonio Tony
Arthur Art
Barbara Barb Babs
Benjamin Ben Benny
Bernard Bernie
Bradley Brad
Caroline Carrie
Catherine Cathy Kate Cat
Charles Charlie Chuck Chas
Christina Chris Tina
Christine Chris Chrissy
Christopher Chris Kit
Clifford Cliff
Cynthia Cindy
Daniel Dan Danny
David Dave Davey
Deborah Deb Debbie
Dennis Denny
Donald Don Donny
Dorothy Dot Dottie
Douglas Doug
Edward Ed Eddie Ted Ned
Eleanor Ellie Nell
Elizabeth Liz Beth Betty Eliza Lizzie Libby Betsy
Eugene Gene
Florence Flo
Frances Fran
Francis Frank
Frederick Fred Freddie
Gabriel Gabe
Geoffrey Geoff
George Georgie
Gerald Gerry Jerry
Geraldine Gerry
Gregory Greg
Harold Hal Harry
Henry Hank Harry Hal
Howard Howie
Isaac Ike
Jacob Jake
Jacqueline Jackie
James Jim Jimmy Jamie
Janet Jan
Jeffrey Jeff
Jennifer Jen Jenny
Jeremiah Jerry
Jerome Jerry
Jessica Jess Jessie
Joanna Jo
John Jack Johnny
Jonathan Jon Jonny
Joseph Joe Joey
Joshua Josh
Judith Judy
Katherine Kathy Kate Katie Kat
Kathleen Kathy Kate
Kenneth Ken Kenny
Kimberly Kim
Lawrence Larry Lars
Leonard Len Lenny Leo
Leslie Les
Lewis Lew
Louis Lou
Louise Lou
Margaret Maggie Meg Peggy Marge Greta
Martin Marty
Matthew Matt
Maximilian Max
Melissa Mel
Michael Mike Mick Mickey
Mitchell Mitch
Mohammed Mo
Nancy Nan
Nathan Nate
Nathaniel Nate
Nicholas Nick Nicky
Nicola Nicky
Oliver Ollie
Pamela Pam
Patricia Pat Patty Trish Tricia
Patrick Pat Paddy
Peter Pete
Philip Phil
Phillip Phil
Rachel Rach
Randall Randy
Raymond Ray
Rebecca Becky Becca
Reginald Reg Reggie
Richard Rick Rich Dick Richie Ricky
Robert Bob Rob Bobby Robbie
Roberta Bobbie
Rodney Rod
Roger Rog
Ronald Ron Ronnie
Rosemary Rose
Russell Russ
Samantha Sam
Samuel Sam Sammy
Sidney Sid
Stanley Stan
Stephanie Steph
Stephen Steve
Steven Steve
Stuart Stu
Susan Sue Susie
Terence Terry
Terrence Terry
Theodore Ted Teddy Theo
Theresa Terry Tess
Thomas Tom Tommy
Timothy Tim Timmy
Valerie Val
Victor Vic
Victoria Vicky Tori
Vincent Vince Vinny
Virginia Ginny
Walter Walt Wally
Wesley Wes
Wilfred Wilf
William Bill Will Billy Willie Liam
Winston Win
Zachary Zach Zack
"""


def _sets() -> dict[str, frozenset[str]]:
    known: dict[str, set[str]] = {}
    for line in _FORMS.strip().splitlines():
        whole, *short = line.lower().split()
        for name in (whole, *short):
            known.setdefault(name, set()).add(whole)
    return {name: frozenset(wholes) for name, wholes in known.items()}


_WHOLE = _sets()


def same_first_name(one: str, other: str) -> bool:
    """Whether two first names, letter case aside, are forms of one: "Mike" and "Michael", not "Mike" and "Mark"."""
    one, other = one.lower(), other.lower()
    return one == other or not _WHOLE.get(one, frozenset((one,))).isdisjoint(_WHOLE.get(other, frozenset((other,))))

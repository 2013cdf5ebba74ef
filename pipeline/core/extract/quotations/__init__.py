"""Quotations and who speaks them, in the language of the text.

marks        which stretches of a text stand in quotation marks
sentences    the sentence that a quotation stands in
people       who is named in the text
subjects     who does what a verb of speech says
attribution  which words of the sentence say who speaks
speech       whether what stands in marks was said at all
who          the entity that a name, a pronoun or a role stands for
headline     who speaks a headline's quotation
particles    the same where particles and no spaces tell subjects
find         the above in a row
"""

from pipeline.core.extract.quotations.find import find_quotations

__all__ = ["find_quotations"]

"""Clean an article and find who and what it names, without Kafka. Cells as in a notebook."""

# %% An article as a scraper brings it: its text, and what stood around it.
from pipeline.core.clean import Cleaner
from pipeline.core.extract import Document, Extractor, ExtractSettings

ARTICLE = """Night trains return to the Adriatic

By Marta Kovac

TRIESTE, 4 May - The first sleeper in eleven years left Trieste for Split on Monday evening, with all 210 berths sold.

"People have waited for this," said Ivo Horvat, who heads the line at Croatian Railways.

The European Commission pays a third of the cost until 2028.

Share this article

Related stories

Ferry crews in Ancona end their strike

Why sleeper trains are so hard to book
"""

# %% Cleaning: whole lines go, each with its reason and a score; what stays is the article's own text.
cleaned = Cleaner().clean(ARTICLE)
print(cleaned.text)
print()
for line in cleaned.removed:
    print(f"- {line.text!r}: {line.reason}, {line.score:.2f}")

# %% Entities: one for each person, organisation and place, with exact offsets into the text.
extractor = Extractor.load(ExtractSettings())
(extraction,) = extractor.extract([Document(cleaned.text, title=cleaned.title)])
print()
for entity in extraction.entities:
    first = entity.mentions[0]
    assert cleaned.text[first.start : first.end] == first.surface
    print(f"{entity.type:8} {entity.name:24} {entity.count} x  {entity.country or ''}")

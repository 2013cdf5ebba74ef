"""The `ner` pipe of a spaCy model in plain numpy: the same entities, several times faster.

weights    read a pipe's parameters and refuse what is not understood
arithmetic the few operations, each giving a row the same result whatever rows stand beside it
embed      a vector for each word type, remembered from text to text
encode     the window encoder: what stands around a word
parse      the transition parser: where an entity begins and ends
words      the tokenizer, which remembers the words it has met
engine     the above in a row, and the check at load against spaCy's own pipe
"""

from pipeline.core.extract.model.fast.engine import FastNer
from pipeline.core.extract.model.fast.parse import Lead
from pipeline.core.extract.model.fast.weights import UnsupportedModelError
from pipeline.core.extract.model.fast.words import Tokenizer

__all__ = ["FastNer", "Lead", "Tokenizer", "UnsupportedModelError"]

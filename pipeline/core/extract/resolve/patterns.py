"""What a word of a name looks like, written down once for all passes."""

# Upper-case letters of Latin, Greek, Cyrillic and Armenian; `re` has no class for them.
_CAPITALS = "".join(letter for letter in map(chr, range(0x590)) if letter.isupper())
CAPITAL = f"[{_CAPITALS}]"
APOSTROPHES = "'’‘ʼ´`"  # as papers, and what scrapes make of them
APOSTROPHE = f"[{APOSTROPHES}]"
# The ending of "Oslo's"; behind it the word ends.
POSSESSIVE = rf"{APOSTROPHE}[sS]\b"
# One capitalised word: "Lind", "O'Dahl", "Ben-Haim", never with a possessive.
NAME = rf"{CAPITAL}(?:[\w-]|{APOSTROPHE}(?![sS]\b)(?=\w))*"
# Between the words of a person's name.
PARTICLE = r"(?:van|von|de|del|della|di|da|do|dos|das|du|der|den|ten|ter|la|le|bin|binti|ibn|ben|al|el)"

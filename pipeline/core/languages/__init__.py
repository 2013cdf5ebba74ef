"""The languages, one module each, named by its ISO 639-1 code and holding one `LANGUAGE`.

To add a language, add its module; nothing else has to know of it.
"""

from importlib import import_module
from pkgutil import iter_modules

from pipeline.core.languages.language import Language

_CODE_LENGTH = 2

LANGUAGES: dict[str, Language] = {
    name: import_module(f"{__name__}.{name}").LANGUAGE
    for name in sorted(module.name for module in iter_modules(__path__))
    if len(name) == _CODE_LENGTH
}

__all__ = ["LANGUAGES", "Language"]

"""The names of an app of several files: one that two modules have gets the module's in front.

images.py   def load(path)        →   def images_load(path)
texts.py    def load(path)        →   def texts_load(path)
            LIMIT, class Reader   →   TEXTS_LIMIT, class TextsReader, if the app has them as well

The app itself keeps its names. So does a module whose names nobody else has, unless a function that
uses the name binds it to something of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..ir import Import, Program, Symbol
from .names import suffix

_Owner = tuple[object, ...]


def module_names(
    program: Program, symbols: Iterable[Symbol], imports: Iterable[Import]
) -> Mapping[Symbol, str]:
    """The names of other modules that cannot stay, with what they should be."""
    owners = {one.symbol: import_key(one) for one in imports}
    labels = _labels({module.scope: module.name for module in program.modules})
    claims: dict[str, set[_Owner]] = {}
    of_modules: list[Symbol] = []
    for symbol in dict.fromkeys(symbols):
        if symbol.scope == 0 or symbol.scope in labels:
            owner = owners.get(symbol, (symbol.scope,))
            claims.setdefault(symbol.name, set()).add(owner)
        if symbol.scope in labels:
            of_modules.append(symbol)
    return {
        symbol: _prefixed(labels[symbol.scope], symbol.name)
        for symbol in of_modules
        if len(claims[symbol.name]) > 1 or symbol in program.captured
    }


def import_key(found: Import) -> _Owner:
    """What the import binds: the same for all modules that import the same under one name."""
    whole = found.module if found.symbol.name != found.top else found.top
    return (whole if found.name is None else found.module, found.name, found.symbol.name)


def _labels(names: Mapping[int, str]) -> Mapping[int, str]:
    """For each module the shortest end of its name that no other module's name has."""
    ends = {scope: name.split(".") for scope, name in names.items()}
    labels: dict[int, str] = {}
    for scope, parts in ends.items():
        others = [one for other, one in ends.items() if other != scope]
        length = 1
        while length < len(parts) and any(one[-length:] == parts[-length:] for one in others):
            length += 1
        labels[scope] = suffix("_".join(parts[-length:]))
    return labels


def _prefixed(label: str, name: str) -> str:
    """In the case of the name: `images_load`, `IMAGES_LIMIT`, `ImagesReader`."""
    bare = name.lstrip("_")
    underscores = name[: len(name) - len(bare)]
    if bare.isupper() and len(bare) > 1:
        return f"{underscores}{label.upper()}_{bare}"
    if bare[:1].isupper():
        words = (word[:1].upper() + word[1:] for word in label.split("_"))
        return f"{underscores}{''.join(words)}{bare}"
    return f"{underscores}{label}_{bare}"

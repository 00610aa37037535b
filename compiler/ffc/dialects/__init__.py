"""Front ends as tables: what the names that apps import mean to the compiler.

A new front end is a new table here (and, where it means something new, an intrinsic in
`staging/intrinsics`); nothing else changes.
"""

from . import ffc, functionfuse, graphbook
from .meaning import Dialect, Meaning

DIALECTS: tuple[Dialect, ...] = (ffc.DIALECT, functionfuse.DIALECT, graphbook.DIALECT)

__all__ = ["DIALECTS", "Dialect", "Meaning", "belongs", "helper", "meaning"]


def meaning(name: str) -> Meaning | None:
    """What the qualified name `name` means, None where no table has it."""
    return next((d.meanings[name] for d in DIALECTS if name in d.meanings), None)


def helper(name: str) -> str | None:
    """What the runtime calls what has the qualified name `name`, None where no table has it."""
    return next((d.helpers[name] for d in DIALECTS if name in d.helpers), None)


def belongs(name: str) -> bool:
    """Whether the qualified name `name` lies in a front end's package."""
    package = name.split(".")[0]
    return any(dialect.package == package for dialect in DIALECTS)

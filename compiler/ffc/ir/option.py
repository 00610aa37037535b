"""Options as the app wrote them: `set_remote_args`, `ray_init_args`, and the dicts inside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..source import Span
from .fragment import Fragment


class Unknown:
    """Stands for a value that only the running driver knows."""

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN: Final = Unknown()


@dataclass(frozen=True)
class Option:
    """One entry of an option dict.

    `known` is its value as a Python object, in which `UNKNOWN` stands for what is not known at
    compile time; `entries` are the entries of a value that is itself a dict with known keys.
    """

    name: str
    value: Fragment
    known: object
    span: Span
    value_span: Span
    entries: tuple[Option, ...] = ()

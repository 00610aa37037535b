"""Calls of functions that make nodes: staging follows them, and emission may keep them."""

from __future__ import annotations

from dataclasses import dataclass

from .fragment import Fragment
from .symbol import Symbol


@dataclass(frozen=True)
class Call:
    """A call of the app's function `function`, whose body was staged in place.

    It stands in call `outer`, if in any. `arguments` are the parameters, with what stands for each
    of them; `doc` is the function's docstring as the app writes it. The call has a `scope` of its
    own, and `returned` are the variables in its last `return`. It is in a `loop` of the app, and
    `gap` says that a blank line stood above its statement.
    """

    id: int
    function: Symbol
    outer: int | None
    arguments: tuple[tuple[str, Fragment], ...]
    doc: str
    scope: int
    returned: tuple[str, ...]
    loop: bool
    gap: bool

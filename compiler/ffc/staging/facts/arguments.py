"""Changes of what parameters have got, in place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import libcst as cst

from ...frontend.names import NameUse
from ...ir.facts import ArgumentChange
from .code import Code
from .in_place import in_place


def argument_changes(code: Code) -> Iterator[ArgumentChange]:
    """Each change, in the order of the text, of a parameter that still is what the caller gave.

    A parameter that was bound before, in whatever branch, may be a copy: `data = list(data)`.
    """
    parameters = _parameters(code)
    changes = [c for c in in_place(code.nodes, code.qualified) if c.root.value in parameters]
    if not changes:
        return
    added = {id(node.target) for node in code.nodes if isinstance(node, cst.AugAssign)}
    places = {id(use.node): index for index, use in enumerate(code.inside)}
    bound = _bound_places(code.inside, added)
    for change in changes:
        name, place = change.root.value, places.get(id(change.root))
        if place is None:  # a name of a comprehension or of a function inside
            continue
        copied = bound.get(name)
        is_late = code.inside[place].late
        if copied is None or (place < copied and not is_late):
            yield ArgumentChange(name, code.name, code.machine.span(change.place))


def _parameters(code: Code) -> frozenset[str]:
    """Those for what the caller has: not `self`, nor `*args` and `**kwargs`."""
    params = code.tree.params
    named = [*params.posonly_params, *params.params]
    decorators = (d.decorator for d in code.tree.decorators)
    is_static = any(isinstance(d, cst.Name) and d.value == "staticmethod" for d in decorators)
    own = named[1:] if code.owner and not is_static else named
    return frozenset(param.name.value for param in (*own, *params.kwonly_params))


def _bound_places(uses: tuple[NameUse, ...], added: set[int]) -> Mapping[str, int]:
    """Where each name is bound first, after it was given; `data += 1` does not count."""
    found: dict[str, int] = {}
    given: set[str] = set()
    for index, use in enumerate(uses):
        if not use.binds or id(use.node) in added:
            continue
        if use.name in given:
            found.setdefault(use.name, index)
        given.add(use.name)
    return found

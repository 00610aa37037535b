"""Nodes and items inside arguments: finding them, and putting their values in their place.

They are looked for in lists, tuples, the values of dicts and the views of dicts, at any depth.
"""

from __future__ import annotations

from copy import copy

from ffc.authoring.item import Item
from ffc.authoring.node import Node
from ffc.authoring.novalue import NoValue
from ffc.authoring.reference import Reference, Unbound

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

_VIEWS: tuple[type[Iterable[Any]], ...] = (type({}.keys()), type({}.values()), type({}.items()))
_OF_INTEREST = (NoValue, list, tuple, dict, set, frozenset, *_VIEWS)


def nodes_in(argument: object) -> Iterator[Node]:
    """Yield the nodes that `argument` holds now, in order; of an item, its node.

    Of what a step graph gives, these are the nodes that it gets something from.
    """
    for reference in references_in(argument):
        if isinstance(reference, Node):
            yield reference
        else:
            yield from _behind(reference)


def _behind(reference: Reference) -> Iterator[Node]:
    seen: dict[Reference, None] = {}
    stack = [reference]
    while stack:
        one = stack.pop()
        if one in seen:
            continue
        seen[one] = None
        if isinstance(one, Node):
            yield one
        else:
            stack += one.needs()


def references_in(argument: object) -> Iterator[Reference]:
    """Yield all that `argument` holds now in place of values, in order; of an item, its whole."""
    if isinstance(argument, Reference):
        yield argument
    elif isinstance(argument, Item):
        yield argument.node
    else:
        for part in _parts(argument):
            yield from references_in(part)


def check(argument: object) -> None:
    """Raise TypeError if `argument` is or holds what the run cannot put a value in place of.

    That is the object of a decorated class, a step that is not bound, and a node in a set or as a
    key of a dict.
    """
    if isinstance(argument, (Reference, Item)):
        return
    if isinstance(argument, Unbound):
        raise TypeError(
            f"{argument!r} gives nothing before it is bound: pass what its bind() returns"
        )
    if isinstance(argument, NoValue):
        raise TypeError(
            f"{argument!r} is the object of a decorated class, which cannot be an argument: "
            "pass what one of its methods returns"
        )
    if isinstance(argument, (dict, set, frozenset)):
        for key in argument:
            if isinstance(key, NoValue):
                place = "a key of a dict" if isinstance(argument, dict) else "in a set"
                raise TypeError(
                    f"{key!r} is {place}, where it does not become its value: "
                    "use a list, a tuple or the values of a dict"
                )
    for part in _parts(argument):
        check(part)


def _parts(argument: Any) -> Iterable[object]:
    if isinstance(argument, dict):
        argument = argument.values()
    elif not isinstance(argument, (list, tuple, *_VIEWS)):
        return ()
    return [part for part in argument if isinstance(part, _OF_INTEREST)]


def may_gain_nodes(argument: object) -> bool:
    """Tell whether nodes can still be put into `argument`: it is or holds a list, dict or view."""
    if isinstance(argument, tuple):
        return any(map(may_gain_nodes, argument))
    return isinstance(argument, (list, dict, *_VIEWS))


def value_of(argument: Any, results: Mapping[Reference, Any]) -> Any:
    """Return `argument` with the results of nodes, and of steps, in their place.

    A container that holds a node is built anew, with its type; of a view of a dict, a list is made.
    All else is returned as it is.
    """
    if isinstance(argument, Reference):
        return results[argument]
    if isinstance(argument, Item):
        return results[argument.node][argument.key]
    if isinstance(argument, tuple):
        parts = [value_of(part, results) for part in argument]
        if all(map(_same, parts, argument)):
            return argument
        kind = type(argument)
        return getattr(kind, "_make", kind)(parts)  # a namedtuple takes its parts one by one
    if isinstance(argument, (list, dict)):
        return _filled(argument, results)
    if isinstance(argument, _VIEWS):
        held = [*argument]
        filled = _filled(held, results)
        return argument if filled is held else filled
    return argument


def _filled(container: Any, results: Mapping[Reference, Any]) -> Any:
    filled = container
    for key, part in container.items() if isinstance(container, dict) else enumerate(container):
        value = value_of(part, results)
        if value is not part:
            if filled is container:
                filled = copy(container)
            filled[key] = value
    return filled


def _same(one: object, other: object) -> bool:
    return one is other

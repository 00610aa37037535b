"""The parameters of steps, resources and functions: which there are, and their values."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from inspect import Parameter
    from typing import Any


def check(name: str, target: Callable[..., Any], given: Mapping[str, Any]) -> None:
    """Raise TypeError if `target`, a class or a function, has no parameter for something given."""
    taken, takes_all = _taken(target)
    known = dict.fromkeys([*_declared(target), *taken])
    for keyword in given:
        if not takes_all and keyword not in known:
            has = ", ".join(map(repr, known)) or "none"
            raise TypeError(f"{name} has no parameter {keyword!r}: its parameters are {has}")


def lacking(target: Callable[..., Any], given: Mapping[str, Any]) -> Iterator[str]:
    """Yield the parameters that are neither given nor have a default."""
    declared = _declared(target)
    taken, takes_all = _taken(target)
    required = [name for name in declared if takes_all or name in taken]
    required += [name for name, one in taken.items() if one.default is one.empty]
    for name in dict.fromkeys(required):
        if name not in given and "default" not in declared.get(name, {}):
            yield name


def values(target: Callable[..., Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Return what `target` is called with: the defaults, and over them what is given.

    Declared parameters that it does not take are left out.
    """
    declared = _declared(target)
    taken, takes_all = _taken(target)
    defaults = {name: one["default"] for name, one in declared.items() if "default" in one}
    return {
        name: value for name, value in {**defaults, **given}.items() if takes_all or name in taken
    }


def _declared(target: Callable[..., Any]) -> Mapping[str, Any]:
    return getattr(target, "Parameters", {})


def _taken(target: Callable[..., Any]) -> tuple[dict[str, Parameter], bool]:
    """Return what the call takes by keyword, and whether it takes any other keyword too."""
    from inspect import Parameter, signature  # costs more than the rest of this package

    called = target.__init__ if isinstance(target, type) else target  # type: ignore[misc]
    _, *parameters = signature(called).parameters.values()  # the first is `self`, or the note
    by_keyword = (Parameter.POSITIONAL_OR_KEYWORD, Parameter.KEYWORD_ONLY)
    taken = {one.name: one for one in parameters if one.kind in by_keyword}
    return taken, any(one.kind is Parameter.VAR_KEYWORD for one in parameters)

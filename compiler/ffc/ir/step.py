"""What is known of the class or function of a step graph's nodes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..diagnostics import Diagnostic
from ..source import Span
from .definition import Parameter
from .option import UNKNOWN


@dataclass(frozen=True)
class StepParameter:
    """An entry of `Parameters`; `type` is None where it is none that ffc knows."""

    name: str
    type: str | None
    has_default: bool
    span: Span


@dataclass(frozen=True)
class StepMethod:
    """A method that class `owner` of the app defines, `self` among its parameters unless it
    `is_static`.

    `parameters` is None where a decorator may change them. `outputs` are those that it names as
    plain text where it says by which output notes leave.
    """

    name: str
    owner: str
    parameters: tuple[Parameter, ...] | None
    span: Span
    is_static: bool = False
    is_async: bool = False
    is_generator: bool = False
    gives_dict: bool = False
    outputs: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True)
class StepFacts:
    """A step, source or resource: what it declares, takes and defines.

    `helpers` are the classes of the runtime that it is derived from, nearest first. It `is_open`
    if it has bases that ffc does not see. None stands for what is not known: the `outputs`, the
    `parameters` and what its `__init__` takes (`init`). `names` are all that its classes define or
    set on `self`, with the class and the place; `called` are those that some code asks for.
    """

    helpers: tuple[str, ...]
    is_open: bool = False
    outputs: tuple[str, ...] | None = None
    outputs_span: Span | None = None
    parameters: tuple[StepParameter, ...] | None = None
    init: tuple[Parameter, ...] | None = None
    methods: tuple[StepMethod, ...] = ()
    names: tuple[tuple[str, str, Span], ...] = ()
    called: frozenset[str] = frozenset()
    problems: tuple[Diagnostic, ...] = ()

    def method(self, name: str) -> StepMethod | None:
        return next((one for one in self.methods if one.name == name), None)

    def owner(self, name: str) -> str | None:
        """The class of the app that defines the name."""
        return next((owner for one, owner, _ in self.names if one == name), None)

    def defines(self, name: str) -> bool:
        return any(name == one for one, _, _ in self.names)

    def parameter(self, name: str) -> StepParameter | None:
        return next((one for one in self.parameters or () if one.name == name), None)


TYPES: Mapping[str, tuple[type, ...]] = {
    "number": (int, float),
    "string": (str,),
    "boolean": (bool,),
    "dict": (dict,),
    "function": (str,),
    "list": (list, tuple),
    "resource": (),
}


def suits(value: object, kind: str) -> bool:
    """Whether a value is of a type that `Parameters` may name; a function may be given as text."""
    if value is UNKNOWN or kind.partition("[")[0] not in TYPES:
        return True
    if kind == "number" and isinstance(value, bool):
        return False
    if isinstance(value, (list, tuple)) and kind.startswith("list["):
        return all(suits(one, kind[5:-1]) for one in value)
    return isinstance(value, TYPES[kind.partition("[")[0]])

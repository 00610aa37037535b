"""What the checks must know of a class or function that makes nodes of step graphs."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import libcst as cst

from ...diagnostics import Diagnostic
from ...diagnostics import steps as errors
from ...frontend.search import find
from ...frontend.signature import parameters
from ...ir import UNKNOWN, Parameter, StepFacts, StepMethod, Symbol
from ...source import Span
from ..machine import Machine
from .attributes import assignments, attribute
from .declared import declared, written
from .family import Member, family, runtime_class
from .methods import methods_in


def step_facts(machine: Machine, symbol: Symbol) -> StepFacts:
    """The facts of a step, source or resource of the app."""
    tree = machine.trees[symbol]
    if isinstance(tree, cst.FunctionDef):
        return _of_function(machine, tree)
    classes = family(machine, symbol)
    own = [one for one in classes if isinstance(one, Member)]
    outputs, problem = _outputs(machine, classes)
    owner, where = written(classes, "Outputs")
    entries, problems = declared(machine, symbol, classes)
    methods: dict[str, StepMethod] = {}
    for one in own:
        for method in methods_in(one):
            methods.setdefault(method.name, method)
    names: dict[str, tuple[str, str, Span]] = {}
    for one in own:
        for name, span in _names(one):
            names.setdefault(name, (name, one.tree.name.value, span))
    return StepFacts(
        helpers=tuple(one for one in classes if isinstance(one, str)),
        is_open=None in classes,
        outputs=outputs,
        outputs_span=owner.module.span(where) if owner is not None and where is not None else None,
        parameters=entries,
        init=_init(classes),
        methods=tuple(methods.values()),
        names=tuple(names.values()),
        called=frozenset(
            found.attr.value for one in own for found in find(one.module.tree, cst.Attribute)
        ),
        problems=(*problem, *problems),
    )


def _of_function(machine: Machine, tree: cst.FunctionDef) -> StepFacts:
    """A function gets the note first, and its parameters by keyword."""
    found = parameters(tree.params)
    method = StepMethod(
        name=tree.name.value,
        owner="",
        parameters=found,
        span=machine.span(tree.name),
        is_static=True,
    )
    first = next((i for i, one in enumerate(found) if len(one.kind) < 2 and one.kind != "*"), None)
    rest = found if first is None else (*found[:first], *found[first + 1 :])
    return StepFacts(
        helpers=("FunctionStep",),
        outputs=("out",),
        parameters=(),
        init=rest if first is not None else None,
        methods=(method,),
    )


def _outputs(
    machine: Machine, classes: list[Member | str | None]
) -> tuple[tuple[str, ...] | None, tuple[Diagnostic, ...]]:
    value = attribute(machine, classes, "Outputs")
    if value is UNKNOWN or (isinstance(value, (list, tuple)) and UNKNOWN in value):
        return None, ()
    if isinstance(value, (list, tuple)) and all(isinstance(one, str) for one in value):
        return tuple(map(str, value)), ()
    owner, expression = written(classes, "Outputs")
    if owner is None or expression is None:
        return None, ()
    place, name = owner.module.span(expression), owner.tree.name.value
    reason = "is no list of names"
    way = f'write `Outputs = ["{value}"]`' if isinstance(value, str) else 'as in `["out"]`'
    return None, (errors.BadDeclaration(place, "Outputs", name, reason, way),)


def _init(classes: list[Member | str | None]) -> tuple[Parameter, ...] | None:
    """What `__init__` takes besides `self`, None where that is not known."""
    for one in classes:
        if one is None:
            return None
        if isinstance(one, str):
            return _of_runtime(one)
        if "dataclass" in {_word(decorator) for decorator in one.tree.decorators}:
            return None
        for method in methods_in(one):
            if method.name == "__init__":
                return None if method.parameters is None else method.parameters[1:]
    return ()


def _word(decorator: cst.Decorator) -> str:
    """The last word of a decorator's name."""
    named = decorator.decorator
    named = named.func if isinstance(named, cst.Call) else named
    named = named.attr if isinstance(named, cst.Attribute) else named
    return named.value if isinstance(named, cst.Name) else ""


def _of_runtime(helper: str) -> tuple[Parameter, ...]:
    kinds = {
        inspect.Parameter.POSITIONAL_OR_KEYWORD: "",
        inspect.Parameter.KEYWORD_ONLY: "*",
        inspect.Parameter.VAR_KEYWORD: "**kwargs",
    }
    found = runtime_class(helper)
    taken = inspect.signature(found).parameters.values() if found is not None else ()
    return tuple(
        Parameter(one.name, kinds[one.kind], one.default is inspect.Parameter.empty)
        for one in taken
        if one.kind in kinds
    )


def _names(one: Member) -> Iterator[tuple[str, Span]]:
    """All that a class defines in its body, or sets on `self` in its methods."""
    for statement in one.tree.body.body:
        if isinstance(statement, (cst.FunctionDef, cst.ClassDef)):
            yield statement.name.value, one.module.span(statement.name)
    for target, _ in assignments(one.tree):
        if isinstance(target, cst.Name):
            yield target.value, one.module.span(target)
    for method in one.tree.body.body:
        for found in find(method, cst.AssignTarget) if isinstance(method, cst.FunctionDef) else ():
            for part in find(found, cst.Attribute):
                if isinstance(part.value, cst.Name) and part.value.value == "self":
                    yield part.attr.value, one.module.span(part)

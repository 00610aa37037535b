"""Whether nodes of step graphs get the parameters that they have, and of the right type."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Sink
from ...diagnostics import steps as errors
from ...ir import Definition, Given, Node, Program, StepFacts, StepParameter
from ...ir.step import suits
from .declarations import keywords
from .made import nodes

_NOTES = {"number", "string", "boolean", "function"}


def parameters(program: Program, sink: Sink) -> None:
    for node, definition, facts in nodes(program):
        for problem in (*_unknown(node, definition, facts), *_missing(node, definition, facts)):
            sink.report(problem)
        for given in node.settings.given if node.settings is not None else ():
            declared = facts.parameter(given.name)
            if declared is not None and declared.type is not None:
                problem_ = _misfit(definition.symbol.name, given, declared)
                if problem_ is not None:
                    sink.report(problem_)


def _unknown(node: Node, definition: Definition, facts: StepFacts) -> Iterator[Diagnostic]:
    taken = keywords(facts)
    if taken is None or facts.parameters is None:
        return
    if any(one.kind == "**kwargs" for one in facts.init or ()):
        return
    known = tuple(dict.fromkeys((*(one.name for one in facts.parameters), *taken)))
    step = definition.symbol.name
    for given in node.settings.given if node.settings is not None else ():
        if given.name not in known:
            init = facts.method("__init__")
            place = init.span if init is not None else definition.span
            yield errors.UnknownParameter(given.place, given.name, step, known, place)


def _missing(node: Node, definition: Definition, facts: StepFacts) -> Iterator[Diagnostic]:
    if node.settings is None or facts.parameters is None:
        return
    given = {one.name for one in node.settings.given}
    step = definition.symbol.name
    for one in facts.parameters:
        if one.type == "resource" and not one.has_default and one.name not in given:
            yield errors.MissingParameter(node.span, one.name, step, True, one.span)
    if facts.helpers != ("FunctionStep",):
        return  # what `__init__` needs besides, the person who starts the driver can say
    for needed in facts.init or ():
        if needed.required and needed.name not in given:
            place = definition.span
            yield errors.MissingParameter(node.span, needed.name, step, False, place)


def _misfit(step: str, given: Given, declared: StepParameter) -> Diagnostic | None:
    """What is wrong with a value that is given, None where nothing is or can be said."""
    kind = declared.type or ""
    place = declared.span
    name, span = given.name, given.span
    if given.what == "resource":
        if kind in ("resource", "function"):
            return None
        return errors.ResourceOrValue(span, name, step, kind, "a resource", place)
    if kind == "resource":
        if given.what != "value" or not is_plain(given.known):
            return None
        return errors.ResourceOrValue(span, name, step, kind, shown(given.known), place)
    if given.what == "notes":
        wrong = kind in _NOTES
    elif given.what == "function":
        wrong = kind != "function"
    else:
        wrong = not suits(given.known, kind)
    what = {"notes": "the notes of a step", "function": "a function"}.get(given.what)
    if not wrong:
        return None
    return errors.WrongType(span, name, step, kind, what or shown(given.known), place)


def is_plain(value: object) -> bool:
    """Whether it is a known value, other than None, which stands for none."""
    return value is not None and isinstance(value, (bool, int, float, str, list, tuple, dict))


def shown(value: object) -> str:
    """The value in a message, short enough for its line."""
    text = repr(value)
    return f"`{text}`" if len(text) <= 40 else f"a `{type(value).__name__}`"

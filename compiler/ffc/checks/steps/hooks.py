"""The methods of steps that are called: whether they are there, and can be called so."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic, Sink
from ...diagnostics import steps as errors
from ...ir import Definition, Program, Role, StepFacts, StepMethod
from ...ir.signature import bind
from .calls import HOOKS, STATIC, right
from .kinds import ROUTING, kinds
from .made import made

# By base: what its classes must have, and what happens without.
_NEEDED = {
    "SourceStep": ("load", "nothing says which notes it gives"),
    "BatchStep": ("on_item_batch", "nothing is done with a batch"),
    "PromptStep": ("on_prompt_response", "nothing takes the answers"),
}


def hooks(program: Program, sink: Sink) -> None:
    for definition, facts, role in made(program):
        found = (
            _of_function if definition.call and facts.helpers == ("FunctionStep",) else _of_class
        )
        for problem in found(definition, facts, role):
            sink.report(problem)


def _of_function(definition: Definition, facts: StepFacts, role: Role) -> Iterator[Diagnostic]:
    """A function gets the note by position."""
    name = definition.symbol.name
    known = facts.methods[0].parameters or ()
    if not any(one.kind in ("", "/", "*args") for one in known):
        way = f"the note comes first: `def {name}(note, …):`"
        yield errors.WrongHook(definition.span, "", name, "takes no note", way)


def _of_class(definition: Definition, facts: StepFacts, role: Role) -> Iterator[Diagnostic]:
    name, own = definition.symbol.name, kinds(facts)
    for base, (hook, why) in _NEEDED.items():
        if base in own and not facts.defines(hook) and not facts.is_open:
            known = next(one for one in facts.helpers if one in own)
            yield errors.MissingHook(definition.span, name, known, hook, right(hook), why)
    if role is Role.STEP and _is_lost(facts):
        why = "notes leave by `out`, which is not among its `Outputs`"
        yield errors.MissingHook(definition.span, name, "step", "route", right("route"), why)
    for method in facts.methods:
        if method.name in HOOKS and HOOKS[method.name][0] in own:
            reason, way = _fault(method, own)
            if reason:
                yield errors.WrongHook(method.span, method.name, method.owner, reason, way)


def _is_lost(facts: StepFacts) -> bool:
    """Whether every note of a step would leave by an output that it does not have."""
    has_route = facts.defines("route") or facts.defines("forward_note") or facts.is_open
    has_route = has_route or any(helper in ROUTING for helper in facts.helpers)
    return not has_route and facts.outputs is not None and "out" not in facts.outputs


def _fault(method: StepMethod, own: tuple[str, ...]) -> tuple[str, str]:
    """What is wrong with a method that is called, and the way out."""
    name = method.name
    written = f"write it as `def {right(name)}:`"
    if method.is_async:
        return "is `async`, and nobody awaits it", written
    streams = "GeneratorSourceStep" in own
    if method.is_generator and not (name == "load" and streams):
        if name == "load":
            return "yields", "derive the class from `GeneratorSourceStep`, whose `load` does"
        return "yields: a call of it does nothing", f"{written}, without `yield`"
    if name == "load" and streams and method.gives_dict and not method.is_generator:
        return "returns a dict", "yield dicts, or derive the class from `SourceStep`"
    if method.parameters is None:
        return "", ""
    if name in STATIC:
        first = method.parameters[0].name if method.parameters else ""
        is_fine = method.is_static or first in ("self", "cls")
        return ("", "") if is_fine else ("is no static method", "write `@staticmethod` above it")
    count = len(HOOKS[name][1]) + (not method.is_static)
    problem = bind(method.parameters, [None] * count).problem
    if not problem:
        return "", ""
    arguments = ", ".join(f"`{one}`" for one in HOOKS[name][1]) or "nothing"
    return f"is called with {arguments} besides `self`", written

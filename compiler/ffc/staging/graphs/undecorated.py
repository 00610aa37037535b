"""`X.remote()` of a class or function that is no node, and `bind` of what takes no notes."""

from __future__ import annotations

import libcst as cst

from ...diagnostics import staging, steps
from ...ir import Role, Symbol
from ..machine import Machine
from ..values import FunctionValue, HelperValue, NodeValue, Value
from .family import family, runtime_class

_MEMBERS = ("remote", "bind")


def refuse_undecorated(
    machine: Machine, owner: FunctionValue | HelperValue, place: cst.Attribute
) -> Value | None:
    """Refuses `remote` and `bind` of what has no decorator; None where it may have them."""
    member = place.attr.value
    if member not in _MEMBERS:
        return None
    if isinstance(owner, HelperValue):
        name = owner.name
        if runtime_class(name) is None:
            return None
        reason = "it makes nodes behind `remote` only"
        way = f"write `remote({name})`, as in `gb.remote(gb.{name}).remote(…)`"
        return machine.refuse(steps.NotRemote(machine.span(place), name, member, reason, way, None))
    tree = machine.trees[owner.definition]
    if isinstance(tree, cst.Lambda) or tree.decorators:
        return None
    name, where = tree.name.value, machine.homes[owner.definition]
    if isinstance(tree, cst.ClassDef):
        if not any(isinstance(one, str) for one in family(machine, owner.definition)):
            return None
        reason = "the class is not decorated"
    else:
        reason = "the function is not decorated"
    module = where.parsed or machine.module
    way = "write `@remote` of the library above it, as in `@gb.remote`"
    span, there = machine.span(place), module.span(tree.name)
    return machine.refuse(steps.NotRemote(span, name, member, reason, way, there))


def refuse_bind(machine: Machine, owner: NodeValue, place: cst.Attribute) -> Value:
    """Refuses `bind` of a node that is no step to be bound."""
    node = machine.record.nodes[owner.node]
    name = node.default_name
    if node.role is Role.SOURCE:
        what, way = f"the source `{name}`", "its notes come from `load`: leave `bind` out"
    elif node.role is Role.RESOURCE:
        what = f"the resource `{name}`"
        way = "give it to a step by keyword, in `.remote(…)`"
    elif node.role is Role.STREAM:
        what = f"what `bind` gives for the step `{name}`"
        way = "to add inputs, give all pairs to one `bind`; to go on, bind the next step to it"
    else:
        known = ("name", "set_name", "get_name")
        return machine.refuse(
            staging.UnknownMember(machine.span(place.attr), "bind", "a node", known)
        )
    made = node.span if node.span.region.line != machine.span(place).region.line else None
    return machine.refuse(steps.NotBindable(machine.span(place), what, way, made))


def refuse_class(machine: Machine, symbol: Symbol) -> None:
    """Refuses a class under `remote` that is neither a step nor a resource."""
    tree = machine.trees[symbol]
    assert isinstance(tree, cst.ClassDef)
    hidden = None in family(machine, symbol)
    machine.refuse(steps.NeitherStep(machine.span(tree.name), tree.name.value, hidden))

"""Members of nodes, workflows, queries and containers: which module handles which."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ...diagnostics import staging as errors
from .. import known
from ..frame import Frame
from ..graphs import calls as graphs
from ..graphs import queried
from ..graphs.bind import bind
from ..graphs.notes import is_stream
from ..graphs.undecorated import refuse_bind
from ..machine import Machine
from ..passed import Passed
from ..values import (
    RESIDUAL,
    FlowValue,
    InstanceValue,
    Known,
    ManyValue,
    Mapping_,
    MemberValue,
    NodeValue,
    PluginValue,
    QueryValue,
    RefValue,
    RemoteValue,
    Sequence_,
    Set_,
    Value,
)
from . import containers, create, equipping, flows, held, naming, queries, strings

_NODE = ("name", "set_name", "get_name")
_FLOW = ("workflow_name", "query", "find_nodes", "set_plugin", "set_storage", "run")
_QUERY = ("set_remote_args", "set_plugin", "set_plugins")


def attribute(
    machine: Machine, owner: Value, name: str, node: cst.Attribute, frame: Frame
) -> Value:
    """`owner.name`, for an owner of the wiring."""
    match owner:
        case InstanceValue() if graphs.is_step(machine, owner):
            if name != "bind":
                return _unknown(machine, node, name, "a step", ("bind",))
        case NodeValue() if name == "name":
            return naming.name_of(machine, owner, node, frame)
        case FlowValue() if name == "workflow_name":
            title = machine.record.flows[owner.flow].name
            if title is None:
                code = machine.record.flow_names[owner.flow]
                frame.replaced[id(node)] = frame.made[id(node)] = code
            return Known(title) if title is not None else RESIDUAL
        case InstanceValue() if name != "set_name" and not create.find_method(machine, owner, name):
            return create.refuse_method(machine, owner, name, node)
        case NodeValue() if name == "bind":
            return refuse_bind(machine, owner, node)
        case NodeValue() if is_stream(machine, owner):
            if name not in queried.MEMBERS:
                return _unknown(machine, node, name, "a step or source", queried.MEMBERS)
        case NodeValue() if name not in _NODE:
            return _unknown(machine, node, name, "a node", _NODE)
        case FlowValue() if name not in _FLOW:
            return _unknown(machine, node, name, "a workflow", _FLOW)
        case QueryValue() if name not in _QUERY:
            return _unknown(machine, node, name, "a query", _QUERY)
        case PluginValue():
            return _unknown(machine, node, name, "a plugin", ())
    return MemberValue(owner, name)


def _unknown(
    machine: Machine, node: cst.Attribute, name: str, owner: str, known_names: tuple[str, ...]
) -> Value:
    return machine.refuse(errors.UnknownMember(machine.span(node.attr), name, owner, known_names))


def call(
    machine: Machine,
    member: MemberValue,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> Value | None:
    """`owner.name(…)`; None where it is to stay code."""
    name = member.name
    match member.owner:
        case RemoteValue() as owner:
            return graphs.of_class(machine, owner, name, arguments, node, frame)
        case InstanceValue() as owner if graphs.is_step(machine, owner):
            return bind(machine, owner, arguments, node, frame)
        case NodeValue() as owner if name in queried.MEMBERS:
            return flows.call(
                machine, queried.graph_of(machine, owner), name, arguments, node, frame
            )
        case NodeValue() as owner:
            return naming.call(machine, owner, name, arguments, node, frame)
        case InstanceValue() as owner if name == "set_name":
            return naming.call(machine, owner, name, arguments, node, frame)
        case InstanceValue() as owner:
            return create.method(machine, owner, name, arguments, node, frame)
        case FlowValue() as owner:
            return flows.call(machine, owner, name, arguments, node, frame)
        case QueryValue() as owner if name != "set_remote_args":
            return equipping.equip(machine, owner, name, arguments, node, frame)
        case QueryValue() as owner:
            return queries.configure(machine, owner, arguments, node, frame)
        case RefValue() as owner if owner.chosen and name == "set_name":
            return naming.call_chosen(machine, owner, arguments, node, frame)
        case RefValue() as owner if owner.nodes.actor is None:
            return naming.call_held(machine, owner, arguments, node, frame)
        case ManyValue() | RefValue():
            return held.call(machine, member, arguments, node, frame)
        case Sequence_() | Mapping_() | Set_():
            return containers.call(machine, member, arguments, node, frame)
        case Known(str()) if name in known.STRING_METHODS:
            return strings.call(machine, member, arguments, node)
    return None

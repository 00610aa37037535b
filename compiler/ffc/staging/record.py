"""What staging has found so far: the program in the making."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field, replace
from typing import Final

import libcst as cst

from ..ir import (
    NO_COMMENTS,
    Argument,
    BlockKind,
    Call,
    Create,
    Definition,
    Flow,
    Fragment,
    Import,
    Node,
    NodeKind,
    Path,
    Ref,
    Rename,
    Role,
    Run,
    Statement,
    Symbol,
    of_block,
)
from ..source import Span
from .node_names import NodeNames
from .values import NodeSet

NAMES: Final = of_block("names", 0)  # the variable with the names of nodes, by their refs


@dataclass(frozen=True)
class Asked:
    """The driver has to know the names of `nodes`, as they are after so many `renames`.

    It does not take `others` for one of them, which have names as well. `place` is in the app.
    """

    nodes: NodeSet
    renames: int
    place: cst.BaseExpression
    span: Span
    others: tuple[int, ...] = ()


@dataclass
class Record(NodeNames):
    """Grows while the wiring is evaluated; `Program` is made of it at the end.

    Statements that are `late` come before a block, or name a node where it is made. The driver is
    `asked` for names of nodes that variables hold.
    """

    nodes: list[Node] = field(default_factory=list)
    flows: list[Flow] = field(default_factory=list)
    late: list[tuple[int, Statement]] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    imports: list[Import] = field(default_factory=list)
    imported: dict[Symbol, Import] = field(default_factory=dict)
    held: dict[int, list[tuple[NodeSet, bool]]] = field(default_factory=dict)
    flow_held: dict[int, list[tuple[NodeSet, bool]]] = field(default_factory=dict)
    flow_names: dict[int, Fragment] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    renames: list[int] = field(default_factory=list)
    renamed: dict[int, Span] = field(default_factory=dict)
    made_in: dict[int, Path] = field(default_factory=dict)
    name_code: dict[int, Fragment] = field(default_factory=dict)
    ref_names: dict[Ref, Symbol] = field(default_factory=dict)
    bound_refs: dict[tuple[Ref, int], Symbol] = field(default_factory=dict)
    of_loop: bool = False
    paragraph: bool = False
    order: int = 0
    scopes: int = 0
    runs: int = 0
    run_flows: dict[int, int] = field(default_factory=dict)
    opened_in: dict[int, Path] = field(default_factory=dict)
    stored: dict[int, Fragment] = field(default_factory=dict)
    gathered: dict[int, int] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    _defined: dict[Symbol, Definition] = field(default_factory=dict)
    _last_call: dict[int, int] = field(default_factory=dict)

    def definition(self, symbol: Symbol) -> Definition | None:
        for one in self.definitions[len(self._defined) :]:
            self._defined[one.symbol] = one
        return self._defined.get(symbol)

    def add_import(self, found: Import) -> None:
        self.real()
        self.imports.append(found)
        self.imported[found.symbol] = found

    def called(
        self,
        function: Symbol,
        arguments: tuple[tuple[str, Fragment], ...],
        doc: str,
        scope: int,
        returned: tuple[str, ...],
        gap: bool,
    ) -> Call:
        """A call of a function that is staged in place, where this is done."""
        loop = any(self.blocks[turn.block].kind is BlockKind.LOOP for turn in self.path)
        made = Call(
            len(self.calls), function, self.call, arguments, doc, scope, returned, loop, gap
        )
        self.calls.append(made)
        return made

    def next_order(self) -> int:
        self.order += 1
        return self.order

    def new_scope(self) -> int:
        self.scopes += 1
        return self.scopes

    def add_task(
        self,
        kind: NodeKind,
        definition: Symbol,
        qualified: str,
        arguments: tuple[Argument, ...],
        span: Span,
        role: Role | None = None,
    ) -> int:
        """A node that calls a function or makes an actor.

        One with a `role` is called `qualified`.
        """
        return self._add(
            Node(
                id=len(self.nodes),
                kind=kind,
                definition=definition,
                arguments=arguments,
                default_name=qualified if role else self.default_name(definition, qualified),
                span=span,
                role=role,
                call=self.call,
            )
        )

    def add_call(
        self,
        actor: int,
        method: str,
        qualified: str,
        arguments: tuple[Argument, ...],
        span: Span,
        owner: Symbol | None = None,
        role: Role | None = None,
    ) -> int:
        """A node that calls a method, defined in class `owner`, of `actor` after the call before.

        One with a `role` is called `qualified`.
        """
        definition = self.nodes[actor].definition
        counted = owner or definition
        node = self._add(
            Node(
                id=len(self.nodes),
                kind=NodeKind.CALL,
                definition=definition,
                arguments=arguments,
                default_name=qualified if role else self.default_name(counted, qualified),
                span=span,
                role=role,
                actor=actor,
                method=method,
                previous=self._last_call.get(actor, actor),
                call=self.call,
            )
        )
        self._last_call[actor] = node
        return node

    def _add(self, node: Node) -> int:
        self.real()
        layout = self.take_layout()
        commented = layout.comments != NO_COMMENTS
        self.nodes.append(replace(node, comments=layout.comments) if commented else node)
        named = self.certain_name if node.role is None else self.known_title
        self.names[node.id] = named(node)
        self.made_in[node.id] = self.path
        self.add(Create(node.id, layout.gap))
        return node.id

    def between(self, node: int) -> BlockKind | None:
        """A block around that the driver may leave out or repeat, and that the node is not in."""
        return self.between_path(self.made_in[node])

    def between_opening(self, flow: int) -> BlockKind | None:
        """The same of a workflow."""
        return self.between_path(self.opened_in[flow])

    def with_held(self, node: Node) -> Node:
        """The node with all nodes that variables among its arguments may hold by now."""
        held = self.held.get(node.id)
        if not held:
            return node
        return replace(node, held=_nodes(held), taken=_nodes(one for one in held if one[1]))

    def with_leaves(self, flow: Flow) -> Flow:
        """The workflow with all nodes of its leaves."""
        refs = [ref.node for ref in flow.leaves]
        whole = _nodes(one for one in self.flow_held.get(flow.id, ()) if one[1])
        return replace(flow, held=self.leaves(flow.id), taken=(*refs, *whole))

    def leaves(self, flow: int) -> tuple[int, ...]:
        """The nodes of a workflow's leaves, those that variables may hold included."""
        refs = [ref.node for ref in self.flows[flow].leaves]
        return (*refs, *_nodes(self.flow_held.get(flow, ())))

    def rename(
        self,
        node: int,
        name: Fragment,
        known: str | None,
        span: Span,
        written: Fragment | None,
    ) -> None:
        self.real()
        self.names[node] = known
        self.counted.pop(node, None)
        self.beginnings.pop(node, None)
        self.renamed[node] = span
        self.name_code[node] = name
        self.renames.append(node)
        self.add(Rename(node, name, known, span, written))

    def add_flow(self, flow: Flow, held: list[tuple[NodeSet, bool]]) -> int:
        """A workflow; `held` are the nodes that variables among its leaves may hold."""
        self.real()
        self.flows.append(flow)
        self.flow_held[flow.id] = held
        self.opened_in[flow.id] = self.path
        return flow.id

    def add_run(self, flow: int, limit: Fragment | None, span: Span) -> int:
        self.real()
        self.runs += 1
        self.run_flows[self.runs - 1] = flow
        self.add(Run(self.runs - 1, flow, limit, span, self.layout.gap, self.stored.get(flow)))
        return self.runs - 1

    def mark(self) -> tuple[dict[str, object], dict[str, int]]:
        """All that is recorded by now, to come back to."""
        held = vars(self)
        lists = {name: len(value) for name, value in held.items() if isinstance(value, list)}
        others = {
            name: copy(value) if isinstance(value, dict) else value
            for name, value in held.items()
            if name not in lists and name != "trail"
        }
        return others, lists

    def restore(self, mark: tuple[dict[str, object], dict[str, int]]) -> None:
        """Forgets what was recorded since `mark`."""
        others, lists = mark
        for name, value in others.items():
            setattr(self, name, copy(value) if isinstance(value, dict) else value)
        for name, length in lists.items():
            del getattr(self, name)[length:]


def _nodes(held: Iterable[tuple[NodeSet, bool]]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(node for nodes, _ in held for node in nodes.nodes))

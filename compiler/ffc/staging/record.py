"""What staging has found so far: the program in the making."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from ..ir import (
    NO_COMMENTS,
    Argument,
    Comments,
    Create,
    Definition,
    Flow,
    Fragment,
    Import,
    Node,
    NodeKind,
    Option,
    Ref,
    Rename,
    Run,
    Statement,
    Symbol,
)
from ..source import Span


@dataclass(frozen=True)
class Layout:
    """How the statement at hand stands in the source: its comments, and a blank line above it."""

    comments: Comments = NO_COMMENTS
    gap: bool = False


@dataclass
class Record:
    """Grows while the wiring is evaluated; `Program` is made of it at the end."""

    nodes: list[Node] = field(default_factory=list)
    flows: list[Flow] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    imports: list[Import] = field(default_factory=list)
    names: dict[int, str | None] = field(default_factory=dict)
    renamed: dict[int, Span] = field(default_factory=dict)
    name_code: dict[int, Fragment] = field(default_factory=dict)
    ref_names: dict[Ref, Symbol] = field(default_factory=dict)
    layout: Layout = Layout()
    paragraph: bool = False
    order: int = 0
    scopes: int = 0
    runs: int = 0
    _calls: Counter[str] = field(default_factory=Counter)
    _last_call: dict[int, int] = field(default_factory=dict)

    def take_layout(self) -> Layout:
        """The layout of the statement at hand, for the first thing that it becomes."""
        taken, self.layout = self.layout, Layout()
        return taken

    def next_order(self) -> int:
        self.order += 1
        return self.order

    def new_scope(self) -> int:
        self.scopes += 1
        return self.scopes

    def add_task(
        self, kind: NodeKind, definition: Symbol, arguments: tuple[Argument, ...], span: Span
    ) -> int:
        """A node that calls a function or makes an actor."""
        return self._add(
            Node(
                id=len(self.nodes),
                kind=kind,
                definition=definition,
                arguments=arguments,
                default_name=self._default_name(definition, definition.name),
                span=span,
            )
        )

    def add_call(
        self,
        actor: int,
        method: str,
        qualified: str,
        arguments: tuple[Argument, ...],
        span: Span,
    ) -> int:
        """A node that calls a method of node `actor`, after the call before it."""
        definition = self.nodes[actor].definition
        node = self._add(
            Node(
                id=len(self.nodes),
                kind=NodeKind.CALL,
                definition=definition,
                arguments=arguments,
                default_name=self._default_name(definition, qualified),
                span=span,
                actor=actor,
                method=method,
                previous=self._last_call.get(actor, actor),
            )
        )
        self._last_call[actor] = node
        return node

    def _add(self, node: Node) -> int:
        layout = self.take_layout()
        self.nodes.append(replace(node, comments=layout.comments))
        self.names[node.id] = node.default_name
        self.statements.append(Create(node.id, layout.gap))
        return node.id

    def _default_name(self, definition: Symbol, qualified: str) -> str:
        # A method that two classes inherit is one function, and counts as such.
        key = qualified if "." in qualified else f"{definition}"
        self._calls[key] += 1
        return f"{qualified}_{self._calls[key] - 1:04d}"

    def rename(self, node: int, name: Fragment, known: str | None, span: Span) -> None:
        self.names[node] = known
        self.renamed[node] = span
        self.name_code[node] = name
        self.statements.append(Rename(node, name, known, span))

    def add_flow(
        self,
        name: str | None,
        leaves: tuple[Ref, ...],
        init: tuple[Option, ...],
        takes_init: bool,
        span: Span,
    ) -> int:
        self.flows.append(Flow(len(self.flows), name, leaves, init, takes_init, span))
        return len(self.flows) - 1

    def add_run(self, flow: int, limit: Fragment | None, span: Span) -> int:
        self.runs += 1
        self.statements.append(Run(self.runs - 1, flow, limit, span, self.layout.gap))
        return self.runs - 1

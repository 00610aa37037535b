"""Program → Graph: what `ffc graph`, `ffc nodes` and `ffc diff --graph` show."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace

from ..ir import (
    Create,
    Equip,
    Flow,
    Node,
    NodeKind,
    Open,
    Program,
    Role,
    Run,
    Setup,
    Symbol,
)
from ..ir.schedule import Schedule, Submission
from ..ir.setup import Number
from . import model
from .arguments import Arguments
from .asked import Match, matches
from .codes import Codes
from .docs import app_doc, functions
from .edges import edges, merged
from .model import Graph, Kind, Name, Plugin, Workflow
from .names import Names
from .places import Loops, Sites, loops, place
from .planned import planned
from .storages import Storages

_KINDS = {NodeKind.TASK: Kind.TASK, NodeKind.ACTOR: Kind.ACTOR, NodeKind.CALL: Kind.CALL}
_ROLES = {
    Role.SOURCE: Kind.SOURCE,
    Role.STEP: Kind.STEP,
    Role.STREAM: Kind.STEP,
    Role.RESOURCE: Kind.RESOURCE,
}


def graph_of(staged: Program) -> Graph:
    """The graph of a program as staging found it."""
    return _Building(planned(staged)).graph()


class _Building:
    """What is asked of the program again and again."""

    def __init__(self, program: Program) -> None:
        self.program = program
        plain = Codes(program)
        self.loops: Loops = loops(program, plain)
        self.storages = Storages(program)
        sites = Sites(self.loops)
        self.made: dict[int, int] = {}  # where each node is made
        self.sites: dict[int, int] = {}
        self.opened: dict[int, int] = {}
        self.opening: dict[int, int] = {}
        self.ran: dict[int, int] = {}
        self.seeded: set[int] = set()
        for index, statement in enumerate(program.statements):
            path = program.paths[index]
            match statement:
                case Create(node):
                    self.made[node] = index
                    self.sites[node] = sites.number(path, program.nodes[node].span)
                case Open(flow):
                    self.opened[flow] = index
                    self.opening[flow] = sites.number(path, program.flows[flow].span)
                case Run(run):
                    self.ran[run] = index
                case Equip(nodes):
                    self.seeded.update(nodes)
        self.names = Names(program, plain, self.made)

    def graph(self) -> Graph:
        program, plain = self.program, Codes(self.program)
        workflows: list[Workflow] = []
        for schedule in program.schedules:
            found = self._workflow(schedule)
            last = workflows[-1] if workflows else None
            if last is not None and _alike(last, found):
                workflows[-1] = _joined(last, found)
            else:
                workflows.append(found)
        wanted: list[Symbol] = []
        for schedule in program.schedules:
            for one in schedule.submissions:
                wanted.append(program.nodes[one.node].definition)
        return Graph(
            program.source.name,
            app_doc(program, plain),
            tuple(workflows),
            self.loops.found,
            functions(program, plain, wanted),
        )

    def _workflow(self, schedule: Schedule) -> Workflow:
        flow = self.program.flows[schedule.flow]
        said = {one.node: self.names.of(one, schedule) for one in schedule.submissions}
        streams = merged(self.program, schedule)
        codes = Codes(self.program, lambda node: f"<{self._said(node, said, streams)}>")
        nodes = tuple(
            self._node(one, schedule, said, streams, codes)
            for one in schedule.submissions
            if streams.get(one.node, one.node) == one.node
        )
        there = {node.id for node in nodes}
        leaves = dict.fromkeys(streams.get(one, one) for one in (*[r.node for r in flow.leaves],))
        held = dict.fromkeys(streams.get(one, one) for one in flow.held)
        return Workflow(
            name=_flow_name(flow),
            is_graph=flow.how is not None,
            place=place(flow.span),
            site=self.opening[flow.id],
            nodes=nodes,
            edges=edges(self.program, schedule, streams, there),
            leaves=tuple(one for one in {**leaves, **held} if one in there),
            runs=(schedule.run,),
            path=self.loops.path(self.program.paths[self.ran[schedule.run]]),
            storage=self.storages.of(schedule.stored),
            limit=codes.text(schedule.limit) if schedule.limit is not None else "",
            init=codes.options(flow.init),
        )

    def _said(self, node: int, said: dict[int, Name], streams: dict[int, int]) -> str:
        node = streams.get(node, node)
        found = said.get(node) or said.get(_maker(self.program.nodes[node]))
        return found.text if found is not None else self.program.nodes[node].default_name

    def _node(
        self,
        one: Submission,
        schedule: Schedule,
        said: dict[int, Name],
        streams: dict[int, int],
        codes: Codes,
    ) -> model.Node:
        node = self.program.nodes[one.node]
        maker = self.program.nodes[_maker(node)]
        options = schedule.by_node.get(maker.id, one)
        arguments = Arguments(self.program, codes)
        is_call = node.kind is NodeKind.CALL and node.role is not Role.STREAM
        actor = None if not is_call or node.actor is None else streams.get(node.actor, node.actor)
        settings = maker.settings
        function = node.definition.name
        return model.Node(
            id=node.id,
            kind=_ROLES[node.role] if node.role in _ROLES else _KINDS[node.kind],
            name=said[maker.id] if maker.id in said else said[node.id],
            function=f"{function}.{node.method}" if is_call else function,
            arguments=arguments.of(node, maker),
            place=place(maker.span),
            parameters=tuple(
                model.Option(*entry) for entry in (settings.entries if settings is not None else ())
            ),
            options=codes.options(options.options),
            asked=tuple(
                model.Asked(codes.text(pattern), codes.options(given))
                for pattern, given in options.queries
                if _may_match(codes.text(pattern), said.get(maker.id, said[node.id]))
            ),
            plugins=tuple(self._plugins(codes, maker, options, schedule.run)),
            stored=schedule.stored is not None and node.kind is NodeKind.TASK and not node.role,
            actor=actor,
            owner=codes.text(node.owner) if is_call and node.owner is not None else "",
            path=self.loops.path(self.program.paths[self.made[node.id]]),
            site=self.sites[node.id],
        )

    def _plugins(self, codes: Codes, node: Node, one: Submission, run: int) -> list[Plugin]:
        rows = next((seeds.rows for seeds in node.seeds if seeds.run == run), ())
        seeds = iter(rows[0] if rows else ())
        return [self._plugin(codes, setup, seeds) for setup in one.setups]

    def _plugin(self, codes: Codes, setup: Setup, seeds: Iterator[Number | None]) -> Plugin:
        function = codes.text(setup.function)
        return (
            Plugin(function)
            if setup.seeds is None
            else Plugin(function, True, (next(seeds, None),))
        )


def _may_match(pattern: str, name: Name) -> bool:
    """Whether a pattern, as code, may match the name; True if only the driver knows it."""
    try:
        return matches(re.compile(ast.literal_eval(pattern)), name) is not Match.NO
    except (ValueError, SyntaxError, TypeError, re.error):
        return True


def _maker(node: Node) -> int:
    """The node with the options, name and parameters of a step that is bound."""
    return node.actor if node.role is Role.STREAM and node.actor is not None else node.id


def _flow_name(flow: Flow) -> Name:
    if flow.name is not None:
        return Name(flow.name, written=flow.name)
    if flow.how is not None:
        return Name("graph", given=False, written="graph")
    return Name("{workflow_name}", known=False, written="{workflow_name}")


def _alike(one: Workflow, other: Workflow) -> bool:
    """Whether two runs differ in seeds alone."""
    return _without_runs(one) == _without_runs(other)


def _without_runs(one: Workflow) -> Workflow:
    nodes = tuple(
        replace(n, plugins=tuple(replace(p, seeds=()) for p in n.plugins)) for n in one.nodes
    )
    return replace(one, nodes=nodes, runs=(), path=())


def _joined(one: Workflow, other: Workflow) -> Workflow:
    """Both runs, with the seeds of both."""
    nodes = tuple(
        replace(
            node,
            plugins=tuple(
                replace(p, seeds=(*p.seeds, *q.seeds))
                for p, q in zip(node.plugins, again.plugins, strict=True)
            ),
        )
        for node, again in zip(one.nodes, other.nodes, strict=True)
    )
    return replace(one, nodes=nodes, runs=(*one.runs, *other.runs))

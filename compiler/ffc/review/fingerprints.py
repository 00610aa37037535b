"""What the result of each node depends on, before anything runs.

It is what `runtime/storage/fingerprint.py` finds when a driver runs: the code of a function and of
all that it names, arguments, `runtime_env`, plugins, and the results before it. The code is read in
the text of the driver, by the very same module. What only a run computes is known here by the code
that computes it.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..compile import Compiled
from ..emit.plan import names_of
from ..emit.wrappers import task_name
from ..graphs.argument_names import argument_names
from ..graphs.codes import Codes
from ..graphs.model import Graph, Node, Workflow
from ..ir import Argument, NodeKind, Role
from ..ir import Node as IrNode
from ..ir.literal import literal
from ..ir.schedule import Submission
from ..runtime.storage.fingerprint import Sources, digest_of
from .closure import Closure


@dataclass(frozen=True, eq=False)
class Given:
    """An argument: its code, and the results in it, with the items that are taken of them.

    One that the app computes when it runs is so by `computed`; empty for one that is known.
    """

    code: str
    computed: str = ""
    sources: tuple[tuple[Print, str], ...] = ()

    @cached_property
    def digest(self) -> str:
        sources = [(one.digest, key) for one, key in self.sources]
        return str(digest_of([self.code, self.computed, sources]))


@dataclass(frozen=True, eq=False)
class Print:
    """What a result depends on; `digest` is the same if all of that is.

    Variables are those that the driver computes. `origins` are, for arguments that come from nodes,
    the names of these.
    """

    code: str
    variables: Mapping[str, str]
    arguments: Mapping[str, Given]
    runtime_env: str
    origins: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def digest(self) -> str:
        given = {name: one.digest for name, one in self.arguments.items()}
        return str(digest_of([self.code, {**self.variables}, given, self.runtime_env]))


class Fingerprints:
    """Those of the nodes of one app; `code` has the functions, by what the driver calls them."""

    def __init__(self, compiled: Compiled, graph: Graph) -> None:
        self._program, self._staged = compiled.program, compiled.staged
        self._codes = Codes(self._staged)
        self._closure = Closure(self._staged, self._codes.text)
        self._sources = Sources(compiled.driver, {})
        self._names = names_of(self._program)
        self._submitted = {
            one.node: one for schedule in self._program.schedules for one in schedule.submissions
        }
        self._by_site: dict[int, Submission] = {}
        sites = {node.id: node.site for flow in graph.workflows for node in flow.nodes}
        for node, site in sites.items():
            if node in self._submitted:
                self._by_site.setdefault(site, self._submitted[node])
        self._sites = sites
        self._variables: dict[str, Mapping[str, str]] = {}
        self._parts: dict[str, Mapping[str, str]] = {}
        # What the driver calls the app's own, and what the app does.
        self._own = {
            name: symbol.name
            for symbol, name in self._names.symbols.items()
            if self._closure.binds(symbol)
        }

    def callee(self, node: IrNode) -> str:
        """What the driver calls the function or class of a node."""
        one = self._submitted.get(node.id) or self._by_site.get(self._sites.get(node.id, -1))
        if one is None or node.kind is NodeKind.CALL:
            return self._names.symbols.get(node.definition, node.definition.name)
        if node.maker is not None and not one.setups:
            return self._names.fill(node.maker)
        return task_name(self._program, self._names, one)

    def parts(self, node: int) -> Mapping[str, str]:
        """The code of the app that a node leads to, by the names of its parts."""
        made = self._staged.nodes[node]
        if made.role is Role.STREAM and made.actor is not None:
            made = self._staged.nodes[made.actor]
        if made.kind is NodeKind.CALL:
            return {}
        callee = self.callee(made)
        if callee not in self._parts:
            code = self._sources.code
            self._parts[callee] = {
                self._own[name]: ast.unparse(code[name])
                for name in self._sources.reached(callee)
                if name in code and name in self._own
            }
        return self._parts[callee]

    def of(self, workflow: Workflow) -> Mapping[int, Print]:
        """Those of the nodes of a workflow, whose earlier workflows have been asked for."""
        shown = {node.id: node for node in workflow.nodes}
        names = {
            node.id: node.name.written if node.path else node.name.text for node in workflow.nodes
        }
        found: dict[int, Print] = {}
        for node in self._staged.nodes:
            if node.id in shown or node.role is not None:
                found[node.id] = made = self._print(node, shown.get(node.id), found, names)
                _ = made.digest  # in order: a long row of nodes is no deep recursion
        for run in workflow.runs:
            leaves = [found[leaf].digest for leaf in workflow.leaves if leaf in found]
            self._closure.run_prints[run] = digest_of(leaves)
        return {node: found[node] for node in shown}

    def _print(
        self, node: IrNode, shown: Node | None, found: Mapping[int, Print], names: Mapping[int, str]
    ) -> Print:
        arguments: dict[str, Given] = {}
        origins: dict[str, tuple[str, ...]] = {}
        for name, argument in zip(argument_names(self._staged, node), node.arguments, strict=True):
            key = name if name not in arguments else f"{name}#{len(arguments)}"
            arguments[key] = self._argument(argument, found)
            sources = [names[r.node] for r in argument.value.refs if r.node in names]
            if sources:
                origins[key] = tuple(dict.fromkeys(sources))
        held = [one for one in node.held if one in found and one not in self._named(node)]
        if held:
            arguments["nodes"] = Given("", "nodes", tuple((found[one], "") for one in held))
            origins["nodes"] = tuple(dict.fromkeys(names[one] for one in held if one in names))
        for number, plugin in enumerate(shown.plugins if shown is not None else ()):
            if plugin.seeded:
                seeds = digest_of([*plugin.seeds])
                arguments[f"seed of {plugin.function}#{number}"] = Given(seeds)
        if node.settings is not None:
            arguments["parameters"] = Given(digest_of([*node.settings.entries]))
        before = [one for one in (node.previous, node.actor) if one is not None and one in found]
        if before:
            arguments["before"] = Given("", "", tuple((found[one], "") for one in before))
        environment = (
            [one.value for one in shown.options if one.name == "runtime_env"] if shown else []
        )
        return Print(
            self._code(node),
            self._read(node),
            arguments,
            digest_of(environment),
            origins,
        )

    def _named(self, node: IrNode) -> set[int]:
        return {ref.node for ref in node.inputs}

    def _code(self, node: IrNode) -> str:
        if node.kind is NodeKind.CALL or node.role in (Role.STREAM, Role.NOTES):
            return node.method or ""
        callee = self.callee(node)
        setups = self._setups(node)
        if callee not in self._sources.code:
            return str(digest_of([callee, self._closure.digest([node.definition]), setups]))
        return str(digest_of([self._sources.facts(callee)[0], setups]))

    def _setups(self, node: IrNode) -> str:
        """What plugins call that the function of the driver does not name, but gets."""
        one = self._submitted.get(node.id) or self._by_site.get(self._sites.get(node.id, -1))
        functions = [setup.function for setup in one.setups] if one is not None else []
        symbols = [symbol for function in functions for symbol in function.symbols]
        return str(digest_of([self._closure.digest(symbols), *map(self._closure.text, functions)]))

    def _read(self, node: IrNode) -> Mapping[str, str]:
        """The variables that the function reads and that the driver binds in `main()`."""
        if node.kind is NodeKind.CALL or node.role in (Role.STREAM, Role.NOTES):
            return {}
        key = self.callee(node)
        if key not in self._variables:
            reached = self._closure.reached([node.definition])
            names = {
                self._names.symbols.get(symbol, symbol.name): symbol
                for symbol in sorted(reached, key=lambda one: (one.scope, one.version, one.name))
                if self._closure.is_variable(symbol)
            }
            self._variables[key] = {
                name: self._closure.digest([symbol])
                for name, symbol in names.items()
                if name not in self._sources.code or self._closure.is_changed(symbol)
            }
        return self._variables[key]

    def _argument(self, argument: Argument, found: Mapping[int, Print]) -> Given:
        refs = [*argument.value.refs]
        known = literal(argument.known)
        if known is not None and not refs:
            return Given(f"{argument.prefix[:1] == '*'} {known}")
        sources = tuple((found[ref.node], ref.key or "") for ref in refs if ref.node in found)
        is_plain = not argument.value.symbols and not argument.value.runs
        computed = "" if refs and is_plain else f"by {self._closure.digest(argument.value.symbols)}"
        return Given(self._bare(argument), computed, sources)

    def _bare(self, argument: Argument) -> str:
        """The code of an argument; the names of nodes make no difference."""
        bare = Codes(self._staged, lambda node: "ref_")
        text = bare.text(argument.value)
        runs = [self._closure.run_prints.get(run, "") for run in argument.value.runs]
        return f"{text} {runs}"

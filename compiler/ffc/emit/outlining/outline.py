"""Finds the lines of each function's calls in `main()`, and puts calls in their place."""

from __future__ import annotations

from collections import ChainMap, Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

import libcst as cst

from ...ir import Call, Fragment, Program, Symbol
from ..indent import indented
from ..name_table import NameTable
from ..names import Names
from .body import Unlike, body_of
from .line import Line
from .main import bound_before, main_of
from .merge import Merge
from .refold import refolded
from .strings import Given, plain

_SHORTEST = 3  # statements: below, the lines themselves are as short as a function


@dataclass(frozen=True)
class Outlined:
    """The lines of `main()` that are left, and the functions that they call: name → code."""

    lines: tuple[Line, ...]
    functions: Mapping[str, str] = field(default_factory=dict)
    kept: frozenset[Symbol] = frozenset()


@dataclass(frozen=True)
class _Place:
    """The lines of one call."""

    call: Call
    start: int
    end: int


def callable_functions(program: Program) -> frozenset[Symbol]:
    """The functions of the app that are called several times, or in a loop."""
    counts = Counter(call.function for call in program.calls)
    looped = (call.function for call in program.calls if call.loop)
    return frozenset((*looped, *(function for function, count in counts.items() if count > 1)))


def outline(
    program: Program,
    lines: Sequence[Line],
    names: NameTable,
    parameters: str,
    wanted: frozenset[Symbol],
) -> Outlined:
    """Functions for as many of those `wanted` as can be; `parameters` are those of `main()`."""
    found = Outlined(tuple(_settled(lines)))
    for function in _inner_first(program, wanted):
        try:
            found = _Function(program, found, names, parameters, function).outlined()
        except Unlike:
            continue
    return found


def _settled(lines: Sequence[Line]) -> list[Line]:
    """Lines that passes made come from the call of the line below."""
    found: list[Line] = []
    for line in reversed(lines):
        below = found[-1].call if found else None
        found.append(replace(line, call=below, made=False) if line.made else line)
    return found[::-1]


def _inner_first(program: Program, wanted: frozenset[Symbol]) -> list[Symbol]:
    """Functions before those that call them."""
    depths: dict[Symbol, int] = {}
    for call in program.calls:
        if call.function in wanted:
            depth = len([*_around(program, call.id)])
            depths[call.function] = max(depth, depths.get(call.function, 0))
    return sorted(depths, key=lambda function: -depths[function])


def _around(program: Program, call: int | None) -> Iterator[Call]:
    """A call, and those around it."""
    while call is not None and call >= 0:
        yield program.calls[call]
        call = program.calls[call].outer


class _Function:
    """One function on its way out of `main()`; each step raises `Unlike` where it cannot be."""

    def __init__(
        self,
        program: Program,
        found: Outlined,
        names: NameTable,
        parameters: str,
        function: Symbol,
    ) -> None:
        self._program, self._found, self._names = program, found, names
        self._function = function
        self._places = self._find()
        self._main = main_of(found.lines, parameters)
        lines = found.lines
        self._bodies = [body_of(lines[place.start : place.end]) for place in self._places]
        self._ends = {place.end for place in self._places}
        self._own: defaultdict[str, list[range]] = defaultdict(list)
        for place, body in zip(self._places, self._bodies, strict=True):
            for name in body.assigned:
                self._own[name].append(range(place.start, place.end))

    def outlined(self) -> Outlined:
        main, bodies = self._main, self._bodies
        if any(not body.assigned <= main.variables for body in bodies):
            raise Unlike("a variable of the module")
        given = self._given()
        passed = self._passed(given)
        taken = {name for body in bodies for name in body.reads if name not in passed}
        known = self._names.symbols
        taken |= {known[symbol] for symbol in self._program.global_names if symbol in known}
        merge = Merge(bodies, passed, given, self._wanted(), Names(taken))
        returned = self._places[0].call.returned
        outputs = sorted(
            self._outputs(merge.variables),
            key=lambda one: [*returned, merge.variables[one]].index(merge.variables[one]),
        )
        name = self._free_name()
        order = [one for one, _ in self._places[0].call.arguments]
        parameters = sorted(merge.written, key=lambda one: [*order, one].index(one))
        text = _text(
            name,
            parameters,
            self._places[0].call.doc,
            merge.module,
            [merge.variables[one] for one in outputs],
        )
        lines = self._called(name, [merge.written[one] for one in parameters], outputs)
        functions = {**self._found.functions, name: text}
        return Outlined(lines, functions, self._found.kept | {self._function})

    def _wanted(self) -> list[ChainMap[str, str]]:
        """What the function itself calls what `main()` has names for, in each call."""
        own: dict[int, dict[str, str]] = {place.call.scope: {} for place in self._places}
        for ref, symbol in self._program.bound_refs:
            for run in range(len(self._program.schedules)) if symbol.scope in own else ():
                name = self._names.refs.get((run, ref.node, ref.key))
                if name is not None:
                    own[symbol.scope][name] = symbol.name
        others = {**self._names.wanted}
        return [ChainMap(own[place.call.scope], others) for place in self._places]

    def _passed(self, given: Sequence[Given]) -> frozenset[str]:
        """The variables of `main()` that calls are given.

        They are what the app gives, what differs from call to call, and what blocks bind. It must
        have a value there, not only where the function reads it.
        """
        read = [body.reads & self._main.variables for body in self._bodies]
        by_app = {code for one in given for code in one.plain}
        alike = frozenset.intersection(*read) & self._main.outer - by_app
        for found, body, place in zip(read, self._bodies, self._places, strict=True):
            asked = found - alike - body.needed
            if asked and not asked <= bound_before(self._found.lines, place.start):
                raise Unlike("a variable that may have no value yet")
        return frozenset.union(*read) - alike

    def _find(self) -> list[_Place]:
        lines, places = self._found.lines, list[_Place]()
        before: Call | None = None
        for index, line in enumerate(lines):
            inside = [
                one for one in _around(self._program, line.call) if one.function == self._function
            ]
            if len(inside) > 1:
                raise Unlike("it calls itself")
            call = inside[0] if inside else None
            if call is not None and call is before:
                places[-1] = replace(places[-1], end=index + 1)
            elif call is not None:
                places.append(_Place(call, index, index + 1))
            before = call
        trimmed = [self._trimmed(place) for place in places]
        if len({place.call.id for place in places}) < len(places) or not places:
            raise Unlike("parts of a call in several places")
        if len(places) == 1 and not places[0].call.loop:
            raise Unlike("one call")
        return trimmed

    def _trimmed(self, place: _Place) -> _Place:
        """Without blank lines at its ends."""
        lines, start, end = self._found.lines, place.start, place.end
        while start < end and not lines[start].text:
            start += 1
        while end > start and not lines[end - 1].text:
            end -= 1
        written = [line for line in lines[start:end] if line.text and line.text[0] != "#"]
        if len(written) < _SHORTEST or min(line.depth for line in written) < written[0].depth:
            raise Unlike("short, or a part of a block")
        return replace(place, start=start, end=end)

    def _given(self) -> list[Given]:
        """The parameters of the app, with what stands for them in each call."""
        rows = [dict(place.call.arguments) for place in self._places]
        found: list[Given] = []
        for name in rows[0]:
            codes = [row[name] for row in rows]
            texts = [self._text(code) for code in codes]
            if all(texts):
                found.append(Given(name, tuple(map(plain, texts)), tuple(texts)))
        return found

    def _text(self, code: Fragment) -> str:
        """Code as `main()` has it; nothing for what it has in no line."""
        for run in range(len(self._program.schedules)):
            with suppress(KeyError):
                return self._names.fill(code, run)
        return ""

    def _outputs(self, variables: Mapping[tuple[str, ...], str]) -> list[tuple[str, ...]]:
        """The variables that something outside of the calls reads."""
        found = [names for names in variables if self._is_read(names)]
        for names in found:
            if any(n not in b.certain for n, b in zip(names, self._bodies, strict=True)):
                raise Unlike("a variable that may have no value")
        return found

    def _is_read(self, names: tuple[str, ...]) -> bool:
        return any(map(self._readers, names))

    def _readers(self, name: str) -> list[int]:
        """The lines that read a variable, but for calls that bind it themselves.

        Options that are looked up are read in the line behind only.
        """
        if name == self._names.own.get("node_options"):
            return []
        own = self._own.get(name, ())
        found = self._main.readers.get(name, ())
        return [index for index in found if not any(index in one for one in own)]

    def _free_name(self) -> str:
        """The name that the app has for it; raises `Unlike` where that means something else."""
        own = self._names
        taken = {*own.symbols.values(), *own.refs.values(), *own.results.values()}
        taken |= {
            *self._found.functions,
            *own.own.values(),
            *own.wrappers.values(),
            *own.monitor.values(),
            *own.hidden,
        }
        name = self._function.name.rpartition(".")[2]
        if name in taken | self._main.variables:
            raise Unlike("its name is another's")
        return name

    def _called(
        self, name: str, parameters: Sequence[tuple[str, ...]], outputs: Sequence[tuple[str, ...]]
    ) -> tuple[Line, ...]:
        """The lines of `main()` with calls in the places of what they do."""
        lines = list(self._found.lines)
        for number, place in reversed([*enumerate(self._places)]):
            call = f"{name}({', '.join(codes[number] for codes in parameters)})"
            bound = [names[number] for names in outputs]
            self._replace(lines, place, call, bound)
        return tuple(lines)

    def _replace(self, lines: list[Line], place: _Place, call: str, bound: list[str]) -> None:
        head = lines[place.start]
        code = f"{', '.join(bound)} = {call}" if bound else call
        start, end = place.start, place.end
        if len(bound) == 1 and len(self._readers(bound[0])) == 1:
            after = next((i for i in range(end, len(lines)) if lines[i].text), None)
            taken = after is not None and refolded(lines[after].text, bound[0], call)
            if after is not None and taken and lines[after].depth == head.depth:
                lines[start : after + 1] = [replace(lines[after], text=taken)]
                return
        lines[start:end] = [Line(code, head.depth, place.call.outer)]
        is_behind = start > 1 and not lines[start - 1].text and not place.call.gap
        if is_behind and lines[start - 2].depth == head.depth and self._is_last(start - 2):
            del lines[start - 1]

    def _is_last(self, index: int) -> bool:
        """Whether a line is the last of another call of the function."""
        return index + 1 in self._ends


def _text(
    name: str, parameters: Sequence[str], doc: str, body: cst.Module, outputs: Sequence[str]
) -> str:
    """The function as code."""
    statements = list(body.body)
    last = statements[-1]
    given = _value(last, outputs[0]) if len(outputs) == 1 else None
    if given is not None:
        assert isinstance(last, cst.SimpleStatementLine)
        statements[-1] = last.with_changes(body=[cst.Return(given)])
    code = body.with_changes(body=statements).code
    if outputs and given is None:
        code = f"{code.rstrip()}\nreturn {', '.join(outputs)}\n"
    head = f"def {name}({', '.join(parameters)}):\n"
    return head + indented(f"{doc}\n{code}" if doc else code)


def _value(statement: cst.CSTNode, name: str) -> cst.BaseExpression | None:
    """What the statement gives the variable, if it does nothing else."""
    match statement:
        case cst.SimpleStatementLine(
            body=[cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=bound))], value=value)]
        ) if bound == name:
            return value
    return None

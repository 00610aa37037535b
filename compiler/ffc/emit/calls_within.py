"""Tasks whose own body begins with what plugins call, as all nodes of them have the same calls.

@ray.remote(runtime_env={"env_vars": {"FFC_SETUP": "use_hundreds"}})
def forecast(model):
    use_hundreds()
    return SCALE * model["level"]

Others have a function around them: `prepared.py`.
"""

from __future__ import annotations

import re
import symtable
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from ..ir import Definition, DefinitionKind, Fragment, Plain, Program, Symbol, SymbolUse
from ..slicing import Slice
from ..slicing.roots import submitted_code
from .calls_before import Calls
from .wrapping import Wrapper, step_functions, wrapper_of


def calls_within(program: Program, kept: Slice) -> Mapping[Symbol, Calls]:
    """The functions of tasks that make the calls themselves, with these."""
    if not program.equipped:
        return {}
    made: defaultdict[Symbol, set[Wrapper]] = defaultdict(set)
    for schedule in program.schedules:
        for submission in schedule.submissions:
            made[program.nodes[submission.node].definition].add(wrapper_of(program, submission))
    found: dict[Symbol, Calls] = {}
    uses = Counter((*_uses(program, kept), *step_functions(program)))
    for definition in kept.definitions:
        for one in made[definition.symbol]:
            alike = {Wrapper(definition.symbol, None, calls=one.calls)}
            if one.calls and made[definition.symbol] == alike and _takes(definition, one.calls):
                found[definition.symbol] = one.calls
    # Its own `def` names a function; what else does would make the calls, too.
    return {symbol: calls for symbol, calls in found.items() if uses[symbol] == 1}


def _uses(program: Program, kept: Slice) -> Iterator[Symbol]:
    """All symbols that the driver's code names, as often as it does."""
    for definition in kept.definitions:
        yield from (*definition.head.symbols, *definition.tail.symbols)
    for index in sorted(kept.statements):
        statement = program.statements[index]
        yield from statement.code.symbols if isinstance(statement, Plain) else ()
    for block in sorted(kept.blocks):
        yield from program.blocks[block].header.symbols
    for code in submitted_code(program):
        yield from code.symbols


def _takes(definition: Definition, calls: Calls) -> bool:
    """Whether the calls can stand in the body, and mean there what they mean outside."""
    is_def = definition.kind is DefinitionKind.TASK and not definition.is_expression
    if not is_def or definition.decorators:
        return False
    functions = [_text(call.function) for call in calls]
    is_simple = all(call.direct and not call.takes_seed for call in calls)
    if not is_simple or not all(re.fullmatch(r"[\w.]+", one) for one in functions):
        return False
    roots = "|".join(one.partition(".")[0] for one in functions)
    bound = _bound(symtable.symtable(_text(definition.tail), "", "exec"))
    return not any(re.fullmatch(rf"({roots})(_\d+)?", name) for name in bound)


def _text(code: Fragment) -> str:
    """The code with the names that the app has."""
    parts = (part.symbol.name if isinstance(part, SymbolUse) else part for part in code.parts)
    return "".join(part if isinstance(part, str) else "_" for part in parts)


def _bound(table: symtable.SymbolTable) -> Iterator[str]:
    """What functions bind for themselves, or take from the module by `global`."""
    for inner in table.get_children():
        for one in inner.get_symbols():
            if one.is_local() or one.is_declared_global():
                yield one.get_name()
        yield from _bound(inner)

"""Tasks and classes of the app with the calls that come before them.

@ray.remote(runtime_env={"env_vars": {"FFC_SETUP": "init_float, set_seed"}})
def train_prepared(seed, /, *args, **kwargs):
    init_float()
    set_seed(seed)
    return train(*args, **kwargs)

What Ray's workers keep of such calls must not reach other nodes: tasks with another environment run
in other processes. An object has a process of its own.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping

from ..ir import Program, Symbol
from ..ir.schedule import Submission
from .calls_before import Calls, Methods, calls_of, methods_of
from .indent import indented
from .name_table import NameTable
from .names import Names
from .own_process import environment
from .wrapping import Wrapper, calls_function

_NAME = re.compile(r"__(name|qualname|class)__|\b(type|repr)\(|!r\}|dataclass")


def method_name(program: Program, submission: Submission) -> str:
    """What a call of an object calls: the method, or what prepares its process before that."""
    node = program.nodes[submission.node]
    assert node.method is not None
    if not submission.setups:
        return node.method
    methods = methods_of(program, node.definition)
    names = _method_names(program, node.definition, methods)
    return names[node.method, calls_of(program, submission.setups)]


def _method_names(
    program: Program, definition: Symbol, methods: Methods
) -> Mapping[tuple[str, Calls], str]:
    names = Names(method.name for method in program.definition(definition).methods)
    return {one: names.take(f"{one[0]}_prepared") for one in methods}


def passed(program: Program, submission: Submission, names: NameTable) -> list[str]:
    """What a submission gives to the calls before the node: functions, and seeds."""
    found: list[str] = []
    calls = calls_of(program, submission.setups)
    for setup, call in zip(submission.setups, calls, strict=True):
        function = names.fill(setup.function)
        if setup.is_object:
            found.append(f"{names.own['setup_of']}({function})")
        elif not call.direct:
            found.append(function)
        if setup.seed is not None:
            found.append(names.fill(setup.seed))
    return found


def label(wrapper: Wrapper, names: NameTable) -> str:
    """What tells the processes of such tasks from others: the names of the calls before them."""
    functions = (names.fill(call.function) for call in wrapper.calls)
    known = (f if re.fullmatch(r"[\w.]+", f) else names.wrappers[wrapper] for f in functions)
    return ", ".join(known)


def prepared_names(names: NameTable) -> tuple[str, ...]:
    """The names of what stands around functions and classes of the app."""
    return tuple(name for one, name in names.wrappers.items() if one.is_prepared)


def definition_of(program: Program, wrapper: Wrapper, names: NameTable) -> str:
    """The function or class that makes the calls, and then what the app's own does."""
    function, ray = names.symbols[wrapper.function], names.own["ray"]
    name = names.wrappers[wrapper]
    if not wrapper.is_actor:
        keys = wrapper.keys or ()
        options = [f"num_returns={len(keys)}"] if len(keys) > 1 else []
        options.append(f"runtime_env={environment(label(wrapper, names))}")
        decorator = f"@{ray}.remote({', '.join(options)})\n"
        call = f"{function}(*args, **kwargs)"
        return decorator + _function(name, "", wrapper.calls, _returned(call, wrapper.keys), names)
    methods, base = [], function
    given = "*args, **kwargs"
    if wrapper.maker is not None:
        base = names.fill(wrapper.maker)
        given = f"{function}, {given}" if calls_function(wrapper.maker) else given
    if wrapper.calls:
        end = [f"super().__init__({given})"]
        methods.append(_function("__init__", "self, ", wrapper.calls, end, names))
    own = _method_names(program, wrapper.function, wrapper.methods)
    for method, calls in wrapper.methods:
        end = [f"return self.{method}(*args, **kwargs)"]
        methods.append(_function(own[method, calls], "self, ", calls, end, names))
    body = indented("\n\n".join(methods))
    made = f"class {name}({base}):\n{body}"
    if not _tell_their_names(program):
        return f"@{ray}.remote\n{made}"
    helpers = [] if wrapper.maker is None else [*wrapper.maker.helpers]
    own_name = helpers[0] if helpers else wrapper.function.name
    named = f"{name}.__name__ = {name}.__qualname__ = {own_name!r}"
    return f"{made}\n\n\n{named}  # as it says itself\n{name} = {ray}.remote({name})"


def _tell_their_names(program: Program) -> bool:
    """Whether objects of a class of the app may say what their class is called."""
    classes = (d for d in program.definitions if d.kind.is_class)
    texts = (part for d in classes for part in (*d.head.parts, *d.tail.parts))
    return any(isinstance(part, str) and _NAME.search(part) for part in texts)


def _returned(call: str, keys: tuple[str | None, ...] | None) -> list[str]:
    if keys is None:
        return [f"return {call}"]
    items = ("result" if key is None else f"result[{key}]" for key in keys)
    return [f"result = {call}", f"return {', '.join(items)}"]


def _function(name: str, this: str, calls: Calls, end: list[str], names: NameTable) -> str:
    named = (names.fill(call.function) for call in calls if call.direct)
    own = Names(word for function in named for word in re.findall(r"(?<![\w.])\w+", function))
    parameters: list[str] = []
    lines: list[str] = []
    for call in calls:
        function = names.fill(call.function) if call.direct else own.take("setup")
        seed = own.take("seed") if call.takes_seed else ""
        parameters += [] if call.direct else [function]
        parameters += [seed] if seed else []
        lines.append(_called(function, seed))
    given = f"{', '.join(parameters)}, /, " if parameters else ""
    head = f"def {name}({this}{given}*args, **kwargs):"
    return "\n".join([head, *(f"    {line}" for line in (*lines, *end))])


def _called(function: str, seed: str) -> str:
    """The call of a function; of a lambda without parameters, what that does."""
    tree = ast.parse(function.strip(), mode="eval").body
    if not isinstance(tree, ast.Lambda):
        return f"{function}({seed})"
    takes_nothing = ast.unparse(tree.args) == ""
    return ast.unparse(tree.body) if takes_nothing else f"({function})({seed})"

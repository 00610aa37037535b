"""Workflows: their leaves, queries, runs, and results."""

from __future__ import annotations

import re
from typing import Final

from ..generator.calls import call, node
from ..generator.draft import Construct
from ..generator.expressions import is_dict_of_nodes, is_list_of_nodes, key
from ..generator.values import OTHER, Form, Holds, Value, plain
from ..generator.wiring import Wiring

OPTIONS: Final = (
    '{"num_cpus": 0.1}',
    '{"num_cpus": 0}',
    '{"resources": {"custom_resource": 0.001}}',
    '{"num_cpus": 0.2, "resources": {"disk": 0.001}}',
)


def run(w: Wiring) -> None:
    """A workflow, what is asked of it, and its run."""
    leaves, count = _leaves(w)
    flow = w.draft.fresh("flow")
    is_local = w.draft.has_local and w.chance(2)
    kind = "LocalWorkflow" if is_local else "RayWorkflow"
    w.write(f'{flow} = {kind}({leaves}, workflow_name="{flow}")')
    # The results of several passes or calls would have one name.
    if w.draft.has_storage and not w.depth and w.chance(2):
        w.used["storage"] += 1
        w.write(f"{flow}.set_storage(storage)")
    for _ in range(w.pick((0, 0, 1, 2))):
        _ask(w, flow)
    options = ("",) if is_local else ("", "", "return_results=True", "max_pending_tasks=2")
    for _ in range(2 if w.chance(8) else 1):
        _results(w, f"{flow}.run({w.pick(options)})", count)


def short(w: Wiring) -> None:
    """All of it in one expression."""
    name = w.assign(OTHER, f'RayWorkflow({node(w)}, workflow_name="short").run()')
    w.write(f"print({name})")


def _leaves(w: Wiring) -> tuple[str, int]:
    """The leaves, and how many these are; 0 if that is not plain to see."""
    held = w.variable(lambda value: value.holds is Holds.NODES and bool(value.keys))
    if held and w.chance(2):
        w.used["star leaves"] += 1
        star = f"*{held}.values()" if w.values[held].form is Form.DICT else f"*{held}"
        return (star, 0) if w.chance(2) else (f"{_leaf(w)}, {star}", 0)
    count = w.pick((1, 1, 2, 3))
    return ", ".join(_leaf(w) for _ in range(count)), count


def _leaf(w: Wiring) -> str:
    name = w.variable(lambda value: value.is_node)
    held = w.variable(lambda value: value.holds is Holds.NODES and bool(value.keys))
    if held and w.chance(3):
        return f"{held}[{key(w.pick(w.values[held].keys))}]"
    if name is None or w.chance(6):
        return call(w)[0]
    keys = w.values[name].keys
    return f"{name}[{w.pick(keys)!r}]" if keys and w.chance(3) else name


def _ask(w: Wiring, flow: str) -> None:
    """Options for some nodes, or the names of some."""
    patterns = [r"add_\d+", "(pair|record)_.*", r"scale_000[0-2]"]
    # Methods take few options, so other patterns are for apps that have only functions.
    if not w.draft.has_objects and not w.where(lambda value: value.form is Form.OBJECT):
        patterns += ["", ".*", "model.*", r"run .*\d", *map(re.escape, w.node_names)]
        patterns += [name for name in w.node_names if re.escape(name).replace("\\ ", " ") == name]
    pattern = w.pick(patterns)
    asked = f"{flow}.query({pattern!r})" if pattern else f"{flow}.query()"
    if w.chance(8):
        w.used["find_nodes"] += 1
        found = f"{flow}.find_nodes({pattern!r})"
        forms = ("[one.name for one in {}]", "len({})", "sorted(one.get_name() for one in {})")
        w.write(f"print({w.pick(forms).format(found)})")
    elif w.chance(12):
        w.write(f"for one in {flow}.find_nodes({pattern!r}):")
        w.write("    one.set_name(one.name + '!')")
    else:
        w.write(f"{asked}.set_remote_args({w.pick(OPTIONS)})")


def _results(w: Wiring, code: str, count: int) -> None:
    whole = plain(*range(count)) if count > 1 else OTHER
    form = w.pick(("bound", "bound", "unpacked", "printed", "unused", "looped"))
    if form == "printed":
        w.write(f"print({code})")
    elif form == "unused":
        w.write(code)
    elif form == "unpacked" and count > 1:
        names = ", ".join(w.bind_all([OTHER] * count))
        w.write(f"{names} = {code}", f"print({names})")
    elif form == "looped" and count > 1:
        w.write(f"for index, one in enumerate({code}):", "    print(index, one)")
    else:
        name = w.bind(whole)
        w.write(f"{name} = {code}", f"print({name})")


def all_results(w: Wiring) -> None:
    """A run of everything that is at hand, each result shown with its name."""
    leaves = [
        *w.where(lambda value: value.is_node),
        *(f"*{name}" for name in w.where(is_list_of_nodes)),
        *(f"*{name}.values()" for name in w.where(is_dict_of_nodes)),
    ]
    if leaves:
        code = f'RayWorkflow({", ".join(leaves)}, workflow_name="all").run()'
        w.write(f"print({code})")


def paired(w: Wiring) -> None:
    """Results by the names that the nodes had in a dict."""
    name = w.variable(lambda value: is_dict_of_nodes(value) and len(value.keys) > 1)
    if name:
        results = w.bind_fresh("results", Value(Form.DICT))
        run = f'RayWorkflow(*{name}.values(), workflow_name="paired").run()'
        w.write(f"{results} = dict(zip({name}, {run}))")
        w.write(f"for key, value in {results}.items():", '    print(f"{key}: {value}")')


STATEMENTS = (
    Construct("a run", run, 3),
    Construct("a run in one expression", short, 1),
    Construct("a run of all", all_results, 1, at_top=True),
    Construct("results by name", paired, 1),
)

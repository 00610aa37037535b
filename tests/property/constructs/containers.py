"""Lists and dicts of nodes, and their methods."""

from __future__ import annotations

import re

from ..generator.calls import node
from ..generator.draft import Argument, Construct
from ..generator.expressions import argument, is_dict_of_nodes, is_list_of_nodes, text
from ..generator.values import NODE, NUMBER, Form, Holds, Value, nodes, plain
from ..generator.wiring import Wiring

_KEYS = ('"red"', '"it\'s"', "1", '("moons", 0)')


def new_list(w: Wiring) -> None:
    parts = [node(w) for _ in range(w.count(1, 4))]
    value = nodes(*range(len(parts)), -1)
    code = f"[{', '.join(parts)}]"
    w.assign(value, f"{w.pick((code, code, f'list(({code[1:-1]},))', f'{code} + []'))}")


def new_dict(w: Wiring) -> None:
    keys = w.rng.sample(("red", "blue", "one", "two"), w.count(1, 3))
    value = nodes(*keys, form=Form.DICT)
    if w.chance(3):
        code = f"dict({', '.join(f'{key}={node(w)}' for key in keys)})"
    else:
        code = f"{{{', '.join(f'{key!r}: {node(w)}' for key in keys)}}}"
    w.assign(value, code)


def filled(w: Wiring) -> None:
    """A list or dict that gets its parts one by one."""
    parts = [argument(w) for _ in range(w.count(1, 3))]
    if w.chance(2):
        name = w.bind(Value(Form.LIST, tuple(range(len(parts))), Holds.MIXED))
        parts = _apart(parts, name)
        w.write(f"{name} = []", *(f"{name}.append({part})" for part in parts))
    else:
        keys = [f"k{index}" for index in range(len(parts))]
        name = w.bind(Value(Form.DICT, tuple(keys), Holds.MIXED))
        parts = _apart(parts, name)
        w.write(f"{name} = {{}}")
        w.write(*(f"{name}[{key!r}] = {part}" for key, part in zip(keys, parts, strict=True)))


def _apart(parts: list[str], name: str) -> list[str]:
    """The parts; no container is put into itself, where its name was that of something else."""
    return ["0" if name in re.findall(r"\w+", part) else part for part in parts]


def change_list(w: Wiring) -> None:
    name = w.variable(lambda value: value.form is Form.LIST and value.holds is Holds.NODES)
    if name is None or name in w.kept:
        return
    forms = (
        *("{0}.append({1})", "{0}.append({1})", "{0}.extend([{1}, {2}])", "{0}.insert(0, {1})"),
        *("{0} += [{1}]", "{0} = {0} + [{1}]", "{0}[0:1] = [{1}, {2}]", "{0}[-1] = {1}"),
        *("{0}.extend({0}[:1])", "{0} *= 2", "{0} = [{1}, *{0}]", "{0}.extend(({1},))"),
    )
    w.write(w.pick(forms).format(name, node(w), node(w)))
    w.values[name] = nodes(*w.values[name].keys)


def order(w: Wiring) -> None:
    """The same nodes in another order."""
    name = w.variable(is_list_of_nodes)
    if name is None:
        return
    if name not in w.kept and w.values[name].form is Form.LIST and w.chance(2):
        w.write(f"{name}.reverse()")
        return
    forms = ("{}[::-1]", "{}[1:]", "{}[:2]", "list(reversed({}))", "{}[::2]", "tuple({})", "{}[:]")
    w.assign(nodes(), w.pick(forms).format(name))


def taken_out(w: Wiring) -> None:
    name = w.variable(lambda value: value.form is Form.LIST and value.holds is Holds.NODES)
    if name and name not in w.kept and w.values[name].keys:
        w.assign(NODE, f"{name}.pop({w.pick(('', '0', '-1'))})")
        if name in w.values:
            w.values[name] = nodes()


def change_dict(w: Wiring) -> None:
    name = w.variable(is_dict_of_nodes)
    if name is None or name in w.kept:
        return
    forms = (
        *(
            "{0}[{1}] = {2}",
            "{0}[{1}] = {2}",
            "{0}.setdefault({1}, {2})",
            "{0}.update({{{1}: {2}}})",
        ),
        *("{0} = {{**{0}, {1}: {2}}}", "{0} |= {{{1}: {2}}}", "{0} = {0} | {{{1}: {2}}}"),
        *("{0}.update(blue={2})", "{0}.update([({1}, {2})])"),
    )
    w.write(w.pick(forms).format(name, w.pick(_KEYS), node(w)))


def read_dict(w: Wiring) -> None:
    name = w.variable(lambda value: is_dict_of_nodes(value) and bool(value.keys))
    if name is None:
        return
    key = repr(w.pick(w.values[name].keys))
    forms = {
        f"{name}.get({key})": NODE,
        f"{name}.get('missing', {node(w)})": NODE,
        f"list({name}.values())": nodes(),
        f"list({name})": plain(),
        f"sorted(map(str, {name}))": plain(),
        f"{key} in {name}": NUMBER,
        f"[*{name}.items()][0][1]": NODE,
        f"dict(zip({name}, reversed({name}.values())))": nodes(form=Form.DICT),
        f"next(iter({name}.values()))": NODE,
        f"dict(reversed({name}.items()))": nodes(form=Form.DICT),
    }
    if name not in w.kept:
        forms[f"{name}.pop({key})"] = NODE
    code = w.pick(tuple(forms))
    w.assign(forms[code], code)


def grouped(w: Wiring) -> None:
    """A dict of lists."""
    keys = [text(w) if w.chance(2) else w.pick(_KEYS) for _ in range(w.count(2, 4))]
    parts = [node(w) for _ in keys]
    name = w.assign(Value(Form.DICT, (), Holds.MIXED), "{}")
    for key, part in zip(keys, parts, strict=True):
        w.write(f"{name}.setdefault({key}, []).append({part})")


def _sliced(w: Wiring) -> str | None:
    name = w.variable(lambda value: value.is_sequence)
    return name and w.pick(("{}[:2]", "{}[1:]", "{}[::-1]", "[*{}, 1]", "{}[-1:]")).format(name)


def _joined(w: Wiring) -> str | None:
    name = w.variable(lambda value: value.form is Form.DICT)
    forms = ("{{**{0}, 'z': {1}}}", "list({0}.values())", "list({0}.items())", "{0}.copy()")
    return name and w.pick(forms).format(name, argument(w))


STATEMENTS = (
    Construct("a list of nodes", new_list, 4),
    Construct("a dict of nodes", new_dict, 3),
    Construct("a container filled bit by bit", filled),
    Construct("list methods", change_list, 3),
    Construct("slices and reversal", order),
    Construct("pop", taken_out, 1),
    Construct("dict methods", change_dict),
    Construct("reading a dict", read_dict),
    Construct("setdefault and append", grouped, 1),
)
ARGUMENTS = (
    Argument("a slice as an argument", _sliced),
    Argument("a dict's parts as an argument", _joined),
)

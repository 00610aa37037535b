"""Apps with texts that could break the driver, and sources of odd bytes. Name → app and outcome."""

from __future__ import annotations

from .hostile_values import HEAD, RUN, Case, app

# As they stand in the source.
_TEXTS = {
    "quotes": '"a\\"b\'c"',
    "braces": '"{x} {{y}} {0} %s $a"',
    "line ends": '"a\\nb\\r\\x00"',
    "backslashes": 'r"a\\b\\n"',
    "a last backslash": '"a\\\\"',
    "other letters": '"日本 é 🎉 \\u202e \\N{BULLET}"',
    "a lone surrogate": '"\\ud800"',
    "right to left": '"\u202eabc\u202c"',
    "separators": '"a\x85b\u2028c\u2029d\x1ce"',
    "form feed": '"a\x0cb\x1bc\x07"',
    "over lines": "'''a\n\"\"\"b'''",
    "nothing": '""',
    "bytes": 'b"a"',
    "template": '"{{ 1 }} {% if x %} {# c #}"',
    "comments": '"# type: ignore\\n# fmt: off"',
    "holes": '"__ffc_hole_0__ __ffc_hole_99__"',
    "long": '"x" * 5000',
    "long words": '"' + "word " * 300 + '"',
    "joined": "'a' \"b\" '''c'''",
    "f-string": 'f"{1}\\n{{}}"',
}
# Where each of them goes: places that take any text, and places that refuse most.
_TAKEN = """\
x = {0}


@task
def told(default={0}):
    {0}
    return {0}, x, default


def helper():
    return {0}


leaf = add(load(1)[{0}], [{0}, told(), helper(), x]).set_name({0})
other = told({0}).set_name(f"{{x}}-{{x!r}}")
flow = RayWorkflow(leaf, other, workflow_name={0})
flow.query({0}).set_remote_args({{"num_cpus": 1}})
flow.query().set_remote_args({{"runtime_env": {{"env_vars": {{{0}: {0}}}}}}})
print({0}, flow.run(), sep={0})
"""
_REFUSED = """\
init = {{"namespace": {0}, "labels": {{{0}: {0}}}, {0}: {0}}}
leaf = add(**{{{0}: load(1)}})
flow = RayWorkflow(load(2), workflow_name="w", ray_init_args=init)
flow.query({0}).set_remote_args({{"num_cpus": 1}})
flow.query().set_remote_args({{{0}: {0}, "scheduling_strategy": {0}, "runtime_env": {{{0}: 1}}}})
print(flow.run())
"""
TEXTS: dict[str, Case] = {
    f"{text} {where}": (HEAD + lines.format(written), None)
    for text, written in _TEXTS.items()
    for where, lines in (("taken", _TAKEN), ("refused", _REFUSED))
}

_PLAIN = app("leaf = load(1)")
SOURCES: dict[str, tuple[str | bytes, str | None]] = {
    "a surrogate": (_PLAIN.encode() + b"x = '\xed\xa0\x80'\n", "FFC101"),
    "NUL": (_PLAIN + "\0", "FFC102"),
    "NUL in a string": (app("leaf = load('\0')"), "FFC102"),
    "two byte order marks": ("\ufeff\ufeff" + _PLAIN, "FFC102"),
    "utf-16": (_PLAIN.encode("utf-16"), "FFC101"),
    "utf-32": (_PLAIN.encode("utf-32"), None),
    "old line ends": (_PLAIN.replace("\n", "\r"), "driver"),
    "mixed line ends": (_PLAIN.replace("\n\n", "\r\r\n\n"), "driver"),
    "form feeds": (f"\f\n{HEAD}\f\nleaf = load(1)\n\f{RUN}", "driver"),
    "form feed in a block": (app("if True:\n\f    x = 1\n    leaf = load(x)\n\f"), "driver"),
    "vertical tab": (app("leaf = load(1)\n\v"), "FFC102"),
    "tabs": (app("if True:\n\tx = 1\n\tleaf = load(x)"), "driver"),
    "tabs and spaces": (app("if True:\n\tx = 1\n        leaf = load(x)"), "FFC102"),
    "continued lines": (app("leaf = \\\n  load( \\\n 1 \\\n )\\\n.set_name('a')"), "driver"),
    "continued to the end": (_PLAIN + "x = 1 \\", "FFC102"),
    "semicolons": (app("a=1; b=2; leaf=load(a); print(b);"), "driver"),
    "one-line if": (app("if 1: leaf=load(1); x=2\nelse: leaf=load(2)"), "driver"),
    "no-break spaces": (app("leaf\u00a0=\u00a0load(1)"), "FFC102"),
    "no-width spaces": (app("le\u200baf = load(1)"), "FFC102"),
    "ligatures": (app("ﬁeld = load(1)\nleaf = add(field, 1)"), "driver"),
    "names of holes": (app("__ffc_hole_0__ = 3\nleaf = add(load(1), __ffc_hole_0__)"), "driver"),
    "comments of every kind": (
        app("# {{ a }} {% b %}\nleaf = load(1)  # '''\n# fmt: off\n#\t\n#\u2028"),
        "driver",
    ),
    "no line end": (_PLAIN.rstrip("\n"), "driver"),
    "trailing spaces": (_PLAIN.replace("\n", "  \t\n"), "driver"),
    "docstring": ('"""a \\"\\"\\" \\\n {{ x }} \u2028 \\u0041"""\n' + _PLAIN, "driver"),
    "f-string for docstring": ('f"""a"""\n' + _PLAIN, "driver"),
    "Python 2": ("print 'a'\n", "FFC102"),
    "other Python 2": ("exec 'a'\nx = 0777\n", "FFC102"),
    "Python 3.12": ("type X = int\n" + _PLAIN, None),
    "Python 3.12 too": (app("def f[T](x: T) -> T:\n    return x\n\n\nleaf = load(f(1))"), None),
    "f-strings of 3.12": (app('x = \'a\'\nleaf = load(f"{f"{x}"}")'), None),
    "Python 3.14": (app("x = 'a'\nleaf = load(t'{x}')"), None),
    "Python 3.14 too": (app("try:\n    x = 1\nexcept A, B:\n    x = 2\nleaf = load(x)"), None),
    "lazy imports": ("lazy import os\n" + _PLAIN, "FFC102"),
    "HTML": ("<!DOCTYPE html>\n<p>Not found</p>\n", "FFC102"),
    "a notebook": ('{"cells": [{"source": "import ffc"}], "nbformat": 4}', "FFC104"),
    "shell magic": ("!pip install ffc\n%matplotlib inline\n", "FFC102"),
    "conflict": ("<<<<<<< HEAD\nx = 1\n=======\nx = 2\n>>>>>>> other\n", "FFC102"),
    "random bytes": (bytes(range(256)) * 10, "FFC101"),
    "escapes of the terminal": (app("x = '\x1b[31m\x1b]0;a\x07' + load(1)\nleaf = x"), "FFC201"),
}

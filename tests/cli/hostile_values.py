"""Apps that would take all the stack, memory or time there is. Name → app and what comes of it.

What comes of it: "driver", a code, or None where either is right.
"""

from __future__ import annotations

Case = tuple[str, "str | None"]

HEAD = """\
from ffc import LocalWorkflow, RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


@task
class Counter:
    def __init__(self, start=0):
        self.total = start

    def increment(self, by):
        self.total += by
        return self.total


"""
RUN = '\nprint(RayWorkflow(leaf, workflow_name="w").run())\n'


def app(lines: str) -> str:
    """An app whose `leaf` is run."""
    return f"{HEAD}{lines}{RUN}"


def value(lines: str) -> str:
    """An app that gives `x` to a node."""
    return app(f"{lines}\nleaf = load(x)")


def _staircase(head: str, deep: int, last: str) -> str:
    steps = [" " * step + head.format(step) + "\n" for step in range(deep)]
    return "".join(steps) + " " * deep + last


_ELIFS = "".join(f"elif os.sep == {n}:\n    x = {n}\n" for n in range(1000))
_ELIFS_FEW = "".join(f"elif os.sep == {n}:\n    x = {n}\n" for n in range(100))

DEEP: dict[str, Case] = {
    "parentheses": (value("x = " + "(" * 150 + "1" + ")" * 150), "driver"),
    "too many parentheses": (value("x = " + "(" * 5000 + "1" + ")" * 5000), None),
    "unary minus": (value("x = " + "-" * 60 + "1"), "driver"),
    "more unary minus": (value("x = " + "-" * 50_000 + "1"), "FFC103"),
    "not": (value("x = " + "not " * 3000 + "1"), "FFC103"),
    "plus": (value("x = " + " + ".join("1" * 5000)), "FFC103"),
    "more plus": (value("x = " + " + ".join("1" * 100_000)), "FFC103"),
    "and": (value("x = " + " and ".join("1" * 5000)), None),
    "comparisons": (value("x = " + " < ".join("1" * 3000)), "driver"),
    "lists": (value("x = " + "[" * 80 + "]" * 80), "driver"),
    "more lists": (value("x = " + "[" * 5000 + "]" * 5000), None),
    "lists of a node": (value("x = " + "[" * 60 + "load(1)" + "]" * 60), "driver"),
    "dicts of a node": (value("x = " + "{1: " * 60 + "load(1)" + "}" * 60), "driver"),
    "attributes": (value("x = y" + ".a" * 5000), "FFC103"),
    "subscripts": (value("x = load(1)" + "[0]" * 50), "FFC209"),
    "calls": (app("leaf = " + "load(" * 60 + "1" + ")" * 60), "driver"),
    "method calls": (app("leaf = load(1)" + ".set_name('a')" * 1000), "FFC103"),
    "lambdas": (value("x = " + "lambda: " * 1000 + "1"), "FFC103"),
    "conditions": (value("x = " + "1 if 2 else " * 300 + "1"), None),
    "more conditions": (value("x = " + "1 if 2 else " * 3000 + "1"), "FFC103"),
    "strings": (value("x = (" + "'a' " * 5000 + ")"), None),
    "f-strings": (value("x = f'{1}'" + " f'{1}'" * 3000), None),
    "functions": (app(_staircase("def f{}():", 90, "pass\n") + "leaf = load(1)"), "driver"),
    "conditions in conditions": (app(_staircase("if True:", 80, "leaf = load(1)")), "driver"),
    "too many blocks": (app(_staircase("if True:", 200, "leaf = load(1)")), "FFC102"),
    "elif": (value(f"import os\n\nx = 0\nif os.sep == 0:\n    pass\n{_ELIFS_FEW}"), "driver"),
    "more elif": (value(f"import os\n\nx = 0\nif os.sep == 0:\n    pass\n{_ELIFS}"), "FFC103"),
    "statements": (value("x = 1\n" * 2000), "driver"),
    "one line": (value("x = 1;" * 2000), "driver"),
}

_SELF = {
    "append": "x = []\nx.append(x)",
    "append with a node": "x = [load(1)]\nx.append(x)",
    "append before a node": "x = []\nx.append(x)\nx.append(load(1))",
    "dict": "x = {}\nx['a'] = x",
    "dict with a node": "x = {'n': load(1)}\nx['a'] = x",
    "extend": "x = [load(1)]\nx.extend(x)\nx += x",
    "item": "x = [load(1)]\nx[0] = x",
    "two lists": "x = [load(1)]\ny = [x]\nx.append(y)",
    "tuple": "x = []\nt = (x,)\nx.append(t)\nprint(t)",
    "compared": "x = []\nx.append(x)\nif x == x:\n    pass\nprint(len(x), repr(x), x * 2, x + [1])",
}
_RECURSIVE = {
    "itself": (
        "def build(n):\n    load(n)\n    return build(n + 1)\n\n\nleaf = build(0)",
        "FFC218",
    ),
    "twice": (
        "def build(n):\n    build(n + 1)\n    build(n + 1)\n    return load(n)\n\n\nleaf = build(0)",
        "FFC218",
    ),
    "each other": (
        "def a(n):\n    return b(load(n))\n\n\ndef b(n):\n    return a(load(n))\n\n\nleaf = a(0)",
        "FFC218",
    ),
    "a billion nodes": (
        "def f(n):\n    if n == 0:\n        return load(0)\n    return add(f(n - 1), f(n - 1))\n\n\n"
        "leaf = f(30)",
        "FFC223",
    ),
    "to an end": (
        "def f(n):\n    if n < 2:\n        return load(n)\n    return add(f(n - 1), f(n - 2))\n\n\n"
        "leaf = f(7)",
        "driver",
    ),
    "without nodes": ("def f(n):\n    return f(n + 1)\n\n\nleaf = load(f(0))", "driver"),
}
_DOUBLED = {
    "a string": ('x = "a"', "x = x + x"),
    "an f-string": ('x = "a"', 'x = f"{x}{x}"'),
    "joined strings": ('x = "a"', 'x = "".join([x, x])'),
    "a list": ("x = [1]", "x = x + x"),
    "a list of nodes": ("x = [load(1)]", "x = x + x"),
    "an extended list": ("x = [load(1)]", "x.extend(x)"),
    "a tuple": ("x = (1,)", "x += x"),
    "a nest": ("x = [1]", "x = [x, x]"),
    "a nest of nodes": ("x = [load(1)]", "x = [x, x]"),
    "a nest of dicts": ("x = {1: load(1)}", "x = {1: x, 2: x}"),
    "a number": ("x = 3", "x = x * x"),
}
_HUGE = [
    "10**10**10",
    "(10**10)**10**10",
    "-(10**5000)",
    "10**5000",
    "9.9**999999",
    "(-2)**0.5",
    "True**10**12",
    "2**-(10**10)",
    "1 << 10**12",
    "1 << -1",
    "1 >> 10**30",
    "1 // 0",
    "1.0 % 0",
    '"a" * 10**12',
    "10**12 * 'a'",
    "b'a' * 10**12",
    "[0] * 10**12",
    "10**9 * [0]",
    "(0, 1) * 10**12",
    "[[load(1)]] * 10**9",
    '"a".zfill(10**12)',
    '"a".center(10**12)',
    '"a" * 99999 + "b" * 99999',
    '("a" * 1000).replace("a", "b" * 1000).replace("b", "c" * 1000)',
    'f"{1:{10**9}}"',
    'f"{1:>1000000000000}"',
    'f"{1.0:.1000000000f}"',
    "f\"{1:{'x'}}\"",
    'f"{10**5000}"',
    '"{:>{}}".format(1, 10**12)',
    '"{0.__class__.__mro__}".format(1)',
    '"{}{}".format(1)',
    '"%1000000000000d" % 1',
    '"%*d" % (10**9, 1)',
    '"%s %s" % (1,)',
    "range(10**30)",
    "list(range(10**9))",
    "sorted(range(10**9))",
    "sum(range(10**11))",
    "min(range(10**11))",
    'max("a" * 10**9)',
    "len(range(10**30))",
    "'a' in range(10**9)",
    "3.5 in range(10**11)",
    "str(10**5000)",
    "int('9' * 5000)",
    "int('9' * 4000) * int('9' * 4000)",
    "float('1' * 4000)",
    "round(1e308, -400)",
    "round(10**50, -(10**10))",
    "repr([['a' * 1000] * 1000] * 1000)",
    "str([[0] * 1000] * 1000)",
    "[[[[0] * 300] * 300] * 300] * 300",
    "0x" + "f" * 20_000,
    "0x" + "f" * 20_000 + " + 1",
    "9" * 4000,
    "1e999",
    "-1e999",
    "1e999 - 1e999",
    "1j ** 1e10",
    "...",
    "b'\\x00\\xff'",
    "int.__subclasses__()",
    "().__class__.__base__.__subclasses__()",
    "open('/etc/passwd').read()",
    "__import__('os').system('true')",
    "eval('1')",
]
_FILLED = "x = [[0] * 1000] * 100\ny = [x] * 1000\nz = [y] * 1000\nx = [z] * 1000"

HUGE: dict[str, Case] = {
    **{written[:50]: (app(f"x = {written}\nleaf = add(x, {written})"), None) for written in _HUGE},
    **{f"doubled: {k}": (value(f"{a}\n" + f"{b}\n" * 60), None) for k, (a, b) in _DOUBLED.items()},
    **{f"in itself: {name}": (value(lines), None) for name, lines in _SELF.items()},
    **{f"calls {name}": (app(lines), code) for name, (lines, code) in _RECURSIVE.items()},
    "filled": (value(_FILLED), None),
    "a huge key": (app("leaf = load(1)[10**5000]"), None),
    "no number as a key": (app("leaf = load(1)[1e999 - 1e999]"), None),
    "a huge option": (
        HEAD + "flow = RayWorkflow(load(1), workflow_name='w')\n"
        "flow.query().set_remote_args({'num_cpus': 10**5000})\nflow.run()\n",
        None,
    ),
    "a huge name": (app("leaf = load(1).set_name('a' * 90_000)"), "driver"),
}

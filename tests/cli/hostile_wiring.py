"""Apps whose wiring is odd. Name → app and what comes of it: "driver", a code, or None for either.

Where ffc must refuse, a driver would do something else than the app.
"""

from __future__ import annotations

from .hostile_values import HEAD, RUN, Case, app

_CONSTRUCTS = {
    "comprehension": ("leaves = [load(i) for i in range(3)]\nleaf = leaves[0]", None),
    "list of itself": ("x = [leaf := load(1), leaf]", "driver"),
    "walrus": ("if (leaf := load(1)) is not None:\n    pass", "driver"),
    "printed walrus": ("print(y := load(1))\nleaf = y", "FFC204"),
    "walrus in a call": ("leaf = load((y := 3) + y).set_name(f'{y}')", "driver"),
    "lambda": ("make = lambda x: load(x)\nleaf = make(1)", None),
    "lambda at once": ("leaf = (lambda: load(1))()", None),
    "global": ("def f():\n    global leaf\n    leaf = load(1)\n\n\nf()", "driver"),
    "global at the top": ("global leaf\nleaf = load(1)", "driver"),
    "nonlocal": (
        "def f():\n    x = 1\n    def g():\n        nonlocal x\n        x = 2\n    g()\n"
        "    return load(x)\n\n\nleaf = f()",
        None,
    ),
    "del of a name": ("leaf = load(1)\nx = leaf\ndel x", None),
    "del of an element": ("x = [load(1), load(2)]\ndel x[0]\nleaf = x[0]", None),
    "class body": ("class A:\n    leaf = load(1)\n\n\nleaf = A.leaf", "FFC205"),
    "unused class body": ("class A:\n    leaf = load(1)\n\n\nleaf = load(2)", "FFC205"),
    "static method": (
        "class A:\n    @staticmethod\n    def make():\n        return load(1)\n\n\nleaf = A.make()",
        None,
    ),
    "method": (
        "class A:\n    def make(self):\n        return load(1)\n\n\nleaf = A().make()",
        None,
    ),
    "known condition": ("leaf = load(1) if True else load(2)", "driver"),
    "unknown condition": ("import os\nleaf = load(1) if os.sep else load(2)", None),
    "unknown operand": ("import os\nleaf = os.sep and load(2)", None),
    "short circuit": ("x = 0 and load(1)\ny = 1 or load(2)\nleaf = load(3)", "driver"),
    "try": ("try:\n    leaf = load(1)\nfinally:\n    pass", None),
    "with": ("with open('x') as f:\n    leaf = load(1)", None),
    "with a node": ("with load(1) as leaf:\n    pass", "FFC204"),
    "for over a node": ("for x in load(1):\n    print(x)\nleaf = load(2)", "FFC210"),
    "match": ("match load(1):\n    case [leaf]:\n        pass", "FFC211"),
    "async for": (
        "async def f():\n    async for x in load(1):\n        pass\nleaf = load(2)",
        None,
    ),
    "nested function": (
        "def main():\n    def make():\n        return load(1)\n    return make()\n\n\nleaf = main()",
        None,
    ),
    "closure": (
        "def outer():\n    n = load(1)\n    def inner():\n        return add(n, 1)\n"
        "    return inner()\n\n\nleaf = outer()",
        None,
    ),
    "return in a condition": (
        "import os\n\n\ndef main():\n    if os.sep == 'a':\n        return load(2)\n"
        "    return load(1)\n\n\nleaf = main()",
        None,
    ),
    "early return": (
        "import os\n\n\ndef main():\n    if os.sep == 'a':\n        return 1\n    return load(1)\n"
        "\n\nleaf = main()",
        None,
    ),
    "return in a loop": (
        "def main():\n    for i in range(3):\n        if i == 1:\n            return 1\n"
        "    return load(1)\n\n\nleaf = main()",
        None,
    ),
    "return in a with": (
        "import os\n\n\ndef main():\n    leaf = load(1)\n    with open(os.devnull) as f:\n"
        "        return f.read()\n\n\nprint(main())\nleaf = load(2)",
        None,
    ),
    "default": ("n = load(1)\ndef g(x=n): return add(x, 1)\nleaf = g()", None),
    "default of a task": ("n = load(1)\n@task\ndef g(x=n): return x\nleaf = add(n, g())", "FFC217"),
    "annotation of a task": ("@task\ndef g(x: load) -> add: return x\nleaf = g(1)", None),
    "attribute": ("n = load(1)\nn.foo = 3\nleaf = n", "FFC204"),
    "name by attribute": ("n = load(1)\nn.name = 'x'\nleaf = n", "FFC204"),
    "item of a node": ("n = load(1)\nn[0] = 3\nleaf = n", "FFC204"),
    "added to an item": ("n = load(1)\nn[0] += 3\nleaf = n", "FFC201"),
    "attribute of a task": ("load.x = 3\nleaf = load(1)", "FFC204"),
    "attribute of an object": ("c = Counter()\nc.total = 3\nleaf = c.increment(1)", "FFC204"),
    "star of a node": ("leaf = add(*load(1))", "FFC210"),
    "stars of a node": ("leaf = add(**load(1))", "FFC210"),
    "stars of known ones": ("leaf = add(*[1], **{'b': load(2)})", "driver"),
    "stars of odd keys": ("leaf = add(**{'a b': 1, 1: 2})", None),
    "stars of keywords": (
        "@task\ndef k(**kw): return kw\nleaf = k(**{'class': load(1), 'a-b': 2})",
        "driver",
    ),
    "unpacked string": ("a, b = 'xy'\nleaf = load(a).set_name(b)", "driver"),
    "unpacked too little": ("a, b = [1]\nleaf = load(a)", None),
    "swapped": ("a = load(1)\nb = load(2)\na, b = b, a\nleaf = add(a, b)", "driver"),
    "stored in an object": ("class A: pass\no = A()\no.x, y = load(1), 2\nleaf = load(y)", None),
    "slice by nothing": ("x = [load(1)][::0]\nleaf = load(x)", None),
    "slice by text": ("x = [load(1)]['a':]\nleaf = load(x)", None),
    "item by a float": ("x = [load(1)][1.5]\nleaf = load(x)", None),
    "item past the end": ("x = [load(1)][7]\nleaf = load(x)", None),
    "slice of a node": ("leaf = load(1)[0:1]", "driver"),
    "slices of a node": ("leaf = load(1)[0:1, 1]", None),
    "node as a key": ("n = load(1)\nd = {n: 1}\nleaf = n", "driver"),
    "node in a set": ("n = load(1)\nd = {n}\nleaf = n", "driver"),
    "list as a key": ("d = {[1]: load(1)}\nleaf = load(2)", None),
    "one and True": ("d = {1: load(1), True: load(2)}\nleaf = d[1]", "driver"),
    "node in a list": ("n = load(1)\nx = n in [n]\nleaf = n", "driver"),
    "node in a text": ("n = load(1)\nleaf = load('%s' % n)", "FFC201"),
    "str of a node": ("n = load(1)\nleaf = load(str(n))", "FFC204"),
    "type of a node": ("n = load(1)\nleaf = load(type(n))", "FFC204"),
    "list methods": ("x = [load(1)]\nx.sort()\nx.insert(0, 1)\nx.remove(1)\nleaf = load(x)", None),
    "dict methods": ("x = {'a': load(1)}\nx.update(b=load(2))\nx.pop('a')\nleaf = load(x)", None),
    "wrong methods": ("x = [load(1)]\nx.append()\nx.extend(3)\nx.nope()\nleaf = load(x)", None),
    "decorator by a call": ("@task()\ndef h(): return 3\nleaf = h()", None),
    "decorator of a dict": ("ts = {'a': task}\n@ts['a']\ndef h(): return 3\nleaf = h()", None),
    "decorator by another name": ("t = task\n@t\ndef h(): return 3\nleaf = h()", "driver"),
    "decorator by walrus": ("@(y := task)\ndef h(): return 3\nleaf = h()", None),
    "decorated by a node": ("n = load(1)\n@n\ndef f(): return 1\nleaf = load(f())", None),
    "decorated by a task": ("@load\ndef f(): return 1\nleaf = add(f, 1)", None),
    "decorated twice": ("@task\n@task\ndef f(): return 1\nleaf = f()", None),
    "decorated by a lambda": ("@(lambda f: f)\ndef f(): return 1\nleaf = load(f())", "driver"),
    "task in a condition": ("if True:\n    @task\n    def g(): return 1\nleaf = g()", "driver"),
    "task in a try": (
        "try:\n    @task\n    def g(): return 1\nfinally:\n    pass\nleaf = g()",
        None,
    ),
    "its own base": ("@task\nclass D(D):\n    pass\nleaf = D().f()", None),
    "bases in a circle": (
        "class A: pass\nclass B(A): pass\nclass A(B): pass\n@task\nclass C(A): pass\nleaf = C().f()",
        None,
    ),
    "metaclass": (
        "@task\nclass D(metaclass=type):\n    def f(self): return 1\nleaf = D().f()",
        None,
    ),
    "generator": ("@task\ndef g(n):\n    yield n\nleaf = load(g(1))", "FFC216"),
    "generator method": (
        "@task\nclass G:\n    def g(self):\n        yield\nleaf = G().g()",
        "FFC216",
    ),
    "async generator": ("@task\nasync def g(n):\n    yield n\nleaf = load(g(1))", "FFC216"),
    "object as an argument": ("leaf = load(Counter())", "FFC219"),
    "object called": ("leaf = Counter()(1)", "FFC204"),
    "item of an object": ("leaf = Counter()[0]", "FFC204"),
    "constructor called": ("leaf = Counter().__init__(1)", "FFC207"),
    "method of the class": ("leaf = load(Counter.increment(Counter(), 1))", None),
    "task as a value": ("f = load\nleaf = f(1)", "driver"),
    "task in a list": ("leaf = [load, add][0](1)", None),
    "map": ("leaf = list(map(load, [1]))[0]", None),
    "partial": ("import functools\nleaf = functools.partial(load, 1)()", None),
    "exec": ("exec('leaf = load(1)')\nleaf = load(2)", None),
    "globals": ("globals()['x'] = 1\nleaf = load(x)", None),
    "unknown name read back": (
        "import os\nleaf = load(1).set_name(os.sep)\nprint(leaf.get_name(), leaf.name)",
        None,
    ),
    "nodes in a subscript": ("leaf = undefined[load(1), load(2)]", None),
    "node's method of a tuple": ("y = (load(1), 4)\nprint(y.get_name())\nleaf = y[0]", None),
    "value beside a node": ("p = {}\np['a'] = load(1)\np['b'] = 0\nleaf = load(p)", None),
    "unknown names": ("leaf = load(undefined)", None),
    "unknown functions": ("leaf = undefined(load)", "FFC204"),
    "names of the driver": (
        "ray, main, argparse, os, address = 1, 2, 3, 4, 5\nleaf = load([ray, main, os, address])",
        "driver",
    ),
    "functions of the driver": (
        "@task\ndef ray(x): return x\n@task\ndef main(x): return x\nleaf = add(ray(1), main(2))",
        "driver",
    ),
    "task called list": ("@task\ndef list(x): return x\nleaf = list(1)", "driver"),
    "task defined again": ("@task\ndef load(q): return q\nleaf = load(1)", "driver"),
    "task bound again": ("leaf = load(1)\nload = 3\nprint(load)", "driver"),
    "star import": ("from os.path import *\nleaf = load(join('a', 'b'))", None),
    "relative imports": ("from . import x\nfrom .a import b\nleaf = load([x, b])", None),
    "walrus in a comprehension": ("x = [y := i for i in range(3)]\nleaf = load(y)", "driver"),
    "exit": ("import sys\nleaf = load(1)\nsys.exit(3)", None),
    "yield from": ("def main():\n    yield from [load(1)]\n\n\nleaf = list(main())[0]", None),
    "workflow in an attribute": (
        "class A: pass\na = A()\na.flow = RayWorkflow(load(1), workflow_name='v')\nleaf = load(1)",
        None,
    ),
    "workflow of a workflow": (
        "leaf = load(RayWorkflow(load(1), workflow_name='v').run())",
        "driver",
    ),
    "run in an f-string": (
        "print(f\"{RayWorkflow(load(1), workflow_name='v').run()}\")\nleaf = load(2)",
        None,
    ),
    "run in a comprehension": (
        "x = [v for v in RayWorkflow(load(1), workflow_name='v').run()]\nleaf = load(x)",
        None,
    ),
    "run in a lambda": (
        "x = lambda: RayWorkflow(load(1), workflow_name='v').run()\nleaf = load(x())",
        None,
    ),
}

_METHODS = """\
set_name() set_name("a","b") set_name(None) set_name(*["a"]) set_name(*x) set_name(leaf) get_name(1)
name() name.upper() nope nope() __class__ __dict__ _name set_name set_name.x [0].set_name("a") [0][1]
[leaf] [x] [...] [None] ["a":"b"] [[1]] [{}] (1) .run() == 1 is None in [1] and 1 or 1 + [] @ 1
"""
_FLOW_METHODS = """\
query(1)|query(None)|query()|query('a', 'b')|query(p='a')|query(*x)|query(b'a')|query(['a'])|query(leaf)
query(leaf.name)|query(flow.workflow_name)|query(flow.run())|query('[[a]')|query('a(?i)')|query('(')
query('a{99999999999999999999}')|query('(' * 50 + ')' * 50)|query('\\\\')|query('(?P<n>a)(?P=m)')
find_nodes(1)|find_nodes(None)|find_nodes()[0].set_name('q')|find_nodes()[7]|find_nodes('x')[0]|find_nodes().x
run|run.x|run()|run(1, 2, 3)|run(True, max_pending_tasks='a')|run(max_pending_tasks=1.5)|run(*x)|run(**x)
run(max_pending_tasks=x)|run(max_pending_tasks=leaf)|run(return_results=leaf)|run(leaf)|run(**{1: True})
run().x|run()[0][1].foo(1) + 2|run().run()|run(flow.run())|run() if flow else 1|run() or 2|run() + leaf
query.x()|query('.*').query('a')|query('.*').x|query('.*')()|query('.*')[0]|workflow_name()|leaves|nope()
query().set_remote_args()|query().set_remote_args(1)|query().set_remote_args(None)|query().set_remote_args
query().set_remote_args({}, {})|query().set_remote_args(**x)|query().set_remote_args(num_cpus=1)
query().set_remote_args({1: 2})|query().set_remote_args({'num_cpus': leaf})|query().set_remote_args({leaf: 1})
query().set_remote_args({x: 1})|query().set_remote_args({None: 1})|query().set_remote_args({'': 1})
query().set_remote_args({**x})|query().set_remote_args({'num_cpus': flow})|query().set_remote_args(x)
query().set_remote_args([('num_cpus', 1)])|query().set_remote_args(dict(num_cpus=1))|set_plugin('a')
query().set_remote_args({'num_cpus': 1, 'num_cpus': 2}).set_remote_args({'num_gpus': 1})
"""
_OPTION_VALUES = """\
None True -1 0 1.5 1e999 10**30 1j ... 'a' '' b'a' [] [1] (1,) {} {'a': 1} {1: 2} {'a': {}} x [x] {'a': x}
{x: 1} lambda:1 ValueError [ValueError] [x,1] print load leaf [leaf] {'a':leaf} leaf[0] flow Counter range(3)
"""
_OPTIONS = """\
num_cpus num_gpus memory resources name num_returns max_retries retry_exceptions scheduling_strategy
runtime_env label_selector fallback_strategy accelerator_type lifetime max_restarts placement_group
"""
_ENV = (
    "working_dir py_modules excludes pip uv conda env_vars container image_uri config nope".split()
)
_INITS = """\
None|[]|x|1|'a'|{1: 2}|{x: 1}|{'a b': 1}|{'class': 1}|{'address': leaf}|{'address': 1}|{'address': x}|{**x}
{'address': None}|{'resources': x}|{'resources': []}|{'resources': {'a': 'b'}}|{'logging_level': []}|leaf
{'runtime_env': 1}|{'runtime_env': {1: 2}}|{'runtime_env': {'a': 2}}|{'num_cpus': x}|dict(num_cpus=1)
{'num_cpus': 1, 'object_store_memory': 10**9, 'labels': {'a': 'b'}}|{'_temp_dir': '/tmp'}|{'': 1}|{None: 1}
"""
_LEAVES = """\
|leaf|*x|*x, workflow_name='w'|*[leaf], workflow_name='w'|*(leaf, leaf[0]), workflow_name='w'|**x
leaf, workflow_name=1|leaf, workflow_name=None|leaf, workflow_name=x|leaf, workflow_name=leaf
leaf, workflow_name=f'{leaf}'|leaf, workflow_name='w', foo=1|leaf, 'w'|'w', leaf|None, workflow_name='w'
leaf, leaf, workflow_name='w'|[leaf], workflow_name='w'|Counter(), workflow_name='w'|leaf for leaf in [leaf]
Counter, workflow_name='w'|Counter.inc, workflow_name='w'|Counter().increment, workflow_name='w'
Counter().increment(1)[0], workflow_name='w'|leaf, **{'workflow_name': 'w'}|leaf, workflow_name='w', **x
RayWorkflow, workflow_name='w'|leaf[0][1], workflow_name='w'|{leaf}, workflow_name='w'|x, workflow_name='w'
"""
_KNOWN = "import os\n\nx = os.environ\nleaf = load(1)\n"
_FLOW = _KNOWN + "flow = RayWorkflow(leaf, workflow_name='w')\n"


def _words(text: str) -> list[str]:
    return [word for line in text.splitlines() for word in line.split("|")]


def _member(name: str) -> str:
    return f"leaf.{name}" if name[0].isalpha() or name[0] == "_" else f"leaf {name}"


WIRING: dict[str, Case] = {
    name: (app(lines), outcome) for name, (lines, outcome) in _CONSTRUCTS.items()
}
CALLS: dict[str, Case] = {
    **{f"node {w}": (HEAD + _FLOW + f"y = {_member(w)}" + RUN, None) for w in _METHODS.split()},
    **{
        f"flow.{word}": (HEAD + _FLOW + f"y = flow.{word}\nprint(flow.run())\n", None)
        for word in _words(_FLOW_METHODS)
    },
    **{
        f"RayWorkflow({word})": (
            HEAD + _KNOWN + f"flow = RayWorkflow({word})\nprint(flow.run())\n",
            None,
        )
        for word in _words(_LEAVES)
    },
    **{
        f"ray_init_args={word}": (
            HEAD
            + _KNOWN
            + f"flow = RayWorkflow(leaf, workflow_name='w', ray_init_args={word})\nflow.run()\n",
            None,
        )
        for word in _words(_INITS)
    },
}
_ALL = [f"{name!r}: {{0}}" for name in _OPTIONS.split()]
_ALL += [f"'runtime_env': {{{{{key!r}: {{0}}}}}}" for key in _ENV]
OPTIONS: dict[str, Case] = {
    option.split("{0}")[0]: (
        HEAD
        + _FLOW
        + "".join(
            f"flow.query().set_remote_args({{{option.format(value)}}})\n"
            for value in _OPTION_VALUES.split()
        )
        + "flow.run()\n",
        None,
    )
    for option in _ALL
}

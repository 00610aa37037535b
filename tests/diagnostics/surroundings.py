"""What stands around the examples of diagnostics: tasks that they call, variables that they name.

An example is as short as a person wants it. `app_of` makes a whole app of it.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from typing import Final

_BEFORE: Final = """\
import functools, json, os, random, sys, threading
from pathlib import Path
import numpy as np
import ray
from ffc import (
    InitializerPlugin, Plugin, PluginCollection, RandomStatePlugin, RayWorkflow,
    storage_factory, task, workflow,
)

@task
def load(path): return [path]

@task
def add(a, b): return a + b

@task
def count(values): return len(values)

@task
def total(*values): return sum(values)

@task
def train(rate): return rate

@task
def evaluate(model): return model

@task
class Model:
    def __init__(self, size=1): self.size = size
    def fit(self, data): return data
    def predict(self, points): return points

@task
class Counter:
    def increment(self, by): return by

def fit(data): return data
"""
_RUN: Final = 'RayWorkflow(leaf, workflow_name="w").run()\n'
_FLOW: Final = """\
leaf = train(0.1).set_name("model")
flow = RayWorkflow(leaf, workflow_name="w")
"""
_STEPS: Final = """\
import random
import ffc as gb
from ffc import Step, SourceStep, Resource

@gb.remote
class Numbers(SourceStep):
    def load(self): return {"out": [{"n": 1}]}
numbers = Numbers.remote()
"""
_CLASSES: Final = (
    _STEPS
    + """
@gb.remote
class Add(Step):
    Parameters = {"value": {"type": "number", "default": 20}}
    def __init__(self, value=20): super().__init__()
"""
)


_ADDED: Final = 'gb.run(Add.remote().bind("out", numbers))\n'
_USED: Final = 'gb.run(add.bind("out", numbers))\n'
_TAKES_VALUE: Final = {
    '"default": 20}}\n': '"default": 20}}\n    def __init__(self, value): super().__init__()\n'
}
_SORT: Final = """
    def route(self, note): return "small"
sorted_notes = Sort.remote().bind("out", numbers)
big"""


@dataclass(frozen=True)
class Around:
    """The lines before and behind an example, how often it stands there, and what goes along.

    `inside` is the first line of a block that it stands in; `files` are modules beside the app.
    """

    before: str = ""
    behind: str = 'leaf = load("leaf")\n' + _RUN
    base: str = _BEFORE
    inside: str = ""
    again: int = 1
    files: dict[str, str] = field(default_factory=dict)
    no_inline: tuple[str, ...] = ()
    replaced: dict[str, str] = field(default_factory=dict)

    def app(self, example: str) -> str:
        """The whole app."""
        for old, new in self.replaced.items():
            assert old in example
            example = example.replace(old, new)
        text = "\n".join([example] * self.again)
        if self.inside:
            text = f"{self.inside}\n{textwrap.indent(text, '    ')}"
        return f"{self.base}\n{self.before}\n{text}\n{self.behind}"


def _graph(
    behind: str, before: str = "", base: str = _CLASSES, replaced: dict[str, str] | None = None
) -> Around:
    return Around(before, behind, base, replaced=replaced or {})


def _step(behind: str = _ADDED, before: str = "", **more: str) -> Around:
    """An example that is a class of a step without its decorator."""
    replaced = {"class Add": "@gb.remote\nclass Add", **more}
    return Around(before, behind, base=_STEPS, replaced=replaced)


_QUERY: Final = Around(_FLOW, "flow.run()\n")
_GIVEN: Final = "leaf = train(0.1)\n"
_MODELS: Final = """\
objects = [Model(1), Model(2)]
leaf = total(*[one.fit(1) for one in objects])
"""

AROUND: Final = {
    "FFC102": Around(),
    "FFC103": Around(replaced={" + 1  #": " + 1" * 1000 + "  #"}),
    "FFC104": Around(base="", behind=""),
    "FFC105": Around(base=_BEFORE),
    "FFC202": Around("model = train(0.1)"),
    "FFC203": Around(replaced={"train()": "train(1)"}),
    "FFC205": Around(inside="def first():", behind='    return load("")\nleaf = first()\n' + _RUN),
    "FFC208": Around(behind='RayWorkflw(load("a"), workflow_name="w").run()\n'),
    "FFC207": Around("counter = Counter()"),
    "FFC211": Around(behind="flow.run()\n"),
    "FFC213": _QUERY,
    "FFC212": _QUERY,
    "FFC214": Around(_GIVEN, "flow.run()\n"),
    "FFC216": Around(),
    "FFC217": Around("@task\ndef clean(data): return data\n", "leaf = train(1)\n" + _RUN),
    "FFC218": Around(
        behind="leaf = build(1)\n" + _RUN,
        replaced={"return build(n + 1)": 'load("a")\n    return build(n + 1)'},
    ),
    "FFC220": Around('nodes = [load("a")]', again=20, behind="leaf = total(*nodes)\n" + _RUN),
    "FFC221": Around(
        "parts = [load('a'), load('b')]\n@task\ndef add_all(parts): return parts\n",
        "leaf = total\n" + _RUN,
    ),
    "FFC222": Around(),
    "FFC224": Around("RATES = [0.1, 0.2]"),
    "FFC230": Around(
        "nodes = []\npath = Path(sys.argv[1])\nfresh = path.is_dir()\ndef download(): return ''\n",
        "leaf = total(*nodes)\n" + _RUN,
    ),
    "FFC231": Around(files={"settings.py": "RATE = 1\n"}),
    "FFC232": Around(
        files={"shapes.py": "def square(size): return size * size\n"},
        behind='leaf = area("square", 2)\n' + _RUN,
    ),
    "FFC233": Around(files={"texts.py": "print('texts')\n"}, behind="leaf = report([1])\n" + _RUN),
    "FFC234": Around(
        files={"tools.py": "from ffc import task\n\n@task\ndef load(path): return path\n"},
        no_inline=("tools",),
        behind="leaf = points\n" + _RUN,
    ),
    "FFC235": Around(files={"config.py": "RATE = 1\n"}, behind="leaf = load(RATE)\n" + _RUN),
    "FFC236": Around(behind=""),
    "FFC237": Around("@task\ndef scaled(n): return n * scale\n", ""),
    "FFC301": _QUERY,
    "FFC302": _QUERY,
    "FFC303": Around(
        behind="flow.run()\n",
        replaced={'train(data).set_name("model")\n': f"data = 1\n{_FLOW}"},
    ),
    "FFC304": _QUERY,
    "FFC305": _QUERY,
    "FFC306": Around(_GIVEN, "flow.run()\n"),
    "FFC307": _QUERY,
    "FFC308": Around(
        'leaf = Model().fit(1).set_name("Model.fit")\n'
        'flow = RayWorkflow(leaf, workflow_name="w")\n',
        "flow.run()\n",
    ),
    "FFC309": _QUERY,
    "FFC310": Around(
        'leaf = load(1).set_name("chunks")\nflow = RayWorkflow(leaf, workflow_name="w")\n',
        "flow.run()\n",
    ),
    "FFC311": Around('leaf = train(1).set_name("model")\n', "flow.run()\n"),
    "FFC312": Around("a, b = load(1), load(2)", "first.run()\nsecond.run()\n"),
    "FFC401": Around(behind=""),
    "FFC402": Around(
        "rate = 0.1",
        "flow.run()\n",
        replaced={
            "train(rate)": "leaf = train(1)",
            "...": 'flow = RayWorkflow(leaf, workflow_name="w")',
        },
    ),
    "FFC403": Around(behind="leaf = add(a, b)\n" + _RUN),
    "FFC404": Around(behind="leaf = total\n" + _RUN),
    "FFC405": Around(behind="leaf = binomial(4, 2)\n" + _RUN),
    "FFC406": Around(behind="leaf = train(0.1)\n" + _RUN),
    "FFC407": Around(behind="leaf = scale([1])\n" + _RUN),
    "FFC408": Around(behind="leaf = total([])\n" + _RUN),
    "FFC409": Around(behind="leaf = interpolate(1)\n" + _RUN),
    "FFC410": Around(behind="leaf = write([1])\n" + _RUN),
    "FFC411": Around(_MODELS, "flow.run()\n"),
    "FFC412": Around(behind=""),
    "FFC413": Around(
        "CACHE = {}\n@task\ndef remember(key, value):\n    return CACHE\nkey = value = 1"
    ),
    "FFC501": _graph(
        "gb.run(big)\n",
        "@gb.remote\nclass Show(Step): pass",
        replaced={
            "class Sort": "@gb.remote\nclass Sort",
            "\nbig": _SORT,
        },
    ),
    "FFC502": _graph("gb.run(out)\n", "add, tensors = Add.remote(), numbers"),
    "FFC503": _graph(""),
    "FFC504": _graph("gb.run(numbers)\n", "other = numbers"),
    "FFC505": _graph('gb.run(Add.remote().bind("out", numbers))\n', base=_STEPS),
    "FFC506": _graph("gb.run(added)\n"),
    "FFC507": _step(_USED, **_TAKES_VALUE),
    "FFC508": _step(_USED, **_TAKES_VALUE),
    "FFC509": _step(
        _USED,
        "@gb.remote\nclass NumberOfTheDay(Resource):\n    def value(self): return 3\n",
        **{'"}}\n': '"}}\n    def __init__(self, value): super().__init__()\n'},
    ),
    "FFC510": _graph(_USED),
    "FFC511": Around(
        behind='gb.run(Sort.remote().bind("out", numbers))\n',
        base=_STEPS,
        replaced={"class Sort": "@gb.remote\nclass Sort"},
    ),
    "FFC512": Around(
        "@gb.remote",
        "    def __init__(self, value): super().__init__()\n" + _ADDED,
        base=_STEPS,
        inside="class Add(Step):",
    ),
    "FFC513": _step(),
    "FFC514": _graph("gb.run(product)\n"),
    "FFC515": Around(behind="gb.run(Numbers.remote())\ngb.run(numbers)\n", base=_STEPS),
    "FFC516": _step(),
    "FFC517": _step(),
    "FFC518": _step(),
    "FFC519": Around(behind=_USED, base=_STEPS),
    "FFC520": _graph(""),
    "FFC601": Around(
        'leaf = load(1).set_name("fit a")\nflow = RayWorkflow(leaf, workflow_name="w")\n'
        "def init_float(): pass\n",
        "flow.run()\n",
    ),
    "FFC605": Around(
        "nodes = []\nplugin = InitializerPlugin(print)\n",
        "flow.run()\n",
        replaced={"...": 'flow = RayWorkflow(*nodes, workflow_name="w")'},
    ),
    "FFC606": Around(
        "points = 1\nmodel = Model()\nplugin = InitializerPlugin(print)\n",
        "flow.run()\n",
        replaced={
            'first.set_name("first")\n': 'first.set_name("first")\n'
            'flow = RayWorkflow(first, second, workflow_name="w")\n'
        },
    ),
    "FFC651": Around(
        'storage = storage_factory({"kind": "file", "options": {"path": "/data"}})\n',
        "flow.run()\n",
    ),
}

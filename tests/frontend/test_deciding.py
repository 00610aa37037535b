"""Where code that decides stands in the way of the wiring, and where it does not."""

from __future__ import annotations

import pytest

from ffc.diagnostics import Sink
from ffc.frontend import parse
from ffc.frontend.names import bound_again, names
from ffc.source import SourceFile
from ffc.staging.deciding import decides

HEAD = "from ffc import task\nimport ffc\n\n"
BODY = "    return [i for i in x] if x else x\n"
TASK = f"@task\ndef f(x):\n{BODY}"
HELPER = f"def h(x):\n{BODY}"


def found(app: str) -> bool:
    module = parse(SourceFile("app.py", None, HEAD + app), Sink())
    assert module is not None
    return decides(module.tree, bound_again(names(module.tree)))


@pytest.mark.parametrize(
    "app",
    [
        "for x in y:\n    pass\n",
        "a = 1 if y else 2\n",
        f"{HELPER}h(1)\n",
        f"{HELPER}def g(x):\n    return h(x)\n\n\na = [g]\n",
        f"{TASK}\n\n{HELPER}f(map(h, y))\n",
        f"{TASK}\n\n{HELPER}def g(x=h(1)):\n    pass\n",
        "@task\ndef f(x=[i for i in y]):\n    pass\n",
        f"class A:\n    def f(self, x):\n    {BODY}\n",
        "a = lambda x: [i for i in x]\n",
        f"@ffc.task\ndef f(x):\n{BODY}f(1)\n",
        f"@print\n{TASK}f(1)\n",
        f"task = print\n{TASK}f(1)\n",
        f"{TASK}\n\ndef f(x):\n{BODY}f(1)\n",
    ],
)
def test_decides(app: str) -> None:
    assert found(app)


@pytest.mark.parametrize(
    "app",
    [
        "a = f(1)\n",
        f"{TASK}f(1)\n",
        f"{TASK}\n\n{HELPER}f(1)\n",
        f"{HELPER}@task\ndef f(x):\n    return h(x)\n\n\nf(1)\n",
        f"{HELPER}def g(x):\n    return h(x)\n",
    ],
)
def test_does_not(app: str) -> None:
    assert not found(app)

"""Apps written for functionfuse or graphbook run where that is not installed."""

import runpy
import subprocess
import sys
from importlib.util import find_spec

import pytest

import ffc
from ffc.authoring.lend import lend

_THERE = [name for name in ("functionfuse", "graphbook") if find_spec(name) is not None]
pytestmark = pytest.mark.skipif(bool(_THERE), reason="one of them is installed")

APP = """
from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

@workflow
def sum(a, b):
    return a + b

leaf = sum(sum(1, 1), 1)
c = RayWorkflow(leaf, workflow_name="sums").run()
"""


GRAPHBOOK = """
import graphbook as gb
from graphbook.core.steps import SourceStep

@gb.remote
class One(SourceStep):
    def load(self):
        return {"out": [gb.Note({"n": 1})]}

@gb.remote
def add(note):
    note["n"] += 1

c = gb.run(add.bind("out", One.remote()))["out"][0]["n"]
"""


def lent():
    return [name for name in sys.modules if name.partition(".")[0] == "functionfuse"]


def test_an_app_runs(tmp_path):
    app = tmp_path / "app.py"
    app.write_text(APP)
    with lend():
        assert runpy.run_path(str(app))["c"] == 3


def test_nothing_is_lent_outside():
    with lend():
        assert lent()
    assert not lent()
    with pytest.raises(ModuleNotFoundError):
        import functionfuse  # noqa: F401


def test_the_package():
    with lend():
        import functionfuse as ff
        from functionfuse import task, workflow

        assert workflow is task is ff.workflow is ff.task is ffc.workflow


def test_the_module_that_the_package_has_a_function_for():
    with lend():
        from functionfuse.workflow import task, workflow

        assert workflow is task is ffc.workflow
        import functionfuse.workflow

        assert functionfuse.workflow is ffc.workflow


def test_backends():
    with lend():
        import functionfuse.backends.builtin.localback
        import functionfuse.backends.builtin.rayback
        import functionfuse.backends.builtin.rayback as rb
        from functionfuse.backends.builtin import localback

        assert rb.RayWorkflow is ffc.RayWorkflow
        assert functionfuse.backends.builtin.rayback.RayWorkflow is ffc.RayWorkflow
        assert localback.LocalWorkflow is ffc.LocalWorkflow


def test_the_addon_gives_results_and_takes_nothing():
    with lend():
        from functionfuse.backends.addons.rayworkflowback import RayWorkflow

        flow = RayWorkflow(ffc.task(lambda: 1)(), workflow_name="w")
        assert flow.run() == 1
        with pytest.raises(TypeError):
            flow.run(return_results=True)


def test_what_is_not_lent():
    with lend(), pytest.raises(ModuleNotFoundError, match=r"functionfuse\.backends\.addons\.kfp"):
        import functionfuse.backends.addons.kfpback  # noqa: F401


def test_an_app_of_steps_runs(tmp_path):
    app = tmp_path / "app.py"
    app.write_text(GRAPHBOOK)
    with lend():
        assert runpy.run_path(str(app))["c"] == 2
    with pytest.raises(ModuleNotFoundError):
        import graphbook  # noqa: F401


def test_the_names_of_graphbook():
    with lend():
        import graphbook as gb
        import graphbook.core.note
        import graphbook.note
        import graphbook.ray
        from graphbook import core
        from graphbook.core import prompts, resources, steps
        from graphbook.core.resources.base import ListResource
        from graphbook.core.steps.base import BatchStep, StepOutput, log

        assert gb.Note is graphbook.note.Note is core.note.Note is ffc.Note
        for name in ("remote", "options", "run", "run_async", "init"):
            assert getattr(gb, name) is getattr(graphbook.ray, name) is getattr(ffc, name)
        assert gb.log is log is ffc.log
        for name in ffc.steps.__all__:
            assert getattr(gb.steps, name) is getattr(steps, name) is getattr(ffc, name)
        for name in ffc.resources.__all__:
            assert getattr(gb.resources, name) is getattr(resources, name) is getattr(ffc, name)
        for name in ffc.prompts.__all__:
            made = getattr(ffc.prompts, name)
            assert getattr(gb.prompts, name) is getattr(prompts, name) is made
        assert (BatchStep, StepOutput) == (ffc.BatchStep, ffc.StepOutput)
        assert ListResource is ffc.ListResource


def test_lending_within_lending():
    with lend():
        with lend():
            pass
        assert lent()


def test_returned_after_an_error():
    with pytest.raises(RuntimeError), lend():
        raise RuntimeError
    assert not lent()


def test_what_can_be_found_is_left_alone(tmp_path, monkeypatch):
    (tmp_path / "functionfuse.py").write_text("workflow = 'theirs'\n")
    monkeypatch.syspath_prepend(tmp_path)
    with lend():
        import functionfuse

        assert functionfuse.workflow == "theirs"
    assert "functionfuse" in sys.modules
    del sys.modules["functionfuse"]  # which monkeypatch would put back


@pytest.mark.parametrize(("app", "result"), [(APP, "3"), (GRAPHBOOK, "2")])
def test_no_ray_is_loaded(app, result):
    code = (
        "import sys\nfrom ffc.authoring.lend import lend\n"
        f"with lend(): exec({app!r})\n"
        "print(c, *(name in sys.modules for name in ('ray', 'functionfuse', 'graphbook')))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == [result, "False", "False", "False"]

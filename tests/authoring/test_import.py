"""`import ffc` is light, and its names come when they are asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

import ffc
from ffc.authoring.decorator import workflow

WORKFLOWS = ["LocalWorkflow", "RayWorkflow", "task", "workflow"]
HEAVY = ["libcst", "black", "jinja2", "click", "ray", "inspect", "dataclasses", "typing", "re"]


def run_python(code: str) -> str:
    # Without `site`, which may itself load modules for other packages.
    folders = [str(Path(ffc.__file__).parent.parent), *sys.path]
    program = f"import sys; sys.path[:] = {folders!r}; {code}"
    command = [sys.executable, "-S", "-c", program]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def test_using_the_names_of_workflows_loads_nothing_heavy():
    code = (
        f"import ffc; [getattr(ffc, name) for name in {WORKFLOWS}]; "
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    assert run_python(code) == "[]"


def test_using_every_name_loads_neither_ray_nor_the_compiler():
    code = (
        "import sys, ffc; [getattr(ffc, name) for name in ffc.__all__]; "
        "print([name for name in ('libcst', 'black', 'jinja2', 'click', 'ray', 'inspect') "
        "if name in sys.modules], 'ffc.runtime.steps.step' in sys.modules)"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["[]", "True"]


def test_importing_ffc_loads_no_authoring():
    code = "import ffc; print([name for name in sys.modules if name.startswith('ffc.')])"
    assert run_python(code) == "[]"


def test_names():
    assert set(WORKFLOWS) <= set(ffc.__all__)
    assert set(ffc.__all__) <= set(dir(ffc))
    assert ffc.workflow is ffc.task is workflow
    assert all(getattr(ffc, name) is not None for name in ffc.__all__)


def test_names_of_steps_are_the_same_in_their_modules():
    from ffc import prompts
    from ffc.resources import NumberResource
    from ffc.steps import Step, log

    assert ffc.Step is ffc.steps.Step is Step
    assert ffc.NumberResource is ffc.resources.NumberResource is NumberResource
    assert ffc.log is log
    assert ffc.prompts is prompts


def test_star_import_gives_the_names():
    names: dict[str, object] = {}
    exec("from ffc import *", names)
    assert names["workflow"] is workflow


def test_unknown_name():
    with pytest.raises(AttributeError, match="module 'ffc' has no attribute 'worklow'"):
        ffc.worklow  # noqa: B018

"""`import ffc` is light, and its names come when they are asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

import ffc
from ffc.authoring.decorator import workflow

HEAVY = ["libcst", "black", "jinja2", "click", "ray", "inspect", "dataclasses", "typing", "re"]


def run_python(code: str) -> str:
    # Without `site`, which may itself load modules for other packages.
    folders = [str(Path(ffc.__file__).parent.parent), *sys.path]
    program = f"import sys; sys.path[:] = {folders!r}; {code}"
    command = [sys.executable, "-S", "-c", program]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def test_using_every_name_loads_nothing_heavy():
    code = (
        "import ffc; [getattr(ffc, name) for name in ffc.__all__]; "
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    assert run_python(code) == "[]"


def test_importing_ffc_loads_no_authoring():
    code = "import ffc; print([name for name in sys.modules if name.startswith('ffc.')])"
    assert run_python(code) == "[]"


def test_names():
    assert set(ffc.__all__) == {"workflow", "task", "RayWorkflow", "LocalWorkflow"}
    assert set(ffc.__all__) <= set(dir(ffc))
    assert ffc.workflow is ffc.task is workflow


def test_star_import_gives_the_names():
    names: dict[str, object] = {}
    exec("from ffc import *", names)
    assert names["workflow"] is workflow


def test_unknown_name():
    with pytest.raises(AttributeError, match="module 'ffc' has no attribute 'worklow'"):
        ffc.worklow  # noqa: B018

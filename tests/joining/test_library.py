"""A driver that other code imports: nothing starts before `main()` is called."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .conftest import APPS
from .nodes import Nodes

EXAMPLES = Path(__file__).parents[2] / "examples"
CASES = Path(__file__).parents[1] / "cases"
_IMPORTED = """\
import signal, sys, threading
import ray

before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT), sys.excepthook
sys.argv = ["notebook", "--address", "127.0.0.1:1", "--unknown"]  # not the driver's
import app_driver

assert not ray.is_initialized()
assert threading.enumerate() == [threading.main_thread()]
assert before == (signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT), sys.excepthook)
"""
_TWICE = """\
assert app_driver.main(ADDRESS) is None
assert app_driver.main(ADDRESS) is None
ray.shutdown()
"""
_INSIDE = """\
ray.init(ADDRESS, runtime_env={"env_vars": {"TITLE": "Mine"}, "py_modules": ["toolbox"]})
app_driver.main()
assert ray.is_initialized()
"""
_FAILING = """\
from ray.exceptions import RayTaskError

try:
    app_driver.main(ADDRESS)
except RayTaskError as error:
    assert isinstance(error, ZeroDivisionError)
    print("failed")
try:
    app_driver.main("127.0.0.1:1")
except RayTaskError:
    print("Ray is the one that is there")
"""
_WATCHED = """\
from argparse import Namespace

options = Namespace(quiet=False, verbose=True, events=None, keep_going=False)
tasks = [app_driver.row, app_driver.title]
print(app_driver.Monitor(options, tasks).run(app_driver.main, ADDRESS))
"""
_SETTINGS = """\
app_driver.main(ADDRESS, settings=["Score.threshold=3"], chunk=2)
app_driver.main(settings=("Score.threshold=3",))
"""
_ARGUMENTS = """\
sys.argv = ["notebook", "7", "seven"]
app_driver.main(ADDRESS)
"""
_STORED = """\
from pathlib import Path

def written():
    return {one: one.stat().st_mtime_ns for one in Path("results").glob("squares/square_*")}

app_driver.main(ADDRESS)
first = written()
assert len(first) == 2
app_driver.main(ADDRESS)
assert written() == first
app_driver.main(ADDRESS, resume="never")
assert written() != first
"""
_STORED_APP = """\
from ffc import RayWorkflow, storage_factory, task


@task
def square(n):
    return n * n


flow = RayWorkflow(square(square(3)), workflow_name="squares")
flow.set_storage(storage_factory({"kind": "file", "options": {"path": FOLDER}}))
print(flow.run())
"""
Put = Callable[..., Path]


def _run(nodes: Nodes, put: Put, code: str, app: Path = APPS / "app.py") -> list[str]:
    """The lines that code prints which imports the driver of an app."""
    driver = put(nodes, app, "toolbox", options=("--no-inline", "toolbox"))
    program = nodes.drivers / "notebook.py"
    text = f"ADDRESS = {nodes.address!r}\n{_IMPORTED}{code}"
    program.write_text(text.replace("app_driver", driver.stem), encoding="utf-8")
    done = nodes.run(program)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout.splitlines()


def test_main_is_called_twice(nodes: Nodes, put: Put) -> None:
    first, second = _run(nodes, put, _TWICE)
    assert first == second and first.startswith("Rows: [[")


def test_main_is_called_inside_a_ray(nodes: Nodes, put: Put) -> None:
    """What the app asks of Ray is left to who has started it."""
    (line,) = _run(nodes, put, _INSIDE)
    assert line.startswith("Mine: [[")


def test_failures_are_those_of_ray(nodes: Nodes, put: Put, tmp_path: Path) -> None:
    text = (APPS / "app.py").read_text(encoding="utf-8")
    (tmp_path / "bad.py").write_text(text.replace("5 * k", "5 // (k - 2)"), encoding="utf-8")
    assert _run(nodes, put, _FAILING, tmp_path / "bad.py") == [
        "failed",
        "Ray is the one that is there",
    ]


def test_a_caller_may_watch(nodes: Nodes, put: Put) -> None:
    line, code = _run(nodes, put, _WATCHED)
    assert line.startswith("Rows: [[") and code == "0"


def test_graphs_of_steps(nodes: Nodes, put: Put) -> None:
    """Parameters are given as on the command line."""
    app = EXAMPLES / "reviews" / "reviews.py"
    lines = _run(nodes, put, _SETTINGS, app)
    driver = nodes.drivers / "reviews_driver.py"
    alone = nodes.run(driver, "--address", nodes.address, "--set", "Score.threshold=3", "--quiet")
    assert alone.returncode == 0, alone.stderr
    assert lines == alone.stdout.splitlines() * 2 and lines


def test_a_command_line_of_its_own(nodes: Nodes, put: Put) -> None:
    """The app reads `sys.argv` when `main()` is called."""
    app = CASES / "command_line_argv" / "app.py"
    assert _run(nodes, put, _ARGUMENTS, app) == ["seven: 13 3"]


def test_stored_results(nodes: Nodes, put: Put, tmp_path: Path) -> None:
    """Are taken, or not, as `resume` says."""
    app = tmp_path / "squares.py"
    folder = nodes.drivers / "results"
    app.write_text(_STORED_APP.replace("FOLDER", repr(str(folder))), encoding="utf-8")
    code = _STORED.replace('"results"', repr(str(folder)))
    assert _run(nodes, put, code, app) == ["81"] * 3

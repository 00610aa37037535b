"""A wheel, installed in an empty environment, is all of ffc."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.drivers.shown import shown

ROOT = Path(__file__).parent.parent.parent
SEED = ROOT / "tests" / "cases" / "seed"
# Where the parts of the package are in the repository.
PARTS = {"ffc": "compiler/ffc", "ffc/templates": "templates", "ffc/runtime": "runtime"}

# What a developer's own process would lend to the empty environment.
_LENT = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in _LENT}


def _run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        command, cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _has_backend() -> bool:
    """Whether the build backend of pyproject.toml is installed here."""
    try:
        return int(importlib.metadata.version("setuptools").split(".")[0]) >= 77
    except importlib.metadata.PackageNotFoundError:
        return False


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy: building leaves folders behind."""
    folder = tmp_path_factory.mktemp("build")
    for name in ("compiler", "templates", "runtime"):
        skip = shutil.ignore_patterns("__pycache__", "*.egg-info")
        shutil.copytree(ROOT / name, folder / name, ignore=skip)
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, folder)
    isolation = ["--no-isolation"] if _has_backend() else []
    _run(sys.executable, "-m", "build", "--wheel", *isolation, cwd=folder)
    (built,) = (folder / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def binaries(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment that has the wheel, its dependencies and no more."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    binaries = folder / "bin"
    _run(binaries / "python", "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    return binaries


def test_every_file_is_in_the_wheel(wheel: Path) -> None:
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("ffc/")}
    wanted = {
        f"{package}/{path.relative_to(ROOT / folder).as_posix()}"
        for package, folder in PARTS.items()
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".css", ".jinja", ".js", ".py", ".txt", ".typed")
    }
    assert packed == wanted


def test_installed_command_compiles(binaries: Path, tmp_path: Path) -> None:
    shutil.copy(SEED / "app.py", tmp_path)
    _run(binaries / "ffc", "compile", "app.py", cwd=tmp_path)
    driver = (tmp_path / "app_driver.py").read_text("utf-8")
    assert shown(driver) == (SEED / "expected_driver.py").read_text("utf-8")


def test_apps_run_without_ray(binaries: Path, tmp_path: Path) -> None:
    shutil.copy(SEED / "app.py", tmp_path)
    python = binaries / "python"
    assert _run(python, "app.py", cwd=tmp_path) == "3\n"
    without = "import importlib.util as u, ffc; print(u.find_spec('ray'), ffc.__file__)"
    spec, _, file = _run(python, "-c", without, cwd=tmp_path).partition(" ")
    assert spec == "None"
    assert file.startswith(str(binaries.parent))


def test_installed_command_makes_reports(binaries: Path, tmp_path: Path) -> None:
    (tmp_path / "run.jsonl").write_text('{"event": "run", "version": 1, "driver": "app_driver"}\n')
    said = _run(binaries / "ffc", "report", "run.jsonl", cwd=tmp_path)
    assert said == "run.jsonl: 0 nodes -> run.html (created)\n"
    assert "<h1>app_driver</h1>" in (tmp_path / "run.html").read_text("utf-8")

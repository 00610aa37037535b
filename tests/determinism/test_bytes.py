"""A driver depends on nothing but what its app means: not on the machine, nor on the app's form."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from .apps import APPS, driver
from .variants import VARIANTS

MACHINES: Mapping[str, Mapping[str, str]] = {
    "here": {"PYTHONHASHSEED": "1", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "a folder/ünï": {"PYTHONHASHSEED": "4321", "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo"},
}
OTHER_PYTHONS = [f"python3.{minor}" for minor in range(10, 16) if minor != sys.version_info.minor]


@pytest.fixture(scope="module")
def expected() -> dict[str, bytes]:
    """The drivers, by app."""
    return {name: driver(path) for name, path in APPS.items()}


def _compile_all(
    folder: Path, cwd: Path, environment: Mapping[str, str], python: str = sys.executable
) -> dict[str, bytes]:
    """What one process of `ffc compile` writes for copies of all apps below `folder`."""
    copies = {name: folder / name / path.name for name, path in APPS.items()}
    for name, path in APPS.items():
        skip = shutil.ignore_patterns("*_driver.py", "__pycache__")
        shutil.copytree(path.parent, folder / name, ignore=skip)
    sources = [os.path.relpath(copy, cwd) for copy in copies.values()]
    command = [python, "-m", "ffc", "compile", *sources]
    merged = {**os.environ, **environment}
    done = subprocess.run(command, cwd=cwd, env=merged, capture_output=True, timeout=300)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return {
        name: copy.with_name(f"{copy.stem}_driver.py").read_bytes() for name, copy in copies.items()
    }


@pytest.mark.parametrize("place", MACHINES)
def test_machine_does_not_matter(place: str, expected: object, tmp_path: Path) -> None:
    """Nor do the hash seed, the locale and the working directory."""
    (tmp_path / place).mkdir(parents=True)
    assert _compile_all(tmp_path / "apps", tmp_path / place, MACHINES[place]) == expected


@pytest.mark.parametrize("python", OTHER_PYTHONS)
def test_python_does_not_matter(python: str, expected: object, tmp_path: Path) -> None:
    probe = [python, "-c", "import ffc.compile, ffc.emit, black, jinja2"]
    if shutil.which(python) is None or subprocess.run(probe, capture_output=True).returncode != 0:
        pytest.skip(f"ffc is not installed for {python}")
    assert _compile_all(tmp_path / "apps", tmp_path, {}, python) == expected


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("name", APPS)
def test_form_does_not_matter(name: str, variant: str, tmp_path: Path) -> None:
    path = APPS[name]
    text = path.read_bytes().decode()
    changed = tmp_path / path.name
    changed.write_bytes(VARIANTS[variant](text).encode())
    assert driver(changed).decode() == driver(path).decode()

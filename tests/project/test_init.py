"""`ffc init`: a first app that works, and nothing of anybody's that is lost."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Ffc = Callable[..., "subprocess.CompletedProcess[str]"]
TABLE = '[tool.ffc]\nsources = ["apps/*.py"]\n'


def files(folder: Path) -> list[str]:
    found = (
        path for path in folder.rglob("*") if path.is_file() and ".ffc_cache" not in path.parts
    )
    return sorted(path.relative_to(folder).as_posix() for path in found)


def test_from_nothing(ffc: Ffc, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "new"
    ran = ffc("init", folder)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("apps/words.py: created\npyproject.toml: created\n")
    assert files(folder) == ["apps/words.py", "pyproject.toml"]
    here = ffc("run", "--local", "apps/words.py", cwd=folder)
    assert (here.returncode, here.stdout) == (0, "the 4\nand 3\na 2\n"), here.stderr
    made = ffc("compile", cwd=folder)
    assert (made.returncode, made.stderr) == (0, "")
    assert (
        made.stdout == "apps/words.py: words: 3 nodes, 2 edges -> apps/words_driver.py (created)\n"
    )
    assert ffc("check", cwd=folder).stdout == "1 driver is up to date\n"


def test_in_the_current_folder(ffc: Ffc, tmp_path: Path) -> None:
    assert ffc("init", cwd=tmp_path).returncode == 0
    assert files(tmp_path) == ["apps/words.py", "pyproject.toml"]


def test_again(ffc: Ffc, tmp_path: Path) -> None:
    ffc("init", cwd=tmp_path)
    (tmp_path / "apps" / "words.py").unlink()
    ran = ffc("init", cwd=tmp_path)
    assert ran.returncode == 0
    assert ran.stdout.startswith("pyproject.toml: has [tool.ffc] already; nothing was done\n")
    assert files(tmp_path) == ["pyproject.toml"]


def test_an_app_of_that_name_stays(ffc: Ffc, tmp_path: Path) -> None:
    (tmp_path / "apps").mkdir()
    (tmp_path / "apps" / "words.py").write_text("mine\n")
    assert "was there already" in ffc("init", cwd=tmp_path).stdout
    assert (tmp_path / "apps" / "words.py").read_text() == "mine\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"", TABLE.encode()),
        (b"[project]\nname = 'x'\n", b"[project]\nname = 'x'\n\n" + TABLE.encode()),
        (b"[tool.x]\na = 1", b"[tool.x]\na = 1\n\n" + TABLE.encode()),
        (b"# a\r\n[tool]\r\n", b"# a\r\n[tool]\r\n\r\n" + TABLE.replace("\n", "\r\n").encode()),
        (b"tool.x = 1\n", b"tool.x = 1\n\n" + TABLE.encode()),
        (b"[[tool]]\na = 1\n", None),
        (b"a = '''\n", None),
        (b"tool = {}\n", None),
        (b"[tool]\nffcs = 1\n", b"[tool]\nffcs = 1\n\n" + TABLE.encode()),
    ],
)
def test_a_pyproject_that_is_there(ffc: Ffc, tmp_path: Path, old: bytes, new: bytes | None) -> None:
    """It gets the table at its end, or stays as it is where that would not be right."""
    file = tmp_path / "pyproject.toml"
    file.write_bytes(old)
    ran = ffc("init", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert file.read_bytes() == (old if new is None else new)
    assert ("add this to it:" in ran.stdout) == (new is None)
    assert (ffc("compile", cwd=tmp_path).returncode == 0) == (new is not None)


def test_a_link_to_a_pyproject(ffc: Ffc, tmp_path: Path) -> None:
    (tmp_path / "real.toml").write_text("[tool.x]\n")
    (tmp_path / "pyproject.toml").symlink_to("real.toml")
    ffc("init", cwd=tmp_path)
    assert (tmp_path / "pyproject.toml").is_symlink()
    assert (tmp_path / "real.toml").read_text() == "[tool.x]\n\n" + TABLE


@pytest.mark.parametrize("what", ["a file", "below a file", "bytes", "pyproject", "apps", "wrong"])
def test_where_that_cannot_be(ffc: Ffc, tmp_path: Path, what: str) -> None:
    folder = tmp_path / "folder"
    if what in ("a file", "below a file"):
        folder.write_text("mine")
    else:
        folder.mkdir()
    file = folder / "pyproject.toml"
    if what == "bytes":
        file.write_bytes(b"\xff")
    elif what == "pyproject":
        file.mkdir()
    elif what == "apps":
        (folder / "apps").write_text("mine")
    elif what == "wrong":
        file.write_text("[tool]\nffc = 1\n")
    before = files(tmp_path)
    ran = ffc("init", folder / "x" if what == "below a file" else folder)
    assert ran.returncode == 2
    assert ran.stderr.startswith("ffc: ")
    assert ran.stderr.count("\n") == 1
    assert set(before) <= set(files(tmp_path))


def test_a_link_to_nowhere_stays(ffc: Ffc, tmp_path: Path) -> None:
    os.symlink("none.toml", tmp_path / "pyproject.toml")
    ffc("init", cwd=tmp_path)
    assert os.readlink(tmp_path / "pyproject.toml") == "none.toml"
    assert not (tmp_path / "none.toml").exists()

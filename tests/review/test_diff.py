"""`ffc diff`: drivers on disk and what their sources give; versions of apps in git."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ffc.cli.diff import split
from ffc.cli.revision import NoRevision, revision
from ffc.cli.unified import unified

from .edits import APP, edited

Ffc = Callable[..., "subprocess.CompletedProcess[str]"]

SMALL = """\
from ffc import RayWorkflow, task


@task
def load(n):
    return n


@task
def add(a, b=1):
    return a + b


leaf = add(load(1).set_name("data")).set_name("sum")
print(RayWorkflow(leaf, workflow_name="sums").run())
"""

_GIT = {
    "GIT_AUTHOR_NAME": "n",
    "GIT_AUTHOR_EMAIL": "n@example.org",
    "GIT_COMMITTER_NAME": "n",
    "GIT_COMMITTER_EMAIL": "n@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


class Repository:
    """A repository with commits of the files that are written to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "-q", "-b", "main", ".")

    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env={**os.environ, **_GIT},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def write(self, **files: str) -> None:
        for name, text in files.items():
            path = self.folder / f"{name.replace('__', '/')}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def commit(self, **files: str) -> None:
        self.write(**files)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "one")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    folder = tmp_path / "repository"
    folder.mkdir()
    return Repository(folder)


# Drivers


def test_driver_that_is_what_the_source_gives(ffc: Ffc, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(SMALL)
    ffc("compile", "app.py", cwd=tmp_path)
    done = ffc("diff", "app.py", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_changed_driver_is_a_patch_that_git_takes(ffc: Ffc, repository: Repository) -> None:
    repository.commit(app=SMALL)
    folder = repository.folder
    ffc("compile", "app.py", cwd=folder)
    repository.commit()
    old = (folder / "app_driver.py").read_text()
    (folder / "app.py").write_text(SMALL.replace("b=1", "b=2"))
    done = ffc("diff", "app.py", cwd=folder)
    assert (done.returncode, done.stderr) == (1, "")
    lines = done.stdout.splitlines()
    assert lines[:2] == ["--- a/app_driver.py", "+++ b/app_driver.py"]
    assert lines[2].startswith("@@ ")
    assert "-def add(a, b=1):" in lines and "+def add(a, b=2):" in lines
    assert len([line for line in lines if line[0] in "+-"]) == 4
    assert (folder / "app_driver.py").read_text() == old
    (folder / "p.patch").write_text(done.stdout)
    repository.git("apply", "p.patch")
    assert ffc("diff", "app.py", cwd=folder).returncode == 0


@pytest.mark.parametrize("name", ["app driver.py", "größe.py", 'a"b.py', "tab\there.py"])
def test_patches_of_odd_names(ffc: Ffc, repository: Repository, name: str) -> None:
    folder = repository.folder
    (folder / "app.py").write_text(SMALL)
    ffc("compile", "app.py", "-o", name, cwd=folder)
    (folder / name).write_text((folder / name).read_text().rstrip("\n") + "  # by hand")
    repository.commit()
    done = ffc("diff", "app.py", "-o", name, cwd=folder)
    assert done.returncode == 1
    assert "\\ No newline at end of file" in done.stdout
    (folder / "p.patch").write_text(done.stdout)
    repository.git("apply", "p.patch")
    assert ffc("diff", "app.py", "-o", name, cwd=folder).returncode == 0


def test_driver_that_is_missing(ffc: Ffc, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(SMALL)
    done = ffc("diff", "app.py", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("--- /dev/null\n+++ b/app_driver.py\n@@ -0,0 +1,")


def test_errors_come_before_differences(ffc: Ffc, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(SMALL)
    (tmp_path / "bad.py").write_text("leaf = (\n")
    done = ffc("diff", "app.py", "bad.py", cwd=tmp_path)
    assert done.returncode == 2
    assert "+++ b/app_driver.py" in done.stdout and "bad.py:1:8: FFC102" in done.stderr
    (tmp_path / "app_driver.py").mkdir()
    done = ffc("diff", "app.py", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "cannot read app_driver.py: Is a directory" in done.stderr


def test_diagnostics_for_programs(ffc: Ffc, repository: Repository) -> None:
    repository.commit(app=SMALL, bad="leaf = (\n")
    for graph in ([], ["--graph"]):
        call = ["diff", *graph, "app.py", "bad.py", "--diagnostics"]
        done = ffc(*call, "json", cwd=repository.folder)
        assert done.returncode == 2
        text = "".join(line for line in done.stderr.splitlines(True) if line[:4] != "ffc:")
        assert {one["code"] for one in json.loads(text)} == {"FFC102"}
        assert {one["file"].rpartition(":")[2] for one in json.loads(text)} == {"bad.py"}
        done = ffc(*call, "github", cwd=repository.folder)
        assert "::error file=bad.py,line=1,col=8" in done.stderr
    done = ffc("diff", "--graph", "app.py", "--diagnostics", "json", cwd=repository.folder)
    assert (done.returncode, json.loads(done.stderr)) == (0, [])


SHAPE = """\
{% extends "ffc/driver.py.jinja" %}
{% block main %}
SCALE = 3  # of the team


{{ super() }}
{% endblock %}
"""


def test_templates_are_those_of_compile(ffc: Ffc, repository: Repository) -> None:
    folder = repository.folder
    (folder / "shapes").mkdir()
    (folder / "shapes" / "driver.py.jinja").write_text(SHAPE)
    repository.commit(app=APP)
    given = ["app.py", "--template-dir", "shapes"]
    ffc("compile", *given, cwd=folder)
    assert ffc("diff", *given, cwd=folder).returncode == 0
    assert "-SCALE = 3  # of the team" in ffc("diff", "app.py", cwd=folder).stdout
    assert ffc("diff", "--graph", *given, cwd=folder).returncode == 0
    (folder / "shapes" / "driver.py.jinja").write_text("{% block nope %}{% endblock %}")
    done = ffc("diff", "--graph", *given, cwd=folder)
    assert done.returncode == 2 and "FFC106" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ([], "SOURCE"),
        (["--format", "json", "app.py"], "are for --graph"),
        (["--rev", "HEAD", "app.py"], "are for --graph"),
        (["-"], "give it one with -o"),
        (["--graph", "-"], "no earlier version"),
        (["--graph"], "SOURCE"),
    ],
)
def test_wrong_calls(ffc: Ffc, tmp_path: Path, arguments: list[str], reason: str) -> None:
    (tmp_path / "app.py").write_text(SMALL)
    done = ffc("diff", *arguments, cwd=tmp_path, input=SMALL)
    assert (done.returncode, done.stdout) == (2, ""), done.stdout
    assert reason in done.stderr and "Traceback" not in done.stderr


def test_driver_of_bytes_that_are_no_text(ffc: Ffc, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(SMALL)
    (tmp_path / "app_driver.py").write_bytes(b"\xff\xfe\r\nx\x0cy\n")
    done = ffc("diff", "app.py", cwd=tmp_path)
    assert done.returncode == 1 and done.stderr == ""
    assert "-\\xff\\xfe" in done.stdout


def test_unified_lines_end_at_line_feeds_alone() -> None:
    lines = [line for line, _ in unified("x", "a\x0cb\n\u2028c\n", "a\x0cb\nc\n")]
    assert lines[-3:] == [" a\x0cb\n", "-\u2028c\n", "+c\n"]
    assert unified("x", "a\n", "a\n") == []
    assert [line for line, _ in unified("x", "", "a")][-2:] == [
        "+a\n",
        "\\ No newline at end of file\n",
    ]


# Versions


def graph_of(ffc: Ffc, repository: Repository, *arguments: str) -> dict[str, object]:
    done = ffc("diff", "--graph", *arguments, "--format", "json", cwd=repository.folder)
    assert done.returncode in (0, 1), done.stderr
    said: dict[str, object] = json.loads(done.stdout)
    assert (said["format"], said["version"]) == ("ffc-diff", 1)
    return said


def test_same_graph(ffc: Ffc, repository: Repository) -> None:
    repository.commit(app=SMALL)
    repository.write(app=SMALL.replace("return n", "# the very same\n    return n"))
    done = ffc("diff", "--graph", "app.py", cwd=repository.folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "app.py (HEAD to working tree): the same graph\n"


def test_revisions_and_sources_are_told_apart(ffc: Ffc, repository: Repository) -> None:
    repository.commit(app=SMALL)
    repository.git("tag", "first")
    repository.commit(app=SMALL.replace("load(1)", "load(2)"))
    repository.write(app=SMALL.replace("load(1)", "load(3)"))
    changes = {(): "2 → 3", ("HEAD",): "2 → 3", ("first",): "1 → 3", ("HEAD~1",): "1 → 3"}
    changes |= {("--rev", "first"): "1 → 3", ("main",): "2 → 3"}
    for arguments, change in changes.items():
        done = ffc("diff", "--graph", *arguments, "app.py", cwd=repository.folder)
        assert done.returncode == 1, done.stderr
        assert f"n: {change}" in done.stdout, arguments
    inner = repository.folder / "inner"
    inner.mkdir()
    done = ffc("diff", "--graph", "first", "../app.py", cwd=inner)
    assert done.returncode == 1 and "n: 1 → 3" in done.stdout


def test_split(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "main").write_text("")
    assert split((), None) == ("HEAD", ())
    assert split(("main", "app.py"), None) == ("HEAD", ("main", "app.py"))
    assert split(("main", "app.py"), "main") == ("main", ("main", "app.py"))
    assert split(("gone.py",), None) == ("HEAD", ("gone.py",))
    assert split(("HEAD~2",), None) == ("HEAD~2", ())
    assert split(("v1.0", "a.py", "b.py"), None) == ("v1.0", ("a.py", "b.py"))


def test_what_cannot_be_compared(ffc: Ffc, repository: Repository, tmp_path: Path) -> None:
    folder = repository.folder
    repository.write(app=SMALL)
    done = ffc("diff", "--graph", "app.py", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no commit yet" in done.stderr
    repository.commit()
    for name in (
        "nope",
        "HEAD~5",
        "-x",
        "a b",
        "HEAD:app.py",
        "HEAD^{tree}",
        "\N{SNOWMAN}",
        "a\nb",
    ):
        done = ffc("diff", "--graph", "--rev", name, "app.py", cwd=folder)
        assert (done.returncode, done.stdout) == (2, ""), name
        assert "git knows no revision" in done.stderr, done.stderr
        assert len(done.stderr.splitlines()) == 1
    done = ffc("diff", "--graph", "none.py", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no such file, now or in HEAD" in done.stderr
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "app.py").write_text(SMALL)
    done = ffc("diff", "--graph", "app.py", cwd=outside)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no git repository is around" in done.stderr


def test_without_git(repository: Repository, tmp_path: Path) -> None:
    repository.commit(app=SMALL)
    done = subprocess.run(
        [sys.executable, "-m", "ffc", "diff", "--graph", "app.py"],
        cwd=repository.folder,
        env={**os.environ, "PATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "git is not installed" in done.stderr


def test_new_and_gone_sources(ffc: Ffc, repository: Repository) -> None:
    repository.commit(old=SMALL)
    repository.write(new=SMALL)
    (repository.folder / "old.py").unlink()
    done = ffc("diff", "--graph", "old.py", "new.py", cwd=repository.folder)
    assert (done.returncode, done.stderr) == (1, "")
    assert "old.py (HEAD to working tree): the source is gone" in done.stdout
    assert "new.py (HEAD to working tree): the source is new" in done.stdout
    assert "  + data  load(n=1)" in done.stdout and "  - data  load(n=1)" in done.stdout


def test_side_with_errors(ffc: Ffc, repository: Repository) -> None:
    repository.commit(app="leaf = (\n")
    repository.write(app=SMALL)
    done = ffc("diff", "--graph", "app.py", cwd=repository.folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "HEAD:app.py:1:8: FFC102" in done.stderr
    assert "app.py does not compile as it was in HEAD" in done.stderr
    repository.commit()
    repository.write(app="leaf = (\n")
    done = ffc("diff", "--graph", "app.py", cwd=repository.folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "app.py:1:8: FFC102" in done.stderr and "HEAD" not in done.stderr


MODULE = "def scaled(n):\n    return n * {factor}\n"
WITH_MODULE = SMALL.replace("def load(n):\n    return n", "def load(n):\n    return scaled(n)")


@pytest.mark.parametrize(
    ("module", "imported"),
    [
        ("tools", "from tools import scaled"),
        ("lab__units", "from lab.units import scaled"),
        ("lab____init__", "from lab import scaled"),
    ],
)
def test_modules_are_those_of_the_revision(
    ffc: Ffc, repository: Repository, module: str, imported: str
) -> None:
    app = f"{imported}\n{WITH_MODULE}"
    module = module.replace("____", "__").replace("__init__", "__")
    name = "lab/__init__" if module == "lab__" else module
    files = {"app": app, name: MODULE.format(factor=2)}
    for path, text in files.items():
        file = repository.folder / f"{path.replace('__', '/') if path == module else path}.py"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    repository.commit()
    written = repository.folder / f"{name.replace('__', '/') if name == module else name}.py"
    written.write_text(MODULE.format(factor=3))
    done = ffc("diff", "--graph", "app.py", cwd=repository.folder)
    assert (done.returncode, done.stderr) == (1, "")
    assert "code of load leads to scaled, which changed: 1 node: data" in done.stdout
    written.unlink()  # now an import of nobody's
    assert ffc("diff", "--graph", "app.py", cwd=repository.folder).returncode in (1, 2)
    assert not (repository.folder / "app_driver.py").exists()


def test_links_of_a_revision(repository: Repository) -> None:
    folder = repository.folder
    (folder / "real").mkdir()
    (folder / "real/app.py").write_text(SMALL)
    (folder / "link.py").symlink_to("real/app.py")
    (folder / "folder").symlink_to("real")
    (folder / "loop.py").symlink_to("loop.py")
    (folder / "out.py").symlink_to("../outside.py")
    repository.commit()
    shutil.rmtree(folder / "real")
    then = revision("HEAD", folder)
    top = Path(os.path.realpath(folder))
    assert then.read(top / "link.py") == then.read(top / "folder/app.py") == SMALL.encode()
    assert then.listed(top / "folder") == {"app.py"}
    assert then.kind(top) == "folder" and then.kind(top / "folder") == "folder"
    for name in ("loop.py", "out.py", "none.py", "real", "../repository"):
        assert then.kind(top / name) != "file"
    with pytest.raises(OSError, match="No such file"):
        then.read(top / "none.py")
    with pytest.raises(NoRevision):
        revision("nope", folder)


def test_stored_results(ffc: Ffc, repository: Repository) -> None:
    repository.commit(app=APP)
    repository.write(app=edited("constant"))
    said = graph_of(ffc, repository, "app.py")
    (source,) = said["sources"]  # type: ignore[misc]
    (flow,) = source["workflows"]
    assert source["change"] == flow["change"] == "changed"
    stale = {name for one in flow["results"]["stale"] for name in one["nodes"]}
    assert stale == {"large 0", "large 1", "large 2", "best"}
    assert flow["results"]["fresh"] == 8
    assert flow["code"] == [
        {"function": "fit_large", "changed": ["SCALE"], "nodes": ["large 0", "large 1", "large 2"]}
    ]


HOSTILE = "`</summary>` ``` | @all\n# <script>*x*"


def test_markdown(ffc: Ffc, repository: Repository) -> None:
    repository.commit(app=SMALL)
    other = SMALL.replace('"data"', repr(HOSTILE)).replace('"sums"', repr(HOSTILE))
    repository.write(app=other)
    done = ffc("diff", "--graph", "app.py", "--format", "markdown", cwd=repository.folder)
    assert (done.returncode, done.stderr) == (1, "")
    lines = done.stdout.splitlines()
    assert lines[0].startswith("#### `app.py`: 1 node renamed")
    (opening,) = (n for n, line in enumerate(lines) if line.endswith("diff"))
    fence = lines[opening].removesuffix("diff")
    assert set(fence) == {"`"} and len(fence) > 3
    closing = lines.index(fence)
    outside = "\n".join([*lines[:opening], *lines[closing + 1 :]])
    assert not re.search(r"<script|@all|\*x\*|```|\|", outside)
    assert outside.count("<details>") == outside.count("</details>") == 1
    assert any(line.startswith("! ") for line in lines[opening:closing])
    assert all(
        len(fence) > len(run)
        for line in lines[opening + 1 : closing]
        for run in re.findall("`+", line)
    )

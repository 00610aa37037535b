"""`ffc explain`: the pages of `docs/diagnostics.md`, on a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from ffc.diagnostics.catalog import catalog
from ffc.diagnostics.page import GROUPS, page_of

Ffc = Callable[..., "subprocess.CompletedProcess[str]"]
PAGES = [page_of(found) for found in catalog()]


def test_one(ffc: Ffc) -> None:
    done = ffc("explain", "FFC301")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "FFC301 Unknown Ray option (error)\n\n"
        "Ray has no option of this name, and would refuse it when the driver runs.\n\n"
        "Example:\n\n"
        '    flow.query("model").set_remote_args({"num_cpu": 2})\n\n'
        "Write the name as Ray spells it. When none is close, the message lists the\n"
        "options there are.\n"
    )


def test_several_in_any_case(ffc: Ffc) -> None:
    one, other = ffc("explain", "FFC412").stdout, ffc("explain", "FFC301").stdout
    assert ffc("explain", "ffc412", "Ffc301").stdout == f"{one}\n{other}"


def test_all_have_everything_in_80_columns(ffc: Ffc) -> None:
    said = ffc("explain", *(page.code for page in PAGES)).stdout
    assert max(map(len, said.splitlines())) <= 80
    words = " ".join(said.split())
    for page in PAGES:
        for part in (page.title, page.meaning, page.example, page.way_out):
            assert " ".join(part.split()) in words


def test_the_list(ffc: Ffc) -> None:
    said = ffc("explain").stdout
    assert max(map(len, said.splitlines())) <= 80
    words = " ".join(said.split())
    assert all(f"{page.code} {page.title}" in words for page in PAGES)
    assert [line for line in said.splitlines() if not line.startswith(" ") and line] == [
        *GROUPS.values()
    ]


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("FFC31", "did you mean FFC312?"),
        ("ffc3111", "did you mean FFC311?"),
        ("what", "`ffc explain` lists all"),
        ("", "`ffc explain` lists all"),
        ("a\nb\x1b", "`ffc explain` lists all"),
    ],
)
def test_unknown(ffc: Ffc, code: str, hint: str) -> None:
    done = ffc("explain", "FFC301", code)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("ffc: there is no code ")
    assert done.stderr.endswith(f"; {hint}\n")
    assert done.stderr.count("\n") == 1
    assert "\x1b" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="it has no pseudo-terminals")
def test_colors_only_on_a_terminal(ffc: Ffc) -> None:
    import pty

    assert "\x1b" not in ffc("explain", "FFC301").stdout
    reader, writer = pty.openpty()
    command = [sys.executable, "-m", "ffc", "explain", "FFC301"]
    subprocess.run(command, stdout=writer, check=True, env={**os.environ, "TERM": "xterm"})
    os.close(writer)
    assert b"\x1b[31m" in os.read(reader, 10_000)
    os.close(reader)

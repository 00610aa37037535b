"""The command `ffc`, quicker than in a new process each time."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from .command_server import ROOT, Commands

Ffc = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def ffc() -> Iterator[Ffc]:
    """Runs `ffc` in a fork of a process that has loaded it, in a new one where `env` is given."""
    commands = Commands()

    def run(
        *arguments: object, cwd: Path = ROOT, input: str = "", env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        given = [str(argument) for argument in arguments]
        if env is None:
            return commands.run(given, cwd, input)
        command = [sys.executable, "-m", "ffc", *given]
        return subprocess.run(
            command, cwd=cwd, env=env, input=input, capture_output=True, text=True, timeout=60
        )

    yield run
    commands.close()

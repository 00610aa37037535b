"""What `[tool.ffc]` of a pyproject.toml says."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

DEFAULT_OUTPUT = "{folder}/{name}_driver.py"


class BadProject(Exception):
    """What is wrong with the configuration, in a line that names the file and the key."""


class Project(NamedTuple):
    """The configuration in `folder`, beside which all of its paths are.

    `sources` and `excluded` are files or globs, `output` is a pattern with `{folder}` and `{name}`.
    """

    folder: Path
    sources: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    output: str = DEFAULT_OUTPUT
    no_inline: tuple[str, ...] = ()
    template_dir: Path | None = None

    @property
    def file(self) -> Path:
        return self.folder / "pyproject.toml"

    def output_of(self, source: Path) -> Path:
        """Where the driver of `source` goes."""
        place, file = os.path.split(os.path.relpath(source, self.folder))
        name = os.path.splitext(file)[0]
        inside = self.output.replace("{folder}", place or ".").replace("{name}", name)
        return Path(os.path.normpath(self.folder / inside))

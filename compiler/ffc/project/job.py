"""One app, and the driver that is to be made of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..cli.printable import printable, word
from .project import DEFAULT_OUTPUT, Project

if TYPE_CHECKING:
    from ..emit import Target


class Job(NamedTuple):
    """One app to compile. `output` is None for standard output.

    `project` is the one that the app belongs to; `kept` are the packages that the call asks to keep
    as imports, beside those that the project keeps; `templates` is the folder that it names.
    """

    name: str
    path: Path | None
    output: Path | None
    project: Project | None = None
    kept: tuple[str, ...] = ()
    templates: Path | None = None

    @property
    def no_inline(self) -> tuple[str, ...]:
        """The packages that stay imports."""
        configured = self.project.no_inline if self.project else ()
        return tuple(dict.fromkeys((*configured, *self.kept)))

    @property
    def template_dir(self) -> Path | None:
        """The folder of templates that override ffc's."""
        if self.templates is not None or self.project is None:
            return self.templates
        return self.project.template_dir

    @property
    def usual(self) -> Path | None:
        """Where the driver goes if the call does not say."""
        if self.path is None:
            return None
        return usual_output(self.path, self.project)

    @property
    def is_elsewhere(self) -> bool:
        """Whether the call puts the driver where it would not go by itself."""
        if self.output is None or self.usual is None:
            return False
        return os.path.abspath(self.output) != os.path.abspath(self.usual)

    @property
    def head(self) -> tuple[str, str]:
        """Of what the driver is made, and the command for that, seen from the driver's folder."""
        output = self.output or self.usual
        if self.path is None or output is None:
            return "", ""
        source = _relative(self.path, output.parent)
        templates = _relative(self.templates, output.parent) if self.templates else ""
        return printable(source), self._command(source, output.name, templates)

    @property
    def command(self) -> str:
        """The command for the driver, seen from the current folder."""
        return self._command(self.name, str(self.output), str(self.templates or ""))

    def _command(self, source: str, output: str, templates: str) -> str:
        words = ["ffc", "compile", word(source)]
        if self.is_elsewhere:
            words += ["-o", word(output)]
        configured = self.project.no_inline if self.project else ()
        for package in self.no_inline[len(configured) :]:
            words += ["--no-inline", word(package)]
        if templates and not self._has_usual_templates():
            words += ["--template-dir", word(templates)]
        return " ".join(words)

    def _has_usual_templates(self) -> bool:
        configured = self.project.template_dir if self.project else None
        if configured is None or self.templates is None:
            return False
        return os.path.abspath(self.templates) == str(configured)

    @property
    def target(self) -> Target:
        """The same for the compiler."""
        from ..emit import Target

        return Target(*self.head)


def usual_output(source: Path, project: Project | None) -> Path:
    """`app_driver.py` beside `app.py`, or where the project has it."""
    if project is None or project.output == DEFAULT_OUTPUT:
        return source.with_name(f"{source.stem}_driver.py")
    inside = project.output_of(Path(os.path.abspath(source)))
    return inside if source.is_absolute() else Path(os.path.relpath(inside))


def _relative(path: Path, folder: Path) -> str:
    if path.parent == folder:
        return path.name
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        return path.name

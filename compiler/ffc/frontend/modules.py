"""Finds the app's own modules where Python would, without importing anything.

app.py              import lab.units       lab/units.py beside the app: a module of the app
lab/__init__.py     import numpy           nothing beside the app is called so: somebody else's
lab/units.py
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from ..diagnostics import Sink
from ..files import ABSENT, FILE, FOLDER, Files
from ..seen import Seen
from ..source import SourceFile
from .parse import ParsedModule, parse
from .read import read

# Python has these before it looks into any folder, on every machine.
BUILT_IN = frozenset(
    "abc atexit builtins codecs encodings errno faulthandler gc genericpath importlib io itertools "
    "marshal ntpath os posixpath runpy site stat sys time zipimport".split()
)


@dataclass(frozen=True)
class Found:
    """A module of the app. A folder that has no `__init__.py` has no `path`."""

    name: str
    folder: Path
    path: Path | None
    is_package: bool


@dataclass(frozen=True)
class Modules:
    """Where the modules of one app are looked for.

    `app` is the folder of the app, which messages call `shown`; `folder` is where absolute imports
    begin. An app that imports relatively is a module of `package`. The packages that are `kept`
    stay imports. All is looked for and read in `files`.
    """

    app: Path
    folder: Path
    shown: str
    package: str = ""
    kept: tuple[str, ...] = ()
    files: Files = field(default_factory=Seen, compare=False, repr=False)

    def keeps(self, name: str) -> bool:
        """Whether the module called `name` stays an import."""
        return any(name == one or name.startswith(f"{one}.") for one in self.kept)

    def find(self, name: str) -> Found | None:
        """The module with that dotted name; None for one that is not the app's."""
        folder, found = self.folder, None
        for index, part in enumerate(name.split(".")):
            if index == 0 and part in BUILT_IN:
                return None
            found = self._inside(folder, part, ".".join(name.split(".")[: index + 1]))
            if found is None or (index == 0 and found.path is None and _is_standard(part)):
                return None
            folder = found.folder / part
        return found

    def read(self, found: Found, sink: Sink) -> ParsedModule | None:
        """The syntax tree of a module; what is wrong with it is reported, and None."""
        assert found.path is not None
        source = read(self._shown(found.path), found.path, b"", sink, self.files)
        return None if source is None else parse(source, sink)

    def siblings(self, name: str) -> tuple[str, ...]:
        """The modules that lie where the one called `name` was looked for."""
        owner, _, _ = name.rpartition(".")
        package = self.find(owner) if owner else None
        if owner and package is None:
            return ()
        folder = self.folder if package is None else package.folder / owner.rpartition(".")[2]
        stems = (one.removesuffix(".py") for one in sorted(self.files.listed(folder)))
        inside = (stem for stem in stems if stem.isidentifier() and stem != "__init__")
        return tuple(f"{owner}.{stem}" if owner else stem for stem in inside)

    def beside_app(self, path: Path) -> str:
        """The path of a file as seen from the folder of the app."""
        return Path(os.path.relpath(path, self.app)).as_posix()

    def _shown(self, path: Path) -> str:
        return os.path.normpath(os.path.join(self.shown, self.beside_app(path)))

    def _inside(self, folder: Path, part: str, name: str) -> Found | None:
        package, file = folder / part, folder / f"{part}.py"
        is_folder = self.files.kind(package) == FOLDER
        init = package / "__init__.py"
        if is_folder and self.files.kind(init) != ABSENT:
            return Found(name, folder, init, is_package=True)
        if self.files.kind(file) == FILE:
            return Found(name, folder, file, is_package=False)
        return Found(name, folder, None, is_package=True) if is_folder else None


def _is_standard(name: str) -> bool:
    import stdlibs  # not for every app

    return name in stdlibs.module_names


def modules_of(
    source: SourceFile, kept: tuple[str, ...] = (), files: Files | None = None
) -> Modules:
    """Where the modules of an app are: beside it, or in the current folder for standard input.

    An app in a package that imports from this package is what `python -m package.app` runs.
    """
    files = files or Seen()
    if source.path is None:
        here = Path.cwd()
        return Modules(here, here, "", kept=kept, files=files)
    app = Path(os.path.realpath(source.path)).parent
    shown = os.path.dirname(source.name)
    folder, package = _package(app, files)
    top = re.escape(package.partition(".")[0])
    if package and re.search(rf"^\s*(from|import)\s*(\.|{top}\b)", source.text, re.MULTILINE):
        return Modules(app, folder, shown, package, kept, files)
    return Modules(app, app, shown, kept=kept, files=files)


def _package(folder: Path, files: Files) -> tuple[Path, str]:
    """The folder in which the package lies that `folder` is, and the dotted name of that."""
    names: list[str] = []
    while files.kind(folder / "__init__.py") == FILE:
        names.insert(0, folder.name)
        folder = folder.parent
    return folder, ".".join(names)

"""The files of a git revision, read without a checkout."""

from __future__ import annotations

import errno
import os
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from ..files import ABSENT, FILE, FOLDER, OTHER

_LINK, _MODULE = "120000", "160000"
_MOST_LINKS = 20


class NoRevision(Exception):
    """There is no such revision, no repository or no git; the message says which."""


@dataclass(frozen=True)
class Revision:
    """Revision `commit`, called `name`, of the repository at `top`."""

    top: Path
    commit: str
    name: str

    def kind(self, path: Path) -> str:
        found = self._found(path)
        if found in self._folders:
            return FOLDER
        if found not in self._entries:
            return ABSENT
        return OTHER if self._entries[found][0] in (_LINK, _MODULE) else FILE

    def listed(self, folder: Path) -> frozenset[str]:
        return self._folders.get(self._found(folder), frozenset())

    def read(self, path: Path) -> bytes:
        if self.kind(path) != FILE:
            what = errno.EISDIR if self.kind(path) == FOLDER else errno.ENOENT
            raise OSError(what, f"{os.strerror(what)} in {self.name}")
        return self._blob(self._entries[self._found(path)][1])

    def _blob(self, sha: str) -> bytes:
        done = _git(self.top, "cat-file", "blob", sha)
        if done.returncode:
            raise OSError(errno.EIO, f"git cannot read it from {self.name}")
        return done.stdout

    def _found(self, path: Path) -> str:
        """The path from the top of the repository on, behind links; empty for the top itself."""
        try:
            inside = Path(os.path.abspath(path)).relative_to(self.top)
        except ValueError:
            return "../"  # outside: no such file
        parts, links = [*inside.parts], 0
        done: list[str] = []
        while parts:
            done.append(parts.pop(0))
            mode, sha = self._entries.get("/".join(done), ("", ""))
            if mode != _LINK:
                continue
            links += 1
            target = os.fsdecode(self._blob(sha))
            joined = os.path.normpath(PurePosixPath(*done[:-1], target))
            if links > _MOST_LINKS or joined.startswith(("..", "/")):
                return "../"
            done, parts = [], [*PurePosixPath(joined).parts, *parts]
        return "/".join(done)

    @cached_property
    def _entries(self) -> dict[str, tuple[str, str]]:
        """The mode and the hash of each file."""
        done = _git(self.top, "ls-tree", "-r", "-z", "--full-tree", self.commit)
        found = {}
        for row in done.stdout.split(b"\0"):
            about, _, path = row.partition(b"\t")
            if path:
                mode, _, sha = about.decode().split()
                found[os.fsdecode(path)] = (mode, sha)
        return found

    @cached_property
    def _folders(self) -> dict[str, frozenset[str]]:
        """What lies in each folder."""
        found: dict[str, set[str]] = {"": set()}
        for path in self._entries:
            while path:
                folder, _, name = path.rpartition("/")
                inside = found.setdefault(folder, set())
                if name in inside:
                    break
                inside.add(name)
                path = folder
        return {folder: frozenset(names) for folder, names in found.items()}


def revision(name: str, folder: Path) -> Revision:
    """The revision called `name` of the repository around a folder. Raises `NoRevision`."""
    top = _git(folder, "rev-parse", "--show-toplevel")
    if top.returncode:
        said = top.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        if said and "not a git repository" not in said:
            raise NoRevision(f"git cannot be asked: {said}")  # a repository of somebody else's
        raise NoRevision(f"no git repository is around {folder}: there is nothing to compare with")
    found = _git(folder, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    if found.returncode or name.startswith("-"):
        said = "there is no commit yet" if name == "HEAD" else f"git knows no revision {name!r}"
        raise NoRevision(f"{said} in {_shown(top.stdout)}")
    path = Path(os.path.realpath(_shown(top.stdout)))
    return Revision(path, found.stdout.decode().strip(), name)


def _shown(line: bytes) -> str:
    return os.fsdecode(line).rstrip("\n")


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Asks git. Raises `NoRevision` if there is none."""
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *arguments],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            env=environment,
            check=False,
        )
    except FileNotFoundError as error:
        raise NoRevision("git is not installed: there is nothing to compare with") from error
    except ValueError as error:  # a NUL in an argument
        raise NoRevision(str(error)) from error

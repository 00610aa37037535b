"""What becomes of an app: it is compiled, its driver is run, and both must print the same."""

from __future__ import annotations

import enum
import json
import re
import tempfile
import traceback
import warnings
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final
from unittest.mock import patch

from ffc.compile import compile_source
from ffc.diagnostics import Sink
from ffc.diagnostics.model import Severity
from ffc.emit import Target
from ffc.emit import driver as emit_driver
from ffc.source import SourceFile

from .process import TooLong, at_most
from .runner import Ran, Runner
from .runs import Simulation, unlike, wiring_of
from .undefined import undefined

_COMPILING: Final = 20  # seconds
_SET_STORAGE: Final = re.compile(r"^ *\w+\.set_storage\(storage\)\n", re.MULTILINE)

_SAME_NAME: Final = (
    "could not tell their results apart"  # FFC651, where only the driver knows names
)

# Codes with which ffc may refuse a legal app, with the reason: what it cannot stage yet.
MAY_REFUSE: Final = {
    "FFC201": "operators on a name that holds a node on some of the driver's paths",
    "FFC202": "the text of a name that holds a node on some of the driver's paths",
    "FFC203": "the truth of such a name",
    "FFC204": "containers of the driver are followed through some methods and builtins alone",
    "FFC205": "names and options given in a block to nodes from outside; orders that cannot be",
    "FFC211": "leaves that may be no node, by what the driver decides",
    "FFC213": "default names that only the driver counts, and nodes found in its blocks",
    "FFC218": "recursion that only the driver ends",
    "FFC219": "a node or a list of nodes, by what the driver decides",
    "FFC221": "lists changed behind nodes that got them, in branches that the app does not take",
    "FFC230": "blocks with effects that cannot move behind those of others",
    "FFC236": "nodes of blocks of the driver that run in several workflows",
    "FFC237": "variables of the module that tasks read and the app binds again between runs",
    "FFC651": "nodes of one name whose results are stored",
}


class Kind(enum.Enum):
    RIGHT = "right"
    REFUSED = "refused"
    CRASHED = "crashed the compiler"
    FAILED = "failed"
    DIFFERS = "printed something else"
    WIRED = "wired otherwise"
    MORE = "ran more than the app"
    AGAIN = "ran again what is stored"


@dataclass(frozen=True)
class Verdict:
    """`title` is what verdicts of one cause have in common, `details` are for this one.

    `codes` are those of the errors for which an app was refused.
    """

    kind: Kind
    title: str = ""
    details: str = ""
    driver: str = ""
    codes: tuple[str, ...] = ()

    @property
    def is_failure(self) -> bool:
        """Whether this is a bug: a refusal is one, but with codes that say it may be."""
        if self.kind is Kind.REFUSED:
            return any(code not in MAY_REFUSE for code in self.codes)
        return self.kind is not Kind.RIGHT


class Mode(enum.Enum):
    """How far the judge goes: the app runs here, is compiled, its driver runs here, or on Ray."""

    LOCAL = "local"
    COMPILE = "compile"
    SIMULATE = "simulate"
    RAY = "ray"


class Judge:
    """Judges apps one after another."""

    def __init__(self, mode: Mode, cluster: str = "") -> None:
        self._mode = mode
        self._simulation = Simulation() if mode is Mode.SIMULATE else None
        self._runner = Runner(cluster) if mode is Mode.RAY else None

    def verdict(self, app: str, printed: str) -> Verdict:
        """The verdict on a legal app that prints `printed`."""
        if self._mode is Mode.LOCAL:
            return Verdict(Kind.RIGHT)
        if self._runner is not None:
            return self._twice(app, printed, self._runner)
        if self._simulation is None:
            return judge(app, printed, None)
        app = _SET_STORAGE.sub("", app)  # of which the stand-in for Ray knows nothing
        with patch.object(emit_driver, "format_driver", unformatted):
            verdict = judge(app, printed, self._simulation.run)
        if verdict.kind is Kind.RIGHT and verdict.driver:
            missing, added = unlike(wiring_of(app), self._simulation.wired)
            if missing or added:
                lines = [f"- {one}" for one in sorted(missing.elements())]
                lines += [f"+ {one}" for one in sorted(added.elements())]
                kind = Kind.WIRED if missing else Kind.MORE
                return replace(verdict, kind=kind, details="\n".join(lines))
        return verdict

    def _twice(self, app: str, printed: str, runner: Runner) -> Verdict:
        """The verdict on the driver, and on its second run if it stores results."""
        with tempfile.TemporaryDirectory() as stored:
            run = partial(runner.run, stored=stored)
            verdict = judge(app, printed, run)
            if verdict.kind is not Kind.RIGHT or not _SET_STORAGE.search(app):
                return verdict
            return judge_again(verdict, printed, run, Path(stored))

    def close(self) -> None:
        if self._runner is not None:
            self._runner.close()


def unformatted(text: str) -> str:
    """In place of black, which takes half of the time."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        compile(text, "app_driver.py", "exec", dont_inherit=True)
    return text


def judge(app: str, printed: str, run: Callable[[str], Ran] | None) -> Verdict:
    """The same, with a way to run drivers; without one, the driver is not run."""
    sink = Sink()
    try:
        with at_most(_COMPILING):
            target = Target("app.py", "ffc compile app.py")
            compiled = compile_source(SourceFile("app.py", None, app), target, sink)
    except (Exception, TooLong) as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        title = _cause(f"{type(error).__name__} in {place.name}: {error}")
        return Verdict(Kind.CRASHED, title, traceback.format_exc())
    if compiled is None:
        return _refusal(app, sink)
    unknown = [name for name in undefined(compiled.driver) if name not in undefined(app)]
    if unknown:
        names = ", ".join(unknown)
        return Verdict(Kind.FAILED, "names that nothing binds", names, compiled.driver)
    if run is None:
        return Verdict(Kind.RIGHT, driver=compiled.driver)
    return _ran(compiled.driver, printed, run)


def _ran(driver: str, printed: str, run: Callable[[str], Ran]) -> Verdict:
    ran = run(driver)
    if ran.error:
        title = _cause(ran.error.strip().splitlines()[-1])
        if _SAME_NAME in ran.error:
            return Verdict(Kind.REFUSED, title, ran.error, driver, ("FFC651",))
        return Verdict(Kind.FAILED, title, ran.error, driver)
    if ran.stdout != printed:
        details = f"expected:\n{printed}\ngot:\n{ran.stdout}"
        return Verdict(Kind.DIFFERS, "", details, driver)
    return Verdict(Kind.RIGHT, driver=driver)


def judge_again(verdict: Verdict, printed: str, run: Callable[[str], Ran], stored: Path) -> Verdict:
    """The verdict on a second run: it prints the same, and nothing is stored anew."""
    before = _results(stored)
    wanted = [json.loads(path.read_text()) for path in stored.glob("*/.wanted")]
    if not wanted or len(before) < sum(map(len, wanted)):
        return replace(verdict, kind=Kind.FAILED, title="results that are not stored")
    again = _ran(verdict.driver, printed, run)
    if again.kind is not Kind.RIGHT:
        return replace(again, title=f"the second run: {again.title}")
    anew = [name for name, file in _results(stored).items() if before.get(name) != file]
    if anew:
        return replace(again, kind=Kind.AGAIN, details="\n".join(sorted(anew)))
    return again


def _results(stored: Path) -> dict[str, tuple[int, int]]:
    """The files of results: what is run is saved, each time as another file."""
    files = [path for path in stored.glob("*/*") if path.name != ".wanted"]
    return {
        str(file.relative_to(stored)): (file.stat().st_ino, file.stat().st_mtime_ns)
        for file in files
    }


def _cause(message: str) -> str:
    """A message without the names and numbers of its case."""
    return re.sub(r"`[^`]*`|'[^']*'|\"[^\"]*\"|\b\d+\b", "…", message)


def _refusal(app: str, sink: Sink) -> Verdict:
    errors = [d for d in sink.diagnostics if d.severity is Severity.ERROR]
    lines = app.splitlines()
    shown = "\n".join(
        f"{d.span.region.line}: {d.code} {d.message}\n    {lines[d.span.region.line - 1].strip()}"
        for d in errors
    )
    codes = tuple(d.code for d in errors)
    return Verdict(
        Kind.REFUSED, f"{errors[0].code} {_cause(errors[0].message)}", shown, codes=codes
    )

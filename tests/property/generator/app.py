"""A whole random app: its parts, and how they are put together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from random import Random
from typing import Final

from ..constructs import ARGUMENTS, FAMILIES, STATEMENTS
from ..constructs.workflows import all_results, run
from ..judging.process import TooLong
from ..judging.strict import Illegal, run_legal
from . import tasks
from .draft import Draft, bound_by
from .wiring import Wiring, indented

FRONT_ENDS: Final = (
    "from ffc import RayWorkflow, task",
    "from ffc import RayWorkflow, workflow as task",
    "from ffc import LocalWorkflow, RayWorkflow, task",
    "from functionfuse import workflow as task\n"
    "from functionfuse.backends.builtin.rayback import RayWorkflow",
)
_ALWAYS: Final = ("nodes", "workflows")
_STORAGE: Final = """
storage = storage_factory(
    {"kind": "file", "options": {"url": os.environ.get("FFC_STORED", "memory://stored")}}
)
"""


@dataclass(frozen=True)
class App:
    """A legal app, what it prints, and how often it uses each construct.

    `attempts` counts the apps that were written before it and turned out not to be legal, and
    `rejected` holds the statements that were tried and left out, each with the reason.
    """

    seed: int
    source: str
    printed: str
    used: Counter[str]
    attempts: int = 0
    rejected: tuple[tuple[str, str], ...] = field(default=(), repr=False)


def generate(seed: int, families: Collection[str] = FAMILIES) -> App:
    """The app of a seed, with constructs of the given families alone."""
    rng = Random(seed)
    for attempts in range(50):
        draft = _draft(rng, families)
        source = _assembled(draft)
        try:
            printed = run_legal(source)
        except (Exception, Illegal, TooLong) as error:
            _remember(seed, source, error)
            continue
        rejected = tuple(draft.live.rejected)
        return App(seed, source, printed, draft.used, attempts, rejected)
    raise RuntimeError(f"nothing legal comes of the seed {seed}")


def _remember(seed: int, source: str, error: BaseException) -> None:
    """A place for a breakpoint: the app works part by part, but not as a whole."""


def _draft(rng: Random, families: Collection[str]) -> Draft:
    """The parts of an app. Each has a few families of constructs, and uses these a lot."""
    optional = [name for name in FAMILIES if name in families and name not in _ALWAYS]
    chosen = rng.sample(optional, min(len(optional), rng.randint(2, 6)))
    weights = {name: rng.choice((1, 2, 4)) for name in (*_ALWAYS, *chosen)}
    front_end = rng.choice(FRONT_ENDS)
    draft = Draft(
        rng,
        [replace(one, weight=one.weight * w) for f, w in weights.items() for one in STATEMENTS[f]],
        [one for name in weights for one in ARGUMENTS.get(name, ())],
        has_local="LocalWorkflow" in front_end,
        has_storage=rng.randrange(3) == 0,
    )
    draft.load(front_end)
    draft.load("import functools")
    if draft.has_storage:
        draft.load("import os")
        module = "functionfuse.storage" if "functionfuse" in front_end else "ffc"
        draft.load(f"from {module} import storage_factory")
        draft.define(_STORAGE.strip())
    for source in (tasks.BASE, *tasks.SOURCES.values()):
        draft.define(source.strip())
    for _ in range(rng.randint(1, 3)):
        for _ in range(rng.randint(2, 8)):
            _statement(draft, Wiring.statement)
        _statement(draft, run)
    _statement(draft, all_results)
    return draft


def _statement(draft: Draft, write: Callable[[Wiring], object]) -> None:
    """One more statement, if it works."""
    wiring = Wiring(draft, draft.live.values(), dict(draft.functions), kept=draft.defined)
    write(wiring)
    if draft.live.attempt("\n".join(wiring.lines)):
        draft.lines += wiring.lines
        draft.functions = wiring.functions
        draft.node_names += wiring.node_names
        draft.used += wiring.used


def _assembled(draft: Draft) -> str:
    """The text of an app: imports, what of the definitions it uses, and the wiring."""
    body = "\n".join(draft.lines)
    if draft.rng.randrange(2):
        inner = "\n".join(indented(draft.lines))
        body = f"def main():\n{inner}\n\n\nif __name__ == '__main__':\n    main()"
    kept: list[str] = []
    for source in reversed(draft.definitions):
        if bound_by(source) & _names("\n".join([*kept, body])):
            kept.insert(0, source)
    text = "\n\n\n".join([*kept, body])
    imports = [one for one in draft.imports if _imported(one) & _names(text)]
    return "\n\n\n".join(['"""A random app."""\n\n' + "\n".join(imports), text]) + "\n"


def _names(source: str) -> set[str]:
    return set(re.findall(r"[^\W\d]\w*", source))


def _imported(statement: str) -> set[str]:
    return set(re.findall(r"\w+", statement)) - {"import", "from", "as"}

"""What changed, as a reviewer thinks of it."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class What(enum.Enum):
    """What became of a node, or of a workflow."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"


class Kind(enum.Enum):
    """What of a node or workflow is another."""

    NAME = "name"
    FUNCTION = "function"
    INPUT = "input"
    ARGUMENT = "argument"
    COMPUTED = "computed"
    PARAMETER = "parameter"
    OPTION = "option"
    PLUGIN = "plugin"
    SEED = "seed"
    LOOP = "loop"
    STORAGE = "storage"
    RESULT = "result"
    SETTING = "setting"


@dataclass(frozen=True)
class Detail:
    """One thing that is another: `subject` says which, None stands for what is not there."""

    kind: Kind
    subject: str
    old: str | None
    new: str | None


@dataclass(frozen=True)
class Change:
    """What became of nodes that changed alike; `names` are theirs, of old and new.

    `label` is what they are called together, `call` the call that makes them.
    """

    what: What
    label: str
    names: tuple[tuple[str | None, str | None], ...]
    call: str
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True)
class Code:
    """The code of a function changed: which of the names that it leads to, for which nodes."""

    function: str
    changed: tuple[str, ...]
    nodes: tuple[str, ...]


@dataclass(frozen=True)
class Stale:
    """Stored results that the next run does not take: of which nodes, and why.

    If that is not `sure`, it depends on what the app computes when it runs.
    """

    reason: str
    nodes: tuple[str, ...]
    sure: bool = True


@dataclass(frozen=True)
class Results:
    """The stored results of a workflow: `fresh` are as good as before, `new` not there yet.

    Of those that are `orphaned`, no node asks any more. `moved` says that all are looked for in
    another place, so that those of as many nodes as `lost` says are not found.
    """

    fresh: int
    stale: tuple[Stale, ...]
    new: tuple[str, ...]
    orphaned: tuple[str, ...]
    moved: str = ""
    lost: int = 0

    @property
    def is_lost(self) -> bool:
        """Whether there were results that nobody finds any more."""
        return bool(self.moved and self.lost)

    @property
    def count(self) -> int:
        """How many go stale for sure."""
        return sum(len(one.nodes) for one in self.stale if one.sure)

    @property
    def unsure(self) -> int:
        """How many may go stale."""
        return sum(len(one.nodes) for one in self.stale if not one.sure)


@dataclass(frozen=True)
class FlowReview:
    """What changed in a workflow. `results` is None for one that stores none."""

    what: What
    title: str
    details: tuple[Detail, ...]
    changes: tuple[Change, ...]
    code: tuple[Code, ...]
    results: Results | None

    @property
    def is_empty(self) -> bool:
        stale = self.results is not None and self.results.stale
        return self.what is What.CHANGED and not (
            self.details or self.changes or self.code or stale
        )


@dataclass(frozen=True)
class Review:
    """What changed in an app, from the version called `old` to the one called `new`.

    The source itself may be new or gone: `what`.
    """

    source: str
    old: str
    new: str
    what: What
    flows: tuple[FlowReview, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the graphs are the same, and results stay fresh."""
        return self.what is What.CHANGED and all(one.is_empty for one in self.flows)

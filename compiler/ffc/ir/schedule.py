"""What a run submits: the part of a program that the passes work out."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from .fragment import Fragment
from .node import Argument
from .option import Option
from .setup import Setups

Queries = tuple[tuple[Fragment, tuple[Option, ...]], ...]  # patterns, and what they give


class Returning(enum.Enum):
    """How the items of a node's result get to those who use them."""

    WHOLE = "one ref, nobody takes items"
    NATIVE = "the function returns a tuple, whose items are Ray returns"
    PICKED = "a wrapper of the function returns the items that are used"
    ITEM_TASKS = "small tasks pick the items out of the one ref"


@dataclass(frozen=True)
class Returns:
    """`keys` are what the refs hold: items by their key, None for the whole.

    For `NATIVE` there is one for each item, used or not.
    """

    how: Returning = Returning.WHOLE
    keys: tuple[str | None, ...] = (None,)


@dataclass(frozen=True)
class Submission:
    """A node as one run submits it. `after` is the statement behind which it stands at least.

    `queries` are patterns with the options that it gets if they match its name. `setups` come
    before it in its process.
    """

    node: int
    arguments: tuple[Argument, ...]
    name: Fragment | None
    options: tuple[Option, ...]
    after: int
    returns: Returns = Returns()
    queries: Queries = ()
    setups: Setups = ()


@dataclass(frozen=True)
class Schedule:
    """One run: the `statement` that runs it, its submissions, and what it must wait for.

    `waits` are the nodes whose results nobody takes: their errors would be lost else. `names` are
    those of the nodes, where they are known; at most `limit` tasks are in flight. `stored` is the
    variable that makes the nodes of a workflow with a storage, and runs those whose results are not
    there.
    """

    run: int
    flow: int
    statement: int
    submissions: tuple[Submission, ...]
    waits: tuple[int, ...]
    names: tuple[str | None, ...]
    limit: Fragment | None = None
    stored: Fragment | None = None

    @cached_property
    def by_node(self) -> Mapping[int, Submission]:
        return {submission.node: submission for submission in self.submissions}

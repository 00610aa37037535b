"""Runs nodes and saves their results, while others are still running."""

from __future__ import annotations

from collections import deque
from typing import Any

import ray
from ray.experimental import get_object_locations

from .file_names import alike
from .reasons import words
from .storage import Storage, StorageProblem, say


class Running:
    """At most `limit` nodes of a workflow run at once, and savers behind them."""

    SAVERS = 4  # each is a worker process: more than one for large results alone
    TOGETHER = 200  # results that one saves, if they come within a tenth of a second
    MOST = 64_000_000  # bytes that one saver gets at once

    def __init__(
        self, storage: Storage, workflow: str, nodes: list[Any], limit: int
    ) -> None:
        self.storage, self.workflow, self.limit = storage, workflow, limit
        self.running: dict[Any, Any] = {}  # node, by its ref
        self.done: deque[Any] = deque()
        self.savers: dict[Any, list[Any]] = {}  # nodes, by the ref of what saves them
        self.failed: dict[Any, Exception] = {}
        self.unsaved: dict[str, list[str]] = {}  # names of nodes, by what went wrong
        self.most = self.MOST
        self.apart = alike(node.name for node in nodes)

    def run(self, nodes: list[Any]) -> None:
        """Raises the first error, in the order of the nodes, when all is over."""
        waiting = deque(nodes)
        while waiting or self.running or self.done or self.savers:
            while waiting and len(self.running) < self.limit:
                node = waiting.popleft()
                node.submit()
                self.running[node.refs[0]] = node
            self.collect(is_full=bool(waiting))
            while self.done and self.may_save():
                self.save()
        self.report([node for node in nodes if node in self.failed])

    def report(self, failed: list[Any]) -> None:
        problems = [
            f"{self.workflow}: not saved: {some(names)}: {problem}"
            for problem, names in self.unsaved.items()
        ]
        if failed:
            names = [node.name for node in failed]
            problems.append(f"{self.workflow}: failed, or not run: {some(names)}")
        if problems:
            problems.append(
                "When that is mended, start again: what is saved in "
                f"{self.storage.store.path} does not run again."
            )
        if not failed and problems:
            raise StorageProblem("\n".join(problems))
        for problem in problems:
            say(problem)
        for node in failed[:1]:
            raise self.failed[node]

    def collect(self, is_full: bool) -> None:
        """Waits for something to be over, and takes all that is.

        To look at many refs is work: while something is saved, that is done rarely.
        """
        refs = [*self.savers, *self.running]
        if self.savers and not is_full:
            ray.wait([*self.savers], timeout=1, fetch_local=False)
        else:
            ray.wait(refs, fetch_local=False)
            count = min(self.TOGETHER, len(refs))
            ray.wait(refs, num_returns=count, timeout=0.1, fetch_local=False)
        over, _ = ray.wait(refs, num_returns=len(refs), timeout=0, fetch_local=False)
        for ref in over:
            if ref in self.savers:
                self.saved(self.savers.pop(ref), ref)
        self.done += self.whole(
            [self.running.pop(r) for r in over if r in self.running]
        )

    def whole(self, nodes: list[Any]) -> list[Any]:
        """Those whose results are to be saved; notes the errors of the others."""
        places = get_object_locations([node.refs[0] for node in nodes])
        # Errors are small, and what is small is here.
        small = [node for node in nodes if not places[node.refs[0]]["node_ids"]]
        try:
            ray.get([node.refs[0] for node in small])
        except Exception:
            self.note_errors(small)
        for node in nodes:
            node.size = places[node.refs[0]]["object_size"] or 0
        return [n for n in nodes if n.is_stored and n not in self.failed]

    def note_errors(self, nodes: list[Any]) -> None:
        for node in nodes:
            try:
                ray.get(node.refs[0])
            except Exception as error:
                self.failed[node] = error

    def may_save(self) -> bool:
        size = sum(node.size for node in self.done)
        room = min(self.SAVERS, 1 + int(size // self.MOST))
        return len(self.savers) < room

    def save(self) -> None:
        nodes = [self.done.popleft()]
        size = nodes[0].size
        while self.done and size + self.done[0].size < self.most:
            nodes.append(self.done.popleft())
            size += nodes[-1].size
        self.savers[self.storage.save(self.workflow, nodes, self.apart)] = nodes

    def saved(self, nodes: list[Any], saver: Any) -> None:
        try:
            problems = ray.get(saver)
        except Exception as error:
            if len(nodes) > 1:  # one of them is at fault: from now on, each by itself
                self.most = 0
                self.done.extendleft(reversed(nodes))
                return
            cause = getattr(error, "cause", None) or error
            problems = [words(cause).partition("\n")[0]]
        for node, problem in zip(nodes, problems, strict=True):
            if problem is not None:
                self.unsaved.setdefault(problem, []).append(node.name)


def some(names: list[str]) -> str:
    """The first of the names, and how many more there are."""
    more = [f"and {len(names) - 5} more"] if len(names) > 5 else []
    return ", ".join([*names[:5], *more])

"""Runs nodes and saves their results, while others are still running."""

from __future__ import annotations

import sys
from collections import deque
from typing import Any

import ray
from ray.experimental import get_object_locations

from .features import UNSTORED
from .file_names import alike
from .results import words
from .storage import Storage, StorageProblem


class Running:
    """At most `limit` nodes of a workflow run at once, and savers behind them."""

    SAVERS = 4  # each is a worker process: more than one for large results alone
    TOGETHER = 200  # results that one saves, if they come within a tenth of a second
    MOST = 64_000_000  # bytes that one saver gets at once

    def __init__(
        self, storage: Storage, workflow: str, nodes: list[Any], limit: int
    ) -> None:
        self.storage, self.workflow, self.limit = storage, workflow, limit
        self.apart = alike(node.name for node in nodes)
        self.running: dict[Any, Any] = {}  # node, by its ref
        self.done: deque[Any] = deque()  # nodes whose results are to be saved
        self.savers: dict[Any, list[Any]] = {}  # nodes, by the ref of what saves them
        self.failed: dict[Any, Exception] = {}
        self.most = self.MOST
        self.unsaved: dict[str, list[str]] = {}  # names of nodes, by what went wrong

    def run(self, nodes: list[Any]) -> None:
        """Raises the first error, in the order of the nodes, when all is over."""
        waiting = deque(nodes)
        while waiting or self.running or self.done or self.savers:
            while waiting and len(self.running) < self.limit:
                node = waiting.popleft()
                node.submit()
                self.running[node.ref] = node
            over = self.over(is_full=bool(waiting))
            for ref in over:
                if ref in self.savers:
                    self.saved(self.savers.pop(ref), ref)
            self.finished([self.running.pop(r) for r in over if r in self.running])
            while self.done and len(self.savers) < self.SAVERS:
                size = sum(node.size for node in self.done)
                if len(self.savers) > size // self.MOST:
                    break
                self.save()
        self.report([node for node in nodes if node in self.failed])

    def over(self, is_full: bool) -> list[Any]:
        """Waits for something to be over, and gives the refs of all that is.

        To look at many refs is work: while something is saved, that is done rarely.
        """
        refs = [*self.savers, *self.running]
        if self.savers and not is_full:
            ray.wait([*self.savers], timeout=1, fetch_local=False)
        else:
            ray.wait(refs, fetch_local=False)
            count = min(self.TOGETHER, len(refs))
            ray.wait(refs, num_returns=count, timeout=0.1, fetch_local=False)
        return ray.wait(refs, num_returns=len(refs), timeout=0, fetch_local=False)[0]

    def finished(self, nodes: list[Any]) -> None:
        """Takes the results that are to be saved, and notes the errors of others."""
        places = get_object_locations([node.ref for node in nodes])
        for node in nodes:
            place = places[node.ref]
            node.size = place["object_size"] or 0
            try:
                if not place["node_ids"]:  # it is small, and here: so are errors
                    ray.get(node.ref)
            except Exception as error:
                self.failed[node] = error
                continue
            if UNSTORED and not node.is_stored:
                continue
            self.done.append(node)

    def save(self) -> None:
        """Begins to save what is done, as much as one saver gets."""
        nodes = [self.done.popleft()]
        size = nodes[0].size
        while self.done and size + self.done[0].size < self.most:
            nodes.append(self.done.popleft())
            size += nodes[-1].size
        records = [(node.record, len(node.refs)) for node in nodes]
        refs = [ref for node in nodes for ref in node.refs]
        given = self.workflow, self.apart, records
        self.savers[self.storage.submit("save_values", *given, *refs)] = nodes

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

    def report(self, failed: list[Any]) -> None:
        """Says what is missing, and raises the first error of those that `failed`."""
        problems = [
            f"{self.workflow}: not saved: {some(names)}: {problem}"
            for problem, names in self.unsaved.items()
        ]
        if failed:
            names = [node.name for node in failed]
            problems.append(f"{self.workflow}: failed, or not run: {some(names)}")
        if problems:
            text = "\n".join(problems)
            text += (
                "\nWhen that is mended, start again: what is saved in "
                f"{self.storage.store.path} does not run again."
            )
            if not failed:
                raise StorageProblem(text)
            print(text, file=sys.stderr)
            raise self.failed[failed[0]]


def some(names: list[str]) -> str:
    """The first of the names, and how many more there are."""
    more = [f"and {len(names) - 5} more"] if len(names) > 5 else []
    return ", ".join([*names[:5], *more])

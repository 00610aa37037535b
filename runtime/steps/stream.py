"""The driver's side of a step graph: chunks of notes go from actor to actor as refs."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from threading import Thread
from typing import Any, ClassVar

import ray
from ray.experimental import get_object_locations

CHUNK = 12_000_000  # bytes, about as many as a chunk has if nobody says how many notes


class Node:
    """A step or resource of the graph, of which each run makes an actor.

    What comes into a step are outputs of other nodes, one after another.
    """

    def __init__(
        self, name: str, maker: Any, *arguments: Any, **parameters: Any
    ) -> None:
        self.name, self.maker = name, maker
        self.arguments, self.parameters = arguments, parameters
        self.inputs: list[tuple[str, Node]] = []

    def bind(self, *pairs: Any) -> Node:
        bound = copy(self)
        bound.inputs = [*zip(pairs[::2], pairs[1::2], strict=True)]
        return bound


class Stage:
    """A step at work: the chunks that wait for it, its calls under way, its readers."""

    monitor: ClassVar[Any] = None  # what watches the run, if something does

    def __init__(
        self, node: Node, actor: Any, producers: list[Stage], chunk: int | None
    ) -> None:
        self.name, self.actor, self.producers = node.name, actor, producers
        self.inputs = node.inputs
        self.taken = [0 for _ in producers]  # notes that it has worked on, by input
        self.given: dict[str, int] = {}  # notes that it has sent, by output
        self.error: Exception | None = None
        self.sources: set[Stage] = {self}.union(*(stage.sources for stage in producers))
        self.waiting: list[deque[Any]] = [deque() for _ in producers]
        self.turn = 0  # the input whose notes come in now
        self.readers: list[tuple[str, Stage, int]] = []
        self.calls: deque[list[Any]] = deque()
        self.loaded = self.finishing = self.ended = False
        self.facts: Any = None
        self.chunk = chunk
        self.limit = chunk or 1  # notes that a source loads at once
        for turn, (output, _) in enumerate(node.inputs):
            producers[turn].readers.append((output, self, turn))

    def begin(self, is_leaf: bool) -> None:
        facts = self._got(self.facts)
        read = [*dict.fromkeys(output for output, _, _ in self.readers)]
        for output in read:
            if output not in facts["outputs"]:
                raise ValueError(f"{self.name} has no output {output!r}")
        self.outputs = facts["outputs"] if is_leaf else read
        self.ahead = facts["ahead"]  # how many calls may be under way

    def go_on(self) -> None:
        """Call the step for all that there is room for."""
        while len(self.calls) < self.ahead and all(map(self._has_room, self.readers)):
            if not self.call_next():
                return

    def _has_room(self, reading: tuple[str, Stage, int]) -> bool:
        """Whether a reader can take more. What it waits for does not wait for it."""
        _, reader, turn = reading
        if len(reader.waiting[turn]) < reader.ahead or turn <= reader.turn:
            return bool(len(reader.waiting[turn]) < reader.ahead)
        return not self.sources.isdisjoint(reader.producers[reader.turn].sources)

    def call_next(self) -> bool:
        """Call the step for what comes next, if that is there."""
        while self.turn < len(self.waiting):
            if self.waiting[self.turn]:
                chunk, count = self.waiting[self.turn].popleft()
                return self._call(self.actor._take, chunk, taken=(self.turn, count))
            if not self.producers[self.turn].ended:
                return False
            self.turn += 1
        if not self.producers and not self.loaded:
            return self._call(self.actor._load, self.limit)
        if self.calls or self.finishing:
            return False
        self.finishing = True
        return self._call(self.actor._finish)

    def _call(self, method: Any, *arguments: Any, taken: Any = None) -> bool:
        returns = len(self.outputs) + 1
        refs = method.options(num_returns=returns).remote(self.outputs, *arguments)
        refs = refs if returns > 1 else [refs]
        self.calls.append([taken, *refs])
        if Stage.monitor:
            Stage.monitor.called(self, refs[-1])
        return True

    def _got(self, report: Any) -> Any:
        try:
            return ray.get(report)
        except Exception as error:
            self.error = error
            raise

    def arrived(self, ask: Callable[[str, Any], Any]) -> Iterator[tuple[str, Any]]:
        """Hand on what the oldest call gave; yields its outputs and their chunks."""
        taken, *chunks, report = self.calls[0]
        facts = self._got(report)
        self.calls.popleft()
        if taken is not None:
            self.taken[taken[0]] += taken[1]
        counts = facts["counts"]
        self.given = {one: self.given.get(one, 0) + counts[one] for one in counts}
        for output, chunk in zip(self.outputs, chunks, strict=True):
            if counts[output]:
                for read, reader, turn in self.readers:
                    if read == output:
                        reader.waiting[turn].append((chunk, counts[output]))
                yield output, chunk
        self.loaded = self.loaded or not facts.get("more", True)
        if self.chunk is None and not self.producers:
            self.limit = self._suitable(chunks, sum(map(counts.get, self.outputs)))
        self.ended = self.finishing and not self.calls
        if "prompt" in facts:
            self._call(self.actor._answer, ask(self.name, facts["prompt"]))

    def _suitable(self, chunks: list[Any], notes: int) -> int:
        """How many notes of this size make a chunk."""
        if not notes:
            return self.limit
        found = get_object_locations(chunks)
        size = sum(found[chunk]["object_size"] or 0 for chunk in chunks)
        most = min(2000, 8 * self.limit)  # the next ones may be larger
        return max(1, min(most, CHUNK * notes // max(size, 1)))


class Making:
    """Makes the actors of a graph; `order` are the names of all nodes."""

    def __init__(self, order: list[str], chunk: int | None) -> None:
        self.order, self.chunk = order, chunk
        self.stages: dict[Node, Stage] = {}
        self.values: dict[Node, Any] = {}
        self.actors: dict[Node, Any] = {}
        self.keeps = Stage.monitor.keeps if Stage.monitor else ""

    def stage(self, node: Node) -> Stage:
        """The step at work; those that it gets notes from are made before it."""
        if node not in self.stages:
            producers = [self.stage(producer) for _, producer in node.inputs]
            actor = self.actor(node)
            self.stages[node] = Stage(node, actor, producers, self.chunk)
            label = self.label(node)
            self.stages[node].facts = actor._start.remote(label, self.keeps)
        return self.stages[node]

    def actor(self, node: Node) -> Any:
        parameters = {
            name: self.value(given) for name, given in node.parameters.items()
        }
        self.actors[node] = node.maker.remote(*node.arguments, **parameters)
        return self.actors[node]

    def value(self, given: Any) -> Any:
        """Of a resource what it gives."""
        if isinstance(given, Node) and given not in self.values:
            value = self.actor(given)._value
            self.values[given] = value.remote(self.label(given), self.keeps)
        return self.values[given] if isinstance(given, Node) else given

    def label(self, node: Node) -> str:
        return f"{self.order.index(node.name)} {node.name.partition('.')[0]}"


def begun(leaf: Node, order: list[str], chunk: int | None) -> list[Stage]:
    """The steps that `leaf` needs, each behind those that it gets notes from."""
    making = Making(order, chunk)
    last = making.stage(leaf)
    if Stage.monitor:
        Stage.monitor.graph(making)
    for stage in making.stages.values():
        stage.begin(is_leaf=stage is last)
    return [*making.stages.values()]


def passing(stages: list[Stage], ask: Any) -> Iterator[tuple[str, Any]]:
    """Let notes pass; yields the chunks of the last step, each with the output."""
    while not stages[-1].ended:
        for stage in stages:
            stage.go_on()
        if not any(stage.calls for stage in stages):  # they wait for each other
            any(stage.call_next() for stage in stages)
        oldest = {stage.calls[0][-1]: stage for stage in stages if stage.calls}
        ready, _ = ray.wait([*oldest], fetch_local=False)
        found = [*oldest[ready[0]].arrived(ask)]
        yield from found if oldest[ready[0]] is stages[-1] else ()
    if Stage.monitor:
        Stage.monitor.ended()
    for stage in stages:
        stage.actor.__ray_terminate__.remote()  # what they hold is for others now


def run(
    leaf: Node,
    parameters: Mapping[str, Any],
    chunk: int | None = None,
    ask: Any = None,
) -> dict[str, list[Any]]:
    """Run what `leaf` needs, and return its notes by output."""
    stages = begun(leaf, [*parameters], chunk)
    given: dict[str, list[Any]] = {output: [] for output in stages[-1].outputs}
    for output, notes in passing(stages, ask):
        given[output] += ray.get(notes)
    return given


def complete(
    leaf: Node,
    parameters: Mapping[str, Any],
    chunk: int | None = None,
    ask: Any = None,
) -> None:
    """Run what `leaf` needs; its notes stay where they are."""
    for _ in passing(begun(leaf, [*parameters], chunk), ask):
        pass


@ray.remote
def joined(outputs: list[str], *chunks: list[Any]) -> dict[str, list[Any]]:
    """The notes of all chunks by output."""
    given: dict[str, list[Any]] = {}
    for output, notes in zip(outputs, chunks, strict=True):
        given.setdefault(output, []).extend(notes)
    return given


def gather(
    leaf: Node,
    parameters: Mapping[str, Any],
    chunk: int | None = None,
    ask: Any = None,
) -> Any:
    """Run what `leaf` needs, and return a ref of its notes by output."""
    stages = begun(leaf, [*parameters], chunk)
    empty: Any = ray.put([])
    found = [(output, empty) for output in stages[-1].outputs]
    found += passing(stages, ask)
    notes = joined.remote(
        [output for output, _ in found], *(chunk for _, chunk in found)
    )
    if Stage.monitor:
        Stage.monitor.gathered(stages[-1], notes)
    return notes


class Running(Thread):
    """A step graph that runs beside the driver; `result()` waits for its notes."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(daemon=True)
        self.arguments = arguments
        self.given: dict[str, list[Any]] = {}
        self.error: BaseException | None = None
        self.start()

    def run(self) -> None:
        try:
            self.given = run(*self.arguments)
        except BaseException as error:
            self.error = error

    def result(self) -> dict[str, list[Any]]:
        self.join()
        if self.error is not None:
            raise self.error
        return self.given

    get = result


def run_async(leaf: Node, *arguments: Any) -> Running:
    """Run what `leaf` needs beside what comes next."""
    return Running(leaf, *arguments)

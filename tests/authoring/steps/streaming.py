"""Runs a graph like a driver, chunk by chunk: each step works while others do, here in turns."""

from collections import deque
from itertools import count

from ffc.authoring.steps.at_work import at_work


def run(leaf, chunk, answers=()):
    """The notes of `leaf` by output. Steps get up to `chunk` notes at a time."""
    with at_work(""):
        stages = {}
        visit(leaf, stages, iter(answers))
        for turn in count():
            for stage in [*stages.values()][:: 1 if turn % 2 else -1]:
                stage.go_on(chunk)
            if stages[leaf].ended:
                return stages[leaf].given


def visit(bound, stages, answers):
    for _, producer in bound.inputs:
        if producer not in stages:
            visit(producer, stages, answers)
    stages.setdefault(bound, Stage(bound, stages, answers))


class Stage:
    """A step at work. `waiting` are the notes that came by each of its inputs."""

    def __init__(self, bound, stages, answers):
        self.step, self.answers = bound.made.compute({}), answers
        self.waiting = [deque() for _ in bound.inputs]
        self.producers = [stages[producer] for _, producer in bound.inputs]
        self.readers = []
        for turn, (output, _) in enumerate(bound.inputs):
            self.producers[turn].readers.append((output, self.waiting[turn]))
        self.outputs = self.step._start(bound.made.label)["outputs"]
        self.given = {output: [] for output in self.outputs}
        self.loaded, self.ended = False, False

    def go_on(self, chunk):
        """One call of the step, if there is something for it."""
        for waiting, producer in zip(self.waiting, self.producers, strict=True):
            if waiting:
                notes = [waiting.popleft() for _ in range(min(chunk, len(waiting)))]
                return self.send(self.step._take(self.outputs, notes))
            if not producer.ended:
                return None
        if not self.producers and not self.loaded:
            return self.send(self.step._load(self.outputs, chunk))
        if not self.ended:
            self.ended = True
            self.send(self.step._finish(self.outputs))
        return None

    def send(self, returned):
        *lists, facts = returned
        assert facts["counts"] == {
            o: len(some) for o, some in zip(self.outputs, lists, strict=True)
        }
        for output, notes in zip(self.outputs, lists, strict=True):
            self.given[output] += notes
            for read, waiting in self.readers:
                if read == output:
                    waiting.extend(notes)
        self.loaded = not facts.get("more", True)
        if "prompt" in facts:
            self.send(self.step._answer(self.outputs, next(self.answers)))

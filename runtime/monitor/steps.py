"""Watches step graphs, too: what goes in and out of steps, and what they log."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import ray

from .call import ENDED, Call
from .monitor import PATIENCE, Monitor, ended_of
from .room import needed
from .watched import described


class StepMonitor(Monitor):
    """Looks at the stages of each graph, which tell it of their calls.

    What steps log comes as the result of a small call behind each of theirs.
    """

    def __init__(self, options: Any, tasks: Any, stage: Any) -> None:
        super().__init__(options, tasks)
        stage.monitor = self
        self.keeps = "all" if options.events else "text"
        self.graphs: list[dict[Any, Call]] = []  # those at work: calls by their stages
        self.steps: dict[Any, Call] = {}  # by the stage
        self.logs: dict[Any, Call] = {}  # by the ref of what was logged
        self.told: dict[Call, float] = {}  # when figures were written
        self.files, self.seen = 0, self.begun

    def graph(self, making: Any) -> None:
        """Take in the resources and steps of a graph that begins."""
        for node, value in making.values.items():
            call = self.node(making, node, "actor")
            self.by_task[value.task_id().hex()] = call
            self.ask(call, making.actors[node])
            self.pending[value] = call
        stages = {}
        for node, stage in making.stages.items():
            call = stages[stage] = self.steps[stage] = self.node(making, node, "step")
            self.by_task[stage.facts.task_id().hex()] = call
            self.ask(call, stage.actor)
        self.graphs.append(stages)

    def node(self, making: Any, node: Any, kind: str) -> Call:
        """Take in a node, behind those that it needs."""
        call = Call(next(self.numbers), node.name, node.name, self.line(), time.time())
        for name, given in node.parameters.items():
            value = making.values[given] if type(given) is type(node) else given
            call.arguments.append((f"{name}=", self.call_of(value)))
        given = [value for _, value in call.arguments if isinstance(value, Call)]
        producers = [self.steps[making.stages[producer]] for _, producer in node.inputs]
        call.needs = [*dict.fromkeys([*given, *producers])]
        cells = [one.cell_contents for one in closure(node.maker)]
        found = [cell for cell in cells if isinstance(cell, dict)]
        call.options = {k: v for one in found for k, v in one.items() if v is not None}
        call.place = needed({"num_cpus": 0, **call.options})
        makers = [node.maker, *cells]
        maker = next(one for one in makers if type(one).__name__.startswith("ActorCl"))
        function = node.arguments[-1] if node.arguments else None
        doc = function.__doc__ if callable(function) else described(maker)[1]
        self.take_in(call, kind, doc)
        if self.events and node.parameters:
            told = {name[:-1]: value for name, value in call.arguments}
            self.events.write("parameters", id=call.number, parameters=told)
        return call

    def called(self, stage: Any, ref: Any) -> None:
        """Take in a call of a step."""
        call = self.steps[stage]
        if self.events:
            self.by_task[ref.task_id().hex()] = call
        self.ask(call, stage.actor)

    def ask(self, call: Call, actor: Any) -> None:
        """Have what it logs sent here, if its class logs anything."""
        if hasattr(actor, "_logs"):
            self.logs[actor._logs.remote()] = call

    def gathered(self, stage: Any, ref: Any) -> None:
        """What takes the notes at `ref` needs that step."""
        self.by_task[ref.task_id().hex()] = self.steps[stage]

    def ended(self) -> None:
        """The steps of a graph end: see the last of them."""
        self.await_logs()
        self.look()

    def await_logs(self) -> None:
        if refs := [*self.logs]:
            ray.wait(refs, num_returns=len(refs), timeout=2, fetch_local=False)

    def started(self, now: float) -> list[Call]:
        self.take_logs()
        changed = super().started(now)
        for graph in [*self.graphs]:
            for stage, call in graph.items():
                if call.state not in ENDED:
                    changed += self.gone_on(stage, call, now)
            if any(stage.error for stage in graph):
                changed += cut_off(graph.values(), now)
            if all(call.state in ENDED for call in graph.values()):
                self.graphs.remove(graph)
        self.seen = now
        return changed

    def gone_on(self, stage: Any, call: Call, now: float) -> list[Call]:
        """What has become of a step; the call, if that is another state."""
        before = call.state
        if before == "waiting" and (stage.calls or stage.ended):
            call.start(max(call.since, self.seen))
        notes = {"in": taken(stage), "out": {**stage.given}}
        is_over = stage.ended or stage.error
        is_new = notes != call.notes and call.state == "running"
        if is_new and (is_over or now - self.told.get(call, 0) > 0.4):
            call.notes, self.told[call] = notes, now
            call.figures = figures(stage, notes, now - call.since)
            if self.events:
                self.events.write("step", id=call.number, **notes)
        if is_over:
            call.end(stage.error, now, now)
        return [call] if call.state != before else []

    def unplaced(self, now: float) -> list[Call]:
        found = (call for graph in self.graphs for call in graph.values())
        waiting = (one for one in found if one.state == "waiting")
        late = [one for one in waiting if now - one.since > PATIENCE]
        return super().unplaced(now) + late

    def take_logs(self) -> None:
        for ref in ended_of([*self.logs]):
            call = self.logs.pop(ref)
            try:
                found = ray.get(ref)
            except Exception:  # its process has died, with what it knew
                continue
            for when, kind, content in found:
                self.log(call, when, kind, content)

    def log(self, call: Call, when: float, kind: str, content: Any) -> None:
        """Show what a step has told, and write it to the events."""
        key = "file" if isinstance(content, bytes) else "message"
        text = self.saved(kind, content) if key == "file" else content
        if self.events:
            facts = {"time": when, "type": kind, key: text}
            self.events.write("log", id=call.number, **facts)
        if not self.options.quiet or kind == "error":
            self.view.log(call, f"{MARKS.get(kind, '')}{text}".splitlines())

    def saved(self, kind: str, content: bytes) -> str:
        """Write a file beside the events; its path, as seen from there."""
        self.files += 1
        kinds = {b"\x89P": "png", b"\xff\xd8": "jpg", b"GI": "gif", b"RI": "webp"}
        ending = "json" if kind == "json" else kinds.get(content[:2], "image")
        path = Path(self.options.events).with_suffix(".files")
        path.mkdir(exist_ok=True)
        (path / f"{self.files}.{ending}").write_bytes(content)
        return f"{path.name}/{self.files}.{ending}"

    def close(self, state: str, code: Any, said: list[str]) -> None:
        if state != "stopped" and (self.graphs or self.logs):
            self.ended()
        super().close(state, code, said)


MARKS = {"error": "[ERR] "}


def closure(maker: Any) -> tuple[Any, ...]:
    """What Ray keeps with `Class.options(...)`: the class and the options."""
    return getattr(maker.remote, "__closure__", None) or ()


def taken(stage: Any) -> dict[str, int]:
    """How many notes the step has worked on, by the outputs that they come from."""
    names = [output for output, _ in stage.inputs]
    if len({*names}) < len(names):
        names = [f"{producer.name}.{output}" for output, producer in stage.inputs]
    return dict(zip(names, stage.taken, strict=True))


def figures(stage: Any, notes: dict[str, dict[str, int]], seconds: float) -> list[str]:
    """How many notes went in and out, and how fast."""
    count = sum(stage.taken)
    told = [f"in {count:,}"] if stage.taken else []
    told += [f"{output} {count:,}" for output, count in notes["out"].items()]
    speed = (count or sum(notes["out"].values())) / max(seconds, 0.1)
    return [*told, f"{speed:,.0f} notes/s" if speed >= 10 else f"{speed:.1f} notes/s"]


def cut_off(calls: Any, now: float) -> list[Call]:
    """Steps that end because another one failed."""
    found = [call for call in calls if call.state not in ENDED]
    for call in found:
        call.seconds = now - call.since if call.state == "running" else 0.0
        call.state = "skipped"
    return found

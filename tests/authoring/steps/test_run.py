"""What a run does, in which order, and what it gives."""

import pytest

import ffc

from .nodes import Add, Collect, Numbers, Parity, numbers

events = []


@pytest.fixture(autouse=True)
def no_events():
    events.clear()


class Traced(ffc.Step):
    Parameters = {"name": {"type": "string"}}

    def __init__(self, name):
        super().__init__("n")
        self.name = name
        self.did("made")

    def did(self, what):
        events.append(f"{self.name} {what}")

    def on_start(self):
        self.did("on_start")

    def on_data(self, note):
        self.did(f"on_data {note['n']}")

    def on_item(self, item, note):
        self.did(f"on_item {item} of {note['n']}")

    def on_after_item(self, note):
        self.did(f"on_after_item {note['n']}")

    def route(self, note):
        self.did(f"route {note['n']}")
        return "out"

    def on_end(self):
        self.did("on_end")


class TracedSource(Traced, ffc.SourceStep):
    def load(self):
        self.did("load")
        return {"out": [{"n": 7}]}


Traced, TracedSource = ffc.remote(Traced), ffc.remote(TracedSource)

LIFE = "on_data 7,on_item 7 of 7,on_after_item 7,route 7".split(",")


def test_the_life_of_a_step():
    source = TracedSource.remote(name="s")
    ffc.run(Traced.remote(name="a").bind("out", source))
    assert events == [
        *["s made", "a made"],
        *["s on_start", "s load", "s on_end"],
        *["a on_start", *(f"a {hook}" for hook in LIFE), "a on_end"],
    ]


def test_a_step_runs_when_its_inputs_are_there():
    late, source = Traced.remote(name="late"), TracedSource.remote(name="s")
    middle = Traced.remote(name="middle").bind("out", source)
    ffc.run(late.bind("out", middle, "out", source))
    assert events[:3] == ["late made", "s made", "middle made"]
    started = [event for event in events if event.endswith(("on_start", "on_end"))]
    in_order = [f"{name} {hook}" for name in ("s", "middle", "late") for hook in _ENDS]
    assert started == in_order


_ENDS = ("on_start", "on_end")


def test_what_waits_for_nothing_runs_in_the_order_of_remote():
    first, second = TracedSource.remote(name="first"), TracedSource.remote(name="second")
    ffc.run(Traced.remote(name="a").bind("out", second, "out", first))
    loads = [event for event in events if event.endswith("load")]
    assert loads == ["first load", "second load"]


def test_only_what_the_ref_needs_runs():
    source = TracedSource.remote(name="s")
    wanted = Traced.remote(name="wanted").bind("out", source)
    Traced.remote(name="beside").bind("out", source)
    ffc.run(wanted)
    assert {event.split()[0] for event in events} == {"s", "wanted"}


def test_nothing_runs_before_the_run():
    Traced.remote(name="a").bind("out", TracedSource.remote(name="s"))
    assert events == []


def test_each_run_makes_its_objects_anew():
    @ffc.remote
    class Count(ffc.Step):
        def __init__(self):
            super().__init__()
            self.seen = 0

        def on_data(self, note):
            self.seen += 1
            note["n"] = self.seen

    ref = Count.remote().bind("out", Numbers.remote(count=3))
    assert numbers(ffc.run(ref)["out"]) == [1, 2, 3]
    assert numbers(ffc.run(ref)["out"]) == [1, 2, 3]


def test_a_diamond():
    source = TracedSource.remote(name="s")
    left = Add.remote(value=10).bind("out", source)
    right = Add.remote(value=20).bind("out", source)
    ref = Add.remote(value=0).bind("out", right, "out", left, "out", source)
    assert numbers(ffc.run(ref)["out"]) == [27, 17, 7]
    assert events.count("s load") == 1


def test_every_output_in_the_order_of_outputs_and_empty_lists():
    ref = Parity.remote().bind("out", Numbers.remote(count=3))
    assert list(ffc.run(ref).items()) == [("even", [{"n": 0}, {"n": 2}]), ("odd", [{"n": 1}])]
    nothing = Collect.remote().bind("even", ref)
    assert ffc.run(nothing) == {"out": [], "rest": []}
    behind = Add.remote().bind("rest", nothing)
    assert ffc.run(behind) == {"out": []}


def test_a_dict_of_routes():
    @ffc.remote
    class Both(ffc.Step):
        Outputs = ["a", "b", "c"]

        def route(self, note) -> ffc.StepOutput:
            return {"a": [note, {"n": -1}], "b": note}

    ref = Both.remote().bind("out", Numbers.remote(count=1))
    assert ffc.run(ref) == {"a": [{"n": 0}, {"n": -1}], "b": [{"n": 0}], "c": []}


def test_the_old_name_of_route():
    @ffc.remote
    class Old(ffc.Step):
        Outputs = ["old"]

        def forward_note(self, note):
            return "old"

    assert ffc.run(Old.remote().bind("out", Numbers.remote(count=1))) == {"old": [{"n": 0}]}


def test_a_route_to_no_output():
    @ffc.remote
    class Lost(ffc.Step):
        Outputs = ["a", "b"]

    with pytest.raises(ValueError, match="Lost has no output 'out': its Outputs are 'a', 'b'"):
        ffc.run(Lost.remote().bind("out", Numbers.remote(count=1)))


def test_a_note_without_the_item():
    ByItem = ffc.remote(type("ByItem", (ffc.Step,), {}))
    for note in ({"m": 1}, ffc.Note({"m": 1}), {"n": None}):

        @ffc.remote
        class One(ffc.SourceStep):
            def load(self, note=note):
                return {"out": [note]}

        with pytest.raises(ValueError, match=r"ByItem: no 'n' in .*'[mn]'"):
            ffc.run(ByItem.remote(item_key="n").bind("out", One.remote()))
        assert ffc.run(ByItem.remote().bind("out", One.remote())) == {"out": [note]}


def test_a_source_that_gives_one_note_or_several_outputs():
    @ffc.remote
    class Several(ffc.SourceStep):
        Outputs = ["a", "b", "c"]

        def load(self):
            return {"b": [{"n": 1}, {"n": 2}], "a": {"n": 3}}

    assert ffc.run(Several.remote()) == {"a": [{"n": 3}], "b": [{"n": 1}, {"n": 2}], "c": []}


def test_a_generator():
    @ffc.remote
    class Counts(ffc.GeneratorSourceStep):
        Outputs = ["out", "big"]

        def __init__(self, count):
            super().__init__()
            self.count = count

        def load(self):
            note = {"n": 0}
            for i in range(self.count):
                note["n"] = i
                yield {"big" if i > 2 else "out": [note]}
            events.append("end")

        def on_end(self):
            events.append("on_end")

    assert ffc.run(Counts.remote(count=5)) == {
        "out": [{"n": 0}, {"n": 1}, {"n": 2}],
        "big": [{"n": 3}, {"n": 4}],
    }
    assert events == ["end", "on_end"]
    assert ffc.run(Counts.remote(count=0)) == {"out": [], "big": []}


def test_a_source_without_load():
    with pytest.raises(NotImplementedError, match="Empty is a source: it needs a method load"):
        ffc.run(ffc.remote(type("Empty", (ffc.SourceStep,), {})).remote())


def test_consumers_have_copies_of_their_own():
    kept = []

    @ffc.remote
    class Keeps(ffc.Step):
        def on_data(self, note):
            kept.append(note)
            note["seen"].append(1)

    @ffc.remote
    class Lists(ffc.SourceStep):
        def load(self):
            note = {"seen": []}
            return {"out": [note, note]}

    source = Lists.remote()
    one = Keeps.remote().bind("out", source)
    two = Keeps.remote().bind("out", source, "out", one)
    notes = ffc.run(two)["out"]
    assert notes == [{"seen": [1]}] * 2 + [{"seen": [1, 1]}] * 2
    notes[0]["seen"].clear()
    assert kept[2] == {"seen": [1]}


def test_a_note_leaves_as_it_is_then():
    @ffc.remote
    class Rewrites(ffc.Step):
        last = None

        def on_data(self, note):
            if self.last is not None:
                self.last["n"] = "changed"
            self.last = note

    ref = Rewrites.remote().bind("out", Numbers.remote(count=3))
    assert numbers(ffc.run(ref)["out"]) == [0, 1, 2]


def test_errors_of_the_app_come_through():
    class Wrong(Exception):
        pass

    @ffc.remote
    class Fails(ffc.Step):
        def on_data(self, note):
            raise Wrong(note["n"])

    ref = Fails.remote().bind("out", Numbers.remote(count=2))
    with pytest.raises(Wrong, match="0"):
        ffc.run(ref)
    with pytest.raises(ValueError, match="only steps at work can log"):
        ffc.log("after an error")


def test_run_async():
    ref = Add.remote().bind("out", Numbers.remote(count=1))
    first, second = ffc.run_async(ref), ffc.run_async(ref, "second")
    assert first.done() is first.wait() is True
    assert first.result() == first.get() == second.result(timeout=1) == {"out": [{"n": 1}]}


def test_run_async_keeps_an_error_for_who_asks():
    running = ffc.run_async(Add.remote(value="x").bind("out", Numbers.remote(count=1)))
    assert running.done()
    for ask in (running.result, running.get):
        with pytest.raises(TypeError, match="unsupported operand"):
            ask()
    with pytest.raises(TypeError, match="runs a source"):
        ffc.run_async(3)


def test_a_long_chain():
    ref = Numbers.remote(count=1)
    for _ in range(1500):
        ref = Add.remote().bind("out", ref)
    assert numbers(ffc.run(ref)["out"]) == [1500]

"""BatchStep gathers items over notes."""

import threading

import pytest

import ffc

seen = []


@pytest.fixture(autouse=True)
def nothing_seen():
    seen.clear()


@ffc.remote
class Given(ffc.SourceStep):
    def __init__(self, notes):
        super().__init__()
        self.notes = notes

    def load(self):
        return {"out": self.notes}


@ffc.remote
class Batches(ffc.BatchStep):
    """Puts under "sums" what the batches add up to that a note's items are in."""

    Parameters = {"batch_size": {"type": "number"}, "item_key": {"default": "items"}}

    def on_data(self, note):
        seen.append(f"on_data {note['name']}")

    def on_item_batch(self, outputs, items, notes):
        seen.append((outputs, items, [note["name"] for note in notes]))
        for note in notes:
            note["sums"] = [*(note.get("sums") or []), sum(items)]

    def on_after_item(self, note):
        seen.append(f"on_after_item {note['name']}")

    def on_end(self):
        seen.append("on_end")


def notes(**items):
    return [{"name": name, "items": some} for name, some in items.items()]


def test_full_batches_across_notes_and_the_rest():
    given = notes(a=[1, 2, 3], b=[4], c=[5, 6])
    out = ffc.run(Batches.remote(batch_size=2).bind("out", Given.remote(notes=given)))["out"]
    assert seen == [
        "on_data a",
        (None, [1, 2], ["a", "a"]),
        "on_data b",
        (None, [3, 4], ["a", "b"]),
        "on_after_item a",
        "on_after_item b",
        "on_data c",
        (None, [5, 6], ["c", "c"]),
        "on_after_item c",
        "on_end",
    ]
    assert [note["sums"] for note in out] == [[3, 3, 7], [7], [11, 11]]


def test_the_rest_comes_before_on_end():
    given = notes(a=[1], b=[2], c=[3])
    out = ffc.run(Batches.remote(batch_size=2).bind("out", Given.remote(notes=given)))["out"]
    assert [note["name"] for note in out] == ["a", "b", "c"]
    assert seen[-3:] == [(None, [3], ["c"]), "on_after_item c", "on_end"]


def test_notes_leave_in_their_order_and_without_items_too():
    given = notes(a=[1, 2, 3], empty=[], b=[4], last=[])
    ref = Batches.remote(batch_size=10).bind("out", Given.remote(notes=given))
    out = ffc.run(ref)["out"]
    assert [note["name"] for note in out] == ["a", "empty", "b", "last"]
    assert [entry for entry in seen if isinstance(entry, tuple)] == [
        (None, [1, 2, 3, 4], ["a", "a", "a", "b"])
    ]
    assert [note.get("sums") for note in out] == [[10, 10, 10], None, [10], None]


def test_a_note_with_items_for_several_batches():
    ref = Batches.remote(batch_size=2).bind("out", Given.remote(notes=notes(a=[1, 2, 3, 4, 5])))
    ffc.run(ref)
    assert [entry[1] for entry in seen if isinstance(entry, tuple)] == [[1, 2], [3, 4], [5]]
    assert seen.index((None, [3, 4], ["a", "a"])) == 2


def test_no_notes_no_batch():
    ref = Batches.remote(batch_size=2).bind("out", Given.remote(notes=[]))
    assert ffc.run(ref) == {"out": []}
    assert seen == ["on_end"]


def test_one_item_that_is_no_list():
    given = [ffc.Note({"name": "a", "items": 5})]
    ref = Batches.remote(batch_size=1).bind("out", Given.remote(notes=given))
    assert ffc.run(ref)["out"] == [ffc.Note({"name": "a", "items": 5, "sums": [5]})]


def test_a_note_without_the_items():
    given = [{"name": "a"}]
    with pytest.raises(ValueError, match=r"Batches: no 'items' in \{'name': 'a'\}"):
        ffc.run(Batches.remote(batch_size=2).bind("out", Given.remote(notes=given)))


@ffc.remote
class Files(ffc.BatchStep):
    Outputs = ["done", "none"]

    def __init__(self, batch_size, together=1):
        super().__init__(batch_size, "items")
        self.load_fn_params = {"factor": 10}
        Files.barrier = threading.Barrier(together, timeout=20)

    @staticmethod
    def load_fn(item, factor):
        Files.barrier.wait()
        return item * factor

    @staticmethod
    def dump_fn(path, data):
        Files.barrier.wait()
        seen.append((path, data))

    def on_item_batch(self, outputs, items, notes):
        return [
            (f"{note['name']}/{item}", out)
            for out, item, note in zip(outputs, items, notes, strict=True)
        ]

    def route(self, note):
        return "done"


def test_load_fn_and_dump_fn():
    given = notes(a=[1, 2], b=[3])
    out = ffc.run(Files.remote(batch_size=2).bind("out", Given.remote(notes=given)))
    assert sorted(seen) == [("a/1", 10), ("a/2", 20), ("b/3", 30)]
    assert out == {"done": given, "none": []}


def test_items_of_a_batch_are_loaded_and_dumped_in_parallel():
    given = notes(a=[1, 2, 3])
    # All wait for each other: one after another, they would wait in vain.
    ffc.run(Files.remote(batch_size=3, together=3).bind("out", Given.remote(notes=given)))
    assert sorted(seen) == [("a/1", 10), ("a/2", 20), ("a/3", 30)]


def test_errors_of_load_fn_come_through():
    @ffc.remote
    class Fails(ffc.BatchStep):
        @staticmethod
        def load_fn(item):
            raise OSError(item)

    ref = Fails.remote(batch_size=2, item_key="items")
    with pytest.raises(OSError, match="1"):
        ffc.run(ref.bind("out", Given.remote(notes=notes(a=[1, 2]))))

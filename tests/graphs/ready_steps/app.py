"""Steps that are ready to use, by themselves and derived from."""
import graphbook as gb
import graphbook.steps as steps
from graphbook import remote
from graphbook.steps import Copy, SplitByItems


def is_even(note):
    return note["n"] % 2 == 0


def is_long(word):
    return len(word) > 1


@remote
class Source(steps.SourceStep):
    def load(self):
        return {"out": [{"n": n, "words": ["a" * k for k in range(n)]} for n in range(6)]}


Splitter = gb.remote(steps.Split)
source = Source.remote()
split = Splitter.remote(split_fn=is_even).bind("out", source)
fields = remote(steps.SplitItemField).remote(
    split_fn=is_long, item_key="words", a_key="long", b_key="short"
)
parted = fields.bind("A", split, "B", split)
print(gb.run(parted))

many = remote(SplitByItems).remote(split_items_fn=lambda items, note: len(items) > 3, item_key="words")
copied = remote(Copy).remote().bind("A", many.bind("out", source))
print(gb.run(copied))

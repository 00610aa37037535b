import ffc as gb


NAMES = ["small", "large"]


class Sorting:
    Outputs = NAMES + ["none"]


@gb.remote
class Numbers(gb.SourceStep):
    def load(self):
        return {"out": [{"n": n} for n in range(20)]}


@gb.remote
class Sort(Sorting, gb.Step):
    def route(self, note):
        if not note["n"]:
            return {"none": [note]}
        return "large" if note["n"] > 12 else "small"


@gb.remote
class Copy(gb.Copy):
    """Sends to A and B."""


numbers = Sort.remote().bind("out", Numbers.remote())
copied = Copy.remote().bind("none", numbers, "large", numbers)
print(gb.run(Copy.remote().bind("A", copied, "B", copied)))

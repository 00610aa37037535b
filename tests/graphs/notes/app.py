"""Notes are dicts of items; those that leave are by themselves, and arrive writable."""
# driver: --chunk 2
import ffc as gb
from ffc import Note


@gb.remote
class Shared(gb.SourceStep):
    def load(self):
        tags = ["first"]
        return {"out": [Note({"n": n, "tags": tags}) for n in range(3)] + [{"n": 3, "tags": tags}]}


@gb.remote
class Tag(gb.Step):
    Outputs = ["out", "copy"]

    def on_data(self, note):
        note["tags"].append(note["n"])
        if isinstance(note, Note) and "m" not in note:
            note["m"] = note["missing"]

    def route(self, note):
        return {"out": [note], "copy": [note]}


tag = Tag.remote()
tagged = tag.bind("out", Shared.remote())
again = Tag.remote().bind("out", tagged, "copy", tagged)
out = gb.run(again)
print(out["out"])
first = out["copy"][0]
first["more"] = {"deep": [1]}
print(first, [*first], "n" in first, first.get("nothing", 0), out["out"][0] == first)

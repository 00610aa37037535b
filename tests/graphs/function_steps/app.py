"""Functions as steps: they change the note, give another, or several."""
# driver: --chunk 2
import ffc as gb


@gb.remote
class Lines(gb.SourceStep):
    def load(self):
        return {"out": [{"text": text} for text in ("one two", " ", "three", "four five six")]}


@gb.remote
def strip(note):
    note["text"] = note["text"].strip()


@gb.remote(num_cpus=0.5)
def split(note, mark, most=9):
    """A note for each word."""
    return [{"word": mark + word} for word in note["text"].split()[:most]]


@gb.remote
def measure(note):
    return {**note, "length": len(note["word"])}


words = split.remote(mark="-", most=2).bind("out", strip.bind("out", Lines.remote()))
print(gb.run(measure.bind("out", words)))

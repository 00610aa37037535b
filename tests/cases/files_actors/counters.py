from base import Collector
from ffc import task


@task
class Counter(Collector):
    def __init__(self, name):
        super().__init__()
        self.name = name

    def add(self, letters, only=None, *, skip=""):
        kept = [x for x in letters if (only is None or x in only) and x not in skip]
        return self.keep(kept)

    def total(self):
        return f"{self.name}: {''.join(self.items)}"


@task
class Histogram(Collector):
    def __init__(self, width):
        super().__init__()
        self.width = width

    def add(self, letters):
        return self.keep(ord(letter) // self.width for letter in letters)

    def bins(self):
        return {value: self.items.count(value) for value in sorted(set(self.items))}


def make_counters(names):
    return {name: Counter(name).set_name(f"counter {name}") for name in names}

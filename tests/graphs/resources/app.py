"""What steps share: typed resources, one with options, one that computes its value."""
import ffc as gb
from ffc.resources import DictResource, FunctionResource, ListResource, NumberResource, Resource


def double(number):
    return 2 * number


@gb.remote(num_cpus=0.5)
class Primes(Resource):
    """The primes up to a limit."""

    Parameters = {"limit": {"type": "number", "default": 10}}

    def __init__(self, limit):
        self.limit = limit

    def value(self):
        return [n for n in range(2, self.limit) if all(n % k for k in range(2, n))]


Number = gb.remote(NumberResource)


@gb.remote
class Numbers(gb.SourceStep):
    Parameters = {"primes": {"type": "resource"}, "start": {"type": "resource"}}

    def __init__(self, primes, start):
        super().__init__()
        self.primes, self.start = primes, start

    def load(self):
        return {"out": [{"n": self.start + prime} for prime in self.primes]}


@gb.remote
class Change(gb.Step):
    def __init__(self, function, names, words):
        super().__init__()
        self.function, self.names, self.words = function, names, words

    def on_data(self, note):
        note["n"] = self.function(note["n"])
        note["word"] = self.words.get(self.names.pop(), "?") if self.names else None


primes = Primes.remote(limit=8)
numbers = Numbers.remote(primes=primes, start=Number.remote(val=3))
change = Change.remote(
    function=gb.remote(FunctionResource).remote(val=double),
    names=gb.remote(ListResource).options(num_cpus=0).remote(val=["a", "b"]),
    words=gb.remote(DictResource).remote(val={"b": "be"}),
)
print(gb.run(change.bind("out", numbers)))

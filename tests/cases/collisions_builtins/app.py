"""Tasks, methods and variables named like builtins and keywords' neighbours."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def sum(a, b):
    return a + b


@workflow
def list(n):
    return [*range(n)]


@workflow
def print_(value, type="plain"):
    return f"{type} {value}"


@workflow
class set:
    def __init__(self, id=0):
        self.id = id

    def len(self, dict):
        self.id += len(dict)
        return self.id

    def get(self, *options):
        return options, self.id


id = 4
a, b = sum(1, 2), sum(5, 6)
list_1 = list(id)
set_1 = set(id=10)
dict = set_1.len(list_1)
tuple = set_1.get({"a": [a]}, (b, []))
set_1.len({1: [a]})
text = print_(dict, type="loud")

max = RayWorkflow(text, tuple, sum(a, b), workflow_name="builtins")
str, repr, int = max.run(return_results=True)
print(str, repr, int, sep="\n")

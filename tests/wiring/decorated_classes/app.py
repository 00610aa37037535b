"""Classes that make nodes, with decorators of the app's own."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

REGISTRY = {}


def register(cls):
    REGISTRY[cls.__name__.lower()] = cls
    return cls


def titled(title):
    def wrap(cls):
        cls.title = title
        return cls

    return wrap


@workflow
def f(x, name="none"):
    return x, name


@register
@titled("one")
class First:
    def build(self, n):
        return f(n, self.title)


@register
@titled("two")
class Second(First):
    def build(self, n):
        return f(super().build(n), name=self.title)


nodes = []
names = sorted(REGISTRY)
for name in names:
    nodes.append(REGISTRY[name]().build(3).set_name(name))
print(RayWorkflow(*nodes, workflow_name="w").run())

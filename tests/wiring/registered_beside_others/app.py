"""Registries that hold functions which make nodes beside others, or others alone."""

from ffc import RayWorkflow, task

MAKERS = {}
SIZES = {}


def makes(name):
    def register(function):
        MAKERS[name] = function
        return function

    return register


def sizes(function):
    SIZES[function.__name__] = function
    return function


@task
def grid(size):
    return [size] * size


@makes("plain")
def plain(size):
    return size


@makes("grid")
def wired(size):
    return grid(size)


@makes("later")
def later(size):
    return -size


@sizes
def small():
    return 2


@sizes
def large():
    print("large")
    return 4


@task
def shown(title, value):
    return f"{title}: {value}"


nodes = [shown(f"{name} {k}", make(k)) for name, make in MAKERS.items() for k in (1, 2)]
nodes += [shown(name, size()) for name, size in SIZES.items()]
print(len(MAKERS), len(SIZES))
print(*RayWorkflow(*nodes, workflow_name="registered").run(), sep="\n")

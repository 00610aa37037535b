"""One task for each of several functions, with a decorator of the user's between."""

import functools

from ffc import RayWorkflow, task


def counted(function):
    """Says how many letters went in."""

    @functools.wraps(function)
    def wrapper(text, *args):
        return f"{len(text)}:{function(text, *args)}"

    return wrapper


def shout(text):
    return text.upper()


def mirror(text):
    return text[::-1]


def repeat(text, times=2):
    return text * times


FUNCTIONS = [shout, mirror, repeat]

tasks = {function.__name__: task(counted(function)) for function in FUNCTIONS}
tasks["plain mirror"] = task(mirror)

nodes = []
text = "stressed"
for name, make in tasks.items():
    text = make(text).set_name(name)
    nodes.append(text)
nodes.append(tasks["repeat"]("ab", 3).set_name("thrice"))

flow = RayWorkflow(*nodes, workflow_name="texts")
flow.query("repeat|thrice").set_remote_args({"num_cpus": 0.5})
print([node.get_name() for node in flow.find_nodes()])
print(*flow.run(), sep="\n")

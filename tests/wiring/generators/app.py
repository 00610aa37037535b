"""Generator functions that yield nodes: looped over, listed, unpacked, delegated to."""

from ffc import RayWorkflow, task


@task
def tile(row, column):
    return f"{row}{column}"


@task
def strip(tiles, name):
    return f"{name}[{' '.join(tiles)}]"


def tiles(row, count, skip=()):
    for column in range(count):
        if column in skip:
            continue
        node = tile(row, column)
        yield node.set_name(f"tile {row}{column}")


def everything(rows, **options):
    for row in rows:
        yield row, list(tiles(row, 3, **options))


def corners():
    """The outermost of two rows."""
    yield from tiles("x", 4, skip=(1, 2))
    first, *_, last = tiles("y", 4, skip=[2, 1])
    yield last
    yield first


def numbered(nodes, start=0):
    number = start
    for node in nodes:
        yield number, node
        number += 1


strips = []
for row, nodes in everything("ab", skip=[1]):
    strips.append(strip(nodes, row))
strips.append(strip(list(corners()), "corners"))
later = tiles("z", 9)
picked = [next(later), next(later)]
strips.append(strip([node for k, node in numbered(picked[::-1]) if k], "picked"))

flow = RayWorkflow(*strips, picked[1], workflow_name="tiles")
flow.query("tile [xy].*").set_remote_args({"num_cpus": 0.5})
print([node.get_name() for node in flow.find_nodes("tile .*")])
print(*flow.run(), sep="\n")

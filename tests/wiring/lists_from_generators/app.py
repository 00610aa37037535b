"""Lists of known lists that generators make, behind stars and by index."""

from functionfuse import workflow as task
from functionfuse.backends.builtin.rayback import RayWorkflow


@task
def gather(*parts):
    return list(parts)


def main():
    empty = list([] for _ in range(2))
    pairs = list([number, number + 1] for number in range(2))
    first, *others = ({"rate": number} for number in (3, 4))
    nodes = gather(*empty), gather(*pairs), gather(pairs[1], *others), gather(first, empty)
    print(*RayWorkflow(*nodes, workflow_name="lists").run(), sep="\n")


main()

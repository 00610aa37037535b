"""Lambdas that make nodes: named, in a table, as arguments, called at once."""

from ffc import RayWorkflow, task


@task
def render(shape, size):
    return f"{shape}:{size}"


@task
def overlay(*pictures, mode="over"):
    return f" {mode} ".join(pictures)


def each(sizes, make):
    """What `make` makes of each size."""
    return [make(size) for size in sizes]


SHAPES = {
    "disk": lambda size: render("disk", size),
    "ring": lambda size, inner=1: overlay(
        render("disk", size), render("disk", inner), mode="minus"
    ),
    "both": lambda *sizes: overlay(*(render("box", size) for size in sizes)),
}

named = lambda title, node: node.set_name(f"<{title}>")  # noqa: E731

pictures = each([3, 1, 2], SHAPES["disk"])
pictures += each((8, 9), lambda size: named(f"ring {size}", SHAPES["ring"](size)))
pictures.append(SHAPES["ring"](7, inner=5))
both = (lambda low, high: SHAPES["both"](high, low))(4, 6)
pictures.sort(key=lambda node: node.get_name())

flow = RayWorkflow(overlay(*pictures), named("both", both), workflow_name="pictures")
print([node.get_name() for node in pictures])
print(*flow.run(), sep="\n")

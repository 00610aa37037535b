"""Tasks and actors that import modules of the app where they use them."""

from ffc import RayWorkflow, task


@task
def report(size):
    """What it finds where."""
    import math, lab.deep  # noqa: E401
    from lab import deep as inside
    from lab import top as above

    def inner(number):
        from lab.deep import DEPTH

        return number + DEPTH + above.HEIGHT

    return inner(size), lab.deep.DEPTH, inside.named(size), math.floor(2.5)


@task
class Tower:
    def __init__(self):
        import lab.top as top

        self.height = top.HEIGHT

    def build(self, storeys):
        from lab import top

        self.height = top.grown(self.height, storeys)
        return self.height


tower = Tower()
flow = RayWorkflow(report(1), tower.build(2), workflow_name="report")
print(flow.run())

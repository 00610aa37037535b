"""Default names of methods: each class counts its own, wherever it is defined."""

from ffc import RayWorkflow, task


@task
class Tally:
    def __init__(self, start):
        self.value = start

    def add(self, amount):
        self.value += amount
        return self.value


@task
class Double(Tally):
    def twice(self):
        return 2 * self.value


def local(start):
    class Base:
        def __init__(self, value):
            self.value = value

        def add(self, amount):
            self.value += amount
            return self.value

    @task
    class Sum(Base):
        def half(self):
            return self.value / 2

    one, two = Sum(start), Sum(start)
    return one.add(1), two.add(2), two.half()


tally, double = Tally(1), Double(2)
nodes = [tally.add(3), double.add(4), double.twice(), tally.add(5)]
nodes += local(6)
again = local(7)
for node in (*nodes, *again):
    print(node.get_name())
print(RayWorkflow(*nodes, workflow_name="tallies").run())
print(RayWorkflow(*again, workflow_name="again").run())

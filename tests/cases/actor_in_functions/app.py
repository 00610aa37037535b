"""Objects of class nodes, passed to functions, kept in containers and returned."""

from ffc import RayWorkflow, task


@task
class Tank:
    def __init__(self, name, level=0):
        self.name, self.level = name, level

    def fill(self, amount):
        self.level += amount
        return self.level

    def drain(self, amount):
        taken = min(amount, self.level)
        self.level -= taken
        return taken

    def show(self):
        return f"{self.name} {self.level}"


def make(name, level):
    tank = Tank(name, level).set_name(f"tank {name}")
    tank.fill(1)
    return tank


def pour(source, target, amount):
    taken = source.drain(amount)
    return target.fill(taken)


def main():
    tanks = {"a": make("A", 10), "b": make("B", 0)}
    spare = [make("C", 5)]
    full = pour(tanks["a"], tanks["b"], 4)
    pour(source=tanks["b"], target=spare[0], amount=full)
    first, second = tanks["a"], tanks["b"]
    shown = [first.show(), second.show(), spare[-1].show()]
    print(RayWorkflow(*shown, workflow_name="tanks").run())


if __name__ == "__main__":
    main()

"""A key that is bound again before the dict of nodes can be filled."""

from ffc import RayWorkflow, task

@task
def record(low):
    return low

@task
def scale(x):
    return x

def main():
    unique = []
    for word in "ab":
        unique.append(record(word).set_name(word))
    named = {}
    step = 0
    while not step >= 2:
        step += 1
        scale(0)  # ffc: ignore[FFC401]
        named[step] = record(step)
    c = [record(key).set_name(f"c {key}") for key in range(3)]
    RayWorkflow(*unique, workflow_name="one").run()
    print(RayWorkflow(*c, *named.values(), workflow_name="all").run())
main()

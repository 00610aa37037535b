import os

from ffc import RayWorkflow, task


@task
def add(a, b):
    return a + b


def tree(parts):
    if len(parts) == 1:
        return parts[0]
    middle = len(parts) // 2
    return add(tree(parts[:middle]), tree(parts[middle:]))


sums = []
for word in os.environ["WORDS"].split():
    sums.append(add(word, word))
print(RayWorkflow(tree(sums), workflow_name="tree").run())

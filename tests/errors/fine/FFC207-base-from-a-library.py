import collections

from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


@task
class Heap(collections.UserList):
    def top(self):
        return self[-1]


heap = Heap()
heap.append(1)
print(RayWorkflow(heap.top(), workflow_name="w").run())

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def f(x):
    return x


nodes = []
for x in (1, 2, 3):
    nodes.append(f(x))
    if x == 2:
        break
print(RayWorkflow(*nodes, workflow_name="w").run())
for n, _ in zip("abc", nodes):
    print(n)
    if n == "b":
        break
for n, _ in zip("abc", nodes):
    if n == "a":
        continue
    print(n)
k = 0
while True:
    nodes.append(f(k))
    k += 1
    if k > 2:
        break
k = 0
while nodes:
    print("once")
    k += 1
    if k > 2:
        break
print(RayWorkflow(*nodes, workflow_name="w").run())

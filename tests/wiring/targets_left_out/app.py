"""One assignment to several names: the driver has those of them that it reads."""

from ffc import RayWorkflow, task


@task
def train(word, number):
    return f"{word} {number}"


names, models = set(), []
for word in ["red", "blue", "green", "red"]:
    if word in names:
        break
    names.add(word)
    models.append(train(word, len(names)).set_name(word))
first, rates, last = (
    min(names),
    [len(name) for name in names],
    max(sorted(names), key=len),
)
print(sorted(names), first, last)
print(RayWorkflow(*models, workflow_name="colours").run())

from ffc import RayWorkflow, task


@task
def split(values):
    return values[::2], values[1::2]


@task
def fit(train, test):
    return sum(train) - sum(test)


fits = []
for train, test in [split([1, 2, 3]), split([4, 5])]:
    fits.append(fit(train, test))

print(RayWorkflow(*fits, workflow_name="w").run())

from ffc import task


def added(values):
    return sum(values)


@task
def partial(values, count):
    return added(values[:count])

from ffc import task

LIMIT = 2


@task
def mean(values):
    return "mean of", values[:LIMIT]

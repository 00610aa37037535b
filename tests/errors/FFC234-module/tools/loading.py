from ffc import task


@task
def load(path):
    return path * 2


def load_all(paths):
    return [load(path) for path in paths]

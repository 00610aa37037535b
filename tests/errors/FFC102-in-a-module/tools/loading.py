from ffc import task


@task
def load(path)
    return path * 2

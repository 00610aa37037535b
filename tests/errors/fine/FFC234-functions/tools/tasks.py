from ffc import task

from .loading import doubled


@task
def load(path):
    return doubled(path)

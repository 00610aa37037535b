from ffc import task
from registry import OPTIONS, register

LIMIT = 6
OPTIONS["limit"] = LIMIT


@task
def below(values, limit):
    return max(values) < limit


def is_small(data):
    return below(data, LIMIT)


register("is small", is_small)

from functionfuse import workflow

SCALE = 10


def adjusted(value):
    return value + SCALE


@workflow
def observe(month):
    return adjusted(month)


@workflow
def forecast(value):
    return adjusted(2 * value)

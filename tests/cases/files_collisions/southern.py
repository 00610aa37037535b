from functionfuse import workflow

SCALE = -100


def adjusted(value):
    return (value + SCALE) // 2


@workflow
def observe(month):
    return adjusted(month)


@workflow
def forecast(value, days):
    return adjusted(value) * days

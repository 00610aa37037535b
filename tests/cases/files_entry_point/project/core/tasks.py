from functionfuse import workflow

from .. import VERSION


@workflow
def paint(colour, size):
    return [f"{colour[0]}{k}" for k in range(size)]


@workflow
def gallery(pictures, *, sign=VERSION):
    return [f"{'-'.join(picture)} v{sign}" for picture in pictures]

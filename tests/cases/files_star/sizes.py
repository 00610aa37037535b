SMALL = 2
LARGE = 10
_hidden = 3


def sizes():
    return [SMALL, LARGE, SMALL + LARGE + _hidden]

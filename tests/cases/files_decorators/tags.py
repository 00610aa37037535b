import functools

SEPARATOR = ": "


def counted(function):
    @functools.wraps(function)
    def call(*args):
        return f"{len(args)} of {function.__name__}{SEPARATOR}{function(*args)}"

    return call


def tagged(tag):
    def decorate(function):
        @functools.wraps(function)
        def call(*args):
            return f"{tag}{SEPARATOR}{function(*args)}"

        return call

    return decorate

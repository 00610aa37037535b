COUNT = 2
WORD = "hello"


def greeting(name):
    return f"{WORD} {name}"

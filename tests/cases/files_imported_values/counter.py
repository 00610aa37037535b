COUNT = 0


def count(what):
    global COUNT
    COUNT += 1
    print("counted", what)

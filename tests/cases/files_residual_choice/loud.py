COUNT = 1


def greeting(name):
    return f"HELLO {name.upper()}!"

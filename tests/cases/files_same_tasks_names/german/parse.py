from ffc import task

NUMBERS = {"eins": 1, "zwei": 2}


@task
def count(text):
    return sum(NUMBERS[word] for word in text.split())


@task
class Parser:
    def __init__(self, base):
        self.total = base

    def add(self, word):
        self.total -= NUMBERS[word]
        return f"={self.total}"

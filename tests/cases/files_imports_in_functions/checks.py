from ffc import task


@task
def checksum(text):
    return sum(ord(letter) for letter in text) % 97

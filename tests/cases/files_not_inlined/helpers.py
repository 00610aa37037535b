from toolbox import WIDTH


def shortened(text):
    return text[: 10 * WIDTH]

def describe(kind, text):
    return f"{kind} {text.strip('!')} ({len(text)})"

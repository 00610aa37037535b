"""Local modules imported inside functions, of the wiring and of tasks."""

from ffc import RayWorkflow, task


@task
def encoded(text, shift):
    from alphabet import LETTERS, rotated

    return "".join(
        rotated(letter, shift) if letter in LETTERS else letter for letter in text
    )


def pipeline(text):
    from naming import describe as named

    node = encoded(text, 3).set_name(named("encoded", text))
    if len(text) > 5:
        import checks

        return node, checks.checksum(node).set_name(named("checksum", text))
    return node, None


def main():
    leaves = []
    for text in ("hail", "caesar!"):
        node, check = pipeline(text)
        leaves.append(node)
        if check is not None:
            leaves.append(check)
    flow = RayWorkflow(*leaves, workflow_name="cipher")
    print([node.get_name() for node in leaves])
    print(flow.run())


if __name__ == "__main__":
    main()

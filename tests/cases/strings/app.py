r'''Text with "quotes", 'others', a \ backslash and {braces}.

Second paragraph:
    indented.
'''

from ffc import RayWorkflow, task

TEMPLATE = """
  Dear {name},
    "all" is 'well'.
"""


@task
def letter(name, closing="Yours\n"):
    """Writes a letter.

    The text has its own
        indentation, and \\n in it.
    """
    text = TEMPLATE.format(name=name)
    note = f"""
{'PS' + ':'}
	tab, {{braces}}, {name!r:>10}
"""
    return text + note + closing


def main():
    """This docstring is dropped, or kept: it does nothing."""
    # A comment about the name.
    name = 'Ad"a'

    # Two lines of comment,
    # then a string over several lines.
    closing = """Yours,
  the "driver"
    {not a field} \
joined
"""  # behind it
    first = letter(name)  # the short one
    # the long one
    second = letter(
        "B'" + name,  # concatenated
        closing=closing,
    ).set_name('"quoted" \\ {name} \'x\'')

    # wait for both
    flow = RayWorkflow(first, second, workflow_name='the "letters"')
    flow.query(r'"quoted" \\ \{name\}.*').set_remote_args(
        {"runtime_env": {"env_vars": {"QUOTE": '"\'\\'}}}
    )
    both = flow.run()

    """A string that does nothing."""
    print(*both, sep="-----\n")  # shown at the end

    # the last word


if __name__ == "__main__":
    main()  # nothing else

# The end.

"""The usual last line: `sys.exit(main())`."""

import sys

from ffc import RayWorkflow, task


@task
def negate(x):
    return -x


def main() -> int:
    result = RayWorkflow(negate(5), workflow_name="negate").run()
    print(result)
    return 0 if result < 0 else 1


if __name__ == "__main__":
    sys.exit(main())

"""The app is only an entry point: all that it does is in a package."""

# arguments: --size 3 --names red green blue

from project.cli import main

if __name__ == "__main__":
    main()

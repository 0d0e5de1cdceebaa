"""`python -m ceulog`."""

from ceulog.cli.main import entry

if __name__ == "__main__":
    entry()

"""The sample logbook, and throw-away copies of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def sample_folder() -> Path:
    """The sample logbook: in the installed package, else in the source tree.

    Raises:
        FileNotFoundError: the installation lacks it.
    """
    for place in (_PACKAGE / "sample_data", _PACKAGE.parent.parent / "sample_data"):
        if (place / "logbook" / "logbook.json").is_file():
            return place / "logbook"
    raise FileNotFoundError("the sample logbook is missing from this installation")


@contextmanager
def throw_away_copy() -> Iterator[Path]:
    """A private copy of the sample logbook, gone when the block ends.

    Raises:
        FileNotFoundError: the installation lacks it.
    """
    from shutil import copyfile, copytree  # noqa: PLC0415 - for the demo alone
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    with TemporaryDirectory(prefix="ceulog-demo-") as temporary:
        copy = Path(temporary) / "logbook"
        copytree(sample_folder(), copy, copy_function=copyfile)
        # an installation may be read-only; its copy must not be
        for folder in (copy, *(each for each in copy.rglob("*") if each.is_dir())):
            folder.chmod(0o700)
        yield copy

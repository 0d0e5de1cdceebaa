"""The maps for those who change the code, ARCHITECTURE and CONTRIBUTING: files, tests and packages are as they say."""

import re
import tomllib
from importlib.metadata import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "ceulog"
PAGES = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("ARCHITECTURE.md", "CONTRIBUTING.md")}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ROOTS = (ROOT, SOURCE, SOURCE / "tui", SOURCE / "rulebook")
"""Where a path that a page names may begin."""
MADE_UP = re.compile(r"\b(?:XYZ|XYC|xyz|NAME|PATHS|DIR|FOLDER)\b|schema-N|^\.venv|logbook\.json")
"""What stands for a name that the reader chooses, and files of a holder's."""


def quoted(page: str) -> list[str]:
    """What stands in backticks or in a shell block of a page, in single words."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return [word for each in (*re.findall(r"`([^`\n]+)`", page), *blocks) for word in each.split()]


def there(word: str) -> bool:
    """Whether there is what a word names: a file, a folder, or files of that pattern."""
    return any(next(root.glob(word.rstrip("/")), None) for root in ROOTS)


def missing(page: str) -> list[str]:
    """The paths and modules of a page that there are not."""
    words = [word for word in quoted(page) if not MADE_UP.search(word)]
    paths = {word for word in words if re.fullmatch(r"[\w.*-][\w.*/-]*/[\w.*-]*|[\w-]+\.(?:py|md|toml|json)", word)}
    modules = {word.replace(".", "/") for word in words if re.fullmatch(r"(?:tests|ceulog)(?:\.\w+)+", word)}
    found = {word for word in modules if there(f"{word}.py") or there(f"src/{word}.py") or there(f"{word}/__init__.py")}
    return sorted([*(word for word in paths if not there(word)), *(modules - found)])


@pytest.mark.parametrize("name", PAGES)
def test_every_file_and_test_that_a_page_names_is_there(name: str) -> None:
    assert missing(PAGES[name]) == []


def test_what_is_not_there_is_found() -> None:
    page = "`tests/test_gone.py`, `tests/test_docs.py`, `tui/gone.py`, `python -m tests.gone` and `domain/*.py`"
    assert missing(page) == ["tests/gone", "tests/test_gone.py", "tui/gone.py"]


def test_every_test_function_that_a_page_names_is_there() -> None:
    tests = "".join(each.read_text(encoding="utf-8") for each in (ROOT / "tests").rglob("test_*.py"))
    files = {each.stem for each in (ROOT / "tests").rglob("test_*.py")}
    named = {word for page in PAGES.values() for word in quoted(page) if re.fullmatch(r"test_\w+", word)}
    assert {word for word in named if word not in files and f"def {word}(" not in tests} == set()


def test_every_room_stands_in_the_architecture() -> None:
    rooms = re.findall(r"^\| `(\w+)/` \|", PAGES["ARCHITECTURE.md"], re.MULTILINE)
    assert sorted(rooms) == sorted(each.name for each in SOURCE.iterdir() if (each / "__init__.py").exists())


def test_the_architecture_is_one_page() -> None:
    lines = PAGES["ARCHITECTURE.md"].splitlines()
    assert len(lines) <= 120
    assert max(map(len, lines)) <= 160


def test_every_dependency_stands_there_with_its_licence() -> None:
    """By what each package says of itself."""
    extras = PROJECT["optional-dependencies"]
    wanted = [*PROJECT["dependencies"], *(each for name in extras if name != "dev" for each in extras[name])]
    names = [re.split(r"[<>=]", each)[0] for each in wanted]
    told = dict(re.findall(r"^\| ([\w-]+) \| ([\w.-]+) \| ", PAGES["ARCHITECTURE.md"], re.MULTILINE))
    told.pop("package")
    assert {name: said(name) for name in names} == told


def said(package: str) -> str:
    """The licence of a package; for older ones, which spell it as they please, its first word."""
    about = metadata(package)
    if "License-Expression" in about:
        return about["License-Expression"]
    classified = [each for each in about.get_all("Classifier", []) if each.startswith("License ::")]
    named = about["License"] if "License" in about else classified[0].rpartition(" :: ")[2]
    return named.split()[0]

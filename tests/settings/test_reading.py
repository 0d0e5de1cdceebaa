"""Reading the settings: what is good holds, what is not is said, and nothing is ever raised."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.settings.reading import MOST_BYTES, read_settings
from ceulog.settings.values import SETTINGS, Settings
from ceulog.settings.writing import fresh_text


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_no_file_is_no_fault(file: Path) -> None:
    assert read_settings(file) == (Settings(), [])


def test_every_value_of_every_setting_is_taken(file: Path) -> None:
    for row in SETTINGS:
        for value in row.values:
            file.write_text(f'{row.name} = "{value}"', encoding="utf-8")
            settings, faults = read_settings(file)
            assert (settings.value_of(row.name), faults) == (value, [])


def test_defaults_stand_in_one_place() -> None:
    assert {row.name: row.default for row in SETTINGS} == {row.name: Settings().value_of(row.name) for row in SETTINGS}
    assert set(Settings._fields) == {row.name for row in SETTINGS} | {"keys"}


def test_a_byte_order_mark_does_not_matter(file: Path) -> None:
    file.write_bytes(b'\xef\xbb\xbftheme = "light"\r\n')
    assert read_settings(file) == (Settings(theme="light"), [])


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("theme = 3", "theme cannot be 3; it can be auto, dark"),
        ("theme = ['light']", "theme cannot be ['light']"),
        ('motion = "slow"', "motion cannot be slow; it can be full or reduced. It is taken as full."),
        ('motion = "\x1b[31m"', None),
        ("motion = '''\x7f\u202eslow'''", None),
        ('color = "red"', "there is no setting color; there are theme, "),
        ('keys = "n"', "keys is a table"),
        ("[keys]\nadd = 3", 'add wants a key in quotes, such as "n"'),
        ('[keys]\nadd = ["n"]', "add wants a key"),
    ],
)
def test_one_thing_that_is_wrong_is_said_and_the_rest_holds(file: Path, text: str, named: str | None) -> None:
    file.write_text(f'week_start = "monday"\n{text}\n', encoding="utf-8")
    settings, faults = read_settings(file)
    if named is None:  # control characters: either refused whole, or said without them
        assert faults
        assert not set("".join(faults)) & {"\x1b", "\x7f", "\u202e"}
        return
    assert settings.week_start == "monday"
    assert len(faults) == 1
    assert named in faults[0]
    assert str(file) in faults[0]


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"theme = ", "cannot be read as TOML"),
        (b"a = " + b"[" * 6000, "cannot be read as TOML"),
        (b"a = " + b"9" * 6000, "cannot be read as TOML"),
        (b'theme = "\xff"', "not UTF-8"),
        (b"#" * (MOST_BYTES + 1), "larger than 64 KiB"),
    ],
)
def test_a_file_that_cannot_be_used_leaves_the_defaults(file: Path, data: bytes, named: str) -> None:
    file.write_bytes(data)
    settings, faults = read_settings(file)
    assert settings == Settings()
    assert len(faults) == 1
    assert named in faults[0]
    assert str(file) in faults[0]


def test_what_is_no_file_leaves_the_defaults(file: Path, tmp_path: Path) -> None:
    file.mkdir()
    assert "not a file" in read_settings(file)[1][0]
    assert read_settings(Path("bad\0name"))[0] == Settings()
    (tmp_path / "text").write_text("", encoding="utf-8")
    assert read_settings(tmp_path / "text" / "settings.toml")[0] == Settings()


def test_a_fresh_file_reads_as_the_defaults(file: Path) -> None:
    file.write_text(fresh_text(), encoding="utf-8")
    assert read_settings(file) == (Settings(), [])
    for row in SETTINGS:
        assert row.sentence in fresh_text()
        assert all(f'"{each.value}"  {each.words}' in fresh_text() for each in row.choices)


@given(st.one_of(st.binary(max_size=300), st.text(alphabet="theme=[]\"'keys\n.#{}1-", max_size=120).map(str.encode)))
def test_no_content_is_ever_raised(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.toml"
    file.write_bytes(data)
    settings, faults = read_settings(file)
    assert all(settings.value_of(row.name) in row.values for row in SETTINGS)
    assert all(each.endswith(".") for each in faults)

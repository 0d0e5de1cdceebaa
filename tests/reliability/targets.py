"""What is fuzzed: each place where the program reads what somebody else may have written or typed."""

import json
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import NamedTuple

from ceulog.domain.filtering import found
from ceulog.domain.refusals import Refusal
from ceulog.exchange.importing import cells
from ceulog.exchange.importing import dates as import_dates
from ceulog.logbook.errors import BadRules, StorageError
from ceulog.logbook.import_memory import memory_of, remember
from ceulog.logbook.opening import open_logbook
from ceulog.logbook.templates import add_template, put_back, remove_template, templates_of
from ceulog.settings.reading import read_settings
from ceulog.settings.writing import fresh_text, save_setting
from ceulog.wording.dates import BadDate, parse_date
from ceulog.wording.numbers import BadNumber, parse_ceus, parse_minutes
from ceulog.wording.quick_line import read_quick_line
from tests.reliability import seeds
from tests.reliability.desk import CLOCK, Broken, Desk, clean
from tests.reliability.leaving import nothing_leaks, nothing_runs
from tests.reliability.mutations import mutated, mutated_json, repacked, words
from tests.reliability.pdfs import mutated_pdf, papers, reads_paper

ENCODING = "surrogateescape"
READING = (
    ("status",), ("status", "--json"), ("list",), ("list", "--plain"), ("list", "--json"), ("list", "--csv"),
    ("check",),
    ("check", "--json"), ("why", "CPC"), ("why", "CCS", "--json"), ("credential", "list"), ("credential", "catalog"),
    ("export", "--cycle", "all"), ("export", "--cycle", "previous", "--profile", "ahima"), ("backups",),
    ("export", "../outside/x.html"), ("export", "../outside/x.md"), ("export", "--format", "jsonl", "--cycle", "all"),
    ("export", "../outside/x.xlsx", "--profile", "share"),
    ("packet", "../outside/x.zip"), ("calendar", "../outside/x.ics"), ("rollback", "--dry-run"), ("portal",),
    ("portal", "--crib"),
    ("status", "--with", "CDEO"), ("list", "--search", "for:AAPC ceus>1 missing:certificate"),
)  # fmt: skip
WRITING = (
    ("add", "New", "--ceus", "1"), ("undo",), ("redo",), ("tick", "CPC"), ("tick", "CCS", "--off"), ("backup",),
    ("rollback",),
    ("organization", "renew", "AAPC"), ("credential", "set", "CPC", "--number", "1"), ("holder", "set", "--name", "X"),
    ("organization", "set", "AAPC", "--extension", "2027-06-30"), ("credential", "remove", "CCS"),
)  # fmt: skip

Seeds = Callable[[Desk], Sequence[bytes]]
Case = Callable[[Desk, bytes, Random], None]


class Target(NamedTuple):
    """One place."""

    seeds: Seeds
    """What is right."""
    mutate: Callable[[Random, Sequence[bytes]], bytes]
    run: Case
    """Reads what was made of it; anything that it raises is a fault."""


def _text(data: bytes) -> str:
    return data.decode("utf-8", ENCODING)


def _ids(desk: Desk) -> list[str]:
    return list(json.loads(desk.log)["activities"])


def _logbook(desk: Desk, data: bytes, chance: Random) -> None:
    desk.file.write_bytes(data)
    shown = (("show", desk.last), ("edit", desk.last, "--title", "y"), ("remove", desk.last), ("restore", desk.last))
    desk.some(chance, READING, 4)
    if desk.file.read_bytes() != data:
        raise Broken("reading has written")
    desk.some(chance, WRITING + shown, 3)
    desk.some(chance, READING, 1)


def _merge(desk: Desk, data: bytes, chance: Random) -> None:
    other = desk.outside / "other"
    (other / "certificates").mkdir(parents=True)
    (other / "logbook.json").write_bytes(data)
    before = {each.name: each.read_bytes() for each in (desk.folder / "certificates").iterdir()}
    desk.run("merge", str(other), "--dry-run")
    code, _ = desk.run("merge", str(other))
    if (other / "logbook.json").read_bytes() != data:
        raise Broken("merging has written to the other copy")
    for name, kept in before.items():
        if (desk.folder / "certificates" / name).read_bytes() != kept:
            raise Broken(f"merging has changed the certificate {name}")
    desk.some(chance, (*READING, ("undo",)), 2)
    if not code:
        desk.run("undo")


def _copies(desk: Desk, data: bytes, chance: Random) -> None:
    """What a sync tool has left beside the log."""
    copy = desk.folder / "logbook (X's conflicted copy 2026-11-20).json"
    copy.write_bytes(data)
    before = desk.file.read_bytes()
    for each in (("status",), ("check",), ("merge", str(copy), "--dry-run", "--theirs")):
        desk.run(*each)
    if (desk.file.read_bytes(), copy.read_bytes()) != (before, data):
        raise Broken("looking has written")
    code, _ = desk.run("merge", str(copy), *chance.choice(((), ("--theirs",))))
    if not code:
        desk.run("undo")
    desk.some(chance, READING, 1)


def _import(desk: Desk, data: bytes, chance: Random) -> None:
    file = desk.outside / "table.csv"
    file.write_bytes(data)
    order = chance.choice(((), (), ("--date-format", chance.choice(("mdy", "dmy", "ymd")))))
    desk.run("import", str(file), *order, "--dry-run")
    code, _ = desk.run("import", str(file), *order)
    if code <= 1:
        desk.some(chance, READING, 1)
        rejects = desk.outside / "table.rejects.csv"
        if rejects.exists():
            desk.run("import", str(rejects), *order)


def _templates(desk: Desk, data: bytes, chance: Random) -> None:
    file = desk.folder / "templates.toml"
    file.write_bytes(data)
    listed = templates_of(desk.folder)
    clean("".join(listed.faults), "templates")
    clean("".join(f"{each.name}{each.title}{each.sponsor}" for each in listed.found), "a template")
    with suppress(Refusal, StorageError):
        for each in listed.found[:1]:
            gone = remove_template(desk.folder, each.name)
            put_back(desk.folder, gone)
            add_template(desk.folder, each._replace(name=f"{each.name[:50]} 2"))
        if len(templates_of(desk.folder).found) < len(listed.found):
            raise Broken("a template is gone")


def _memory(desk: Desk, data: bytes, chance: Random) -> None:
    (desk.folder / "imports.toml").write_bytes(data)
    clean("".join(memory_of(desk.folder).faults), "imports.toml")
    with suppress(Refusal, StorageError):
        remember(desk.folder, ("When", "What", "Hours"), {"date": "When", "title": "2"}, "dmy")
    table = desk.outside / "table.csv"
    table.write_bytes(b"When,What,Hours\n2026-03-04,Something,1\n")
    desk.run("import", str(table), "--map", "date=When", "--dry-run")


def _settings(desk: Desk, data: bytes, chance: Random) -> None:
    file = desk.outside / "settings.toml"
    file.write_bytes(data)
    _, faults = read_settings(file)
    clean("".join(faults), "settings")
    with suppress(Refusal):
        save_setting(file, "theme", "ansi")
        read_settings(file)


def _drafts(desk: Desk, data: bytes, chance: Random) -> None:
    from ceulog.tui.forms.draft_texts import draft_from

    (desk.folder / "drafts").mkdir(exist_ok=True)
    (desk.folder / "drafts" / "a.json").write_bytes(data)
    logbook = open_logbook(desk.folder, CLOCK)
    for each in logbook.drafts.waiting():
        draft = draft_from(each.texts, logbook.rulebook)
        clean("".join(str(text) for name, text in draft._asdict().items() if name != "notes"), "a draft")
        logbook.drafts.claim(each)


def _rules(desk: Desk, data: bytes, chance: Random) -> None:
    (desk.folder / "rules").mkdir()
    (desk.folder / "rules" / "body.toml").write_bytes(data)
    code, _ = desk.run("status")
    if not code:
        desk.run("credential", "add", "A", "--earned", "2024-05-14", "--cycle-end", "2027-03-31")
        desk.run("add", "x", "--ceus", "2", "--date", "2026-01-02")
        desk.run("why", "A")
    desk.some(chance, READING, 3)


def _packet(desk: Desk, data: bytes, chance: Random) -> None:
    if chance.random() < 0.4:
        data = repacked(chance, data)
    file = desk.outside / "fuzzed.zip"
    file.write_bytes(data)
    desk.run("packet", "--verify", str(file))


def _dates(desk: Desk, data: bytes, chance: Random) -> None:
    text = _text(data)
    with suppress(BadDate):
        parse_date(text, CLOCK, coming=chance.random() < 0.5)
    import_dates.days_in(text)
    import_dates.evidence([text, "1/2/2026"])
    with suppress(import_dates.BadDate):
        import_dates.parse_day(text, chance.choice((None, "mdy", "dmy", "ymd")))
    for parse in (parse_ceus, parse_minutes):
        with suppress(BadNumber):
            parse(text)
    for read in (cells.amount, cells.minutes, cells.grants, cells.names, cells.is_yes):
        with suppress(cells.BadCell):
            read(text)


def _quick(desk: Desk, data: bytes, chance: Random) -> None:
    line = read_quick_line(
        _text(data), CLOCK, organizations=("AAPC", "AHIMA"), credentials=("CPC", "CCS"), sponsors=("Acme",
        _text(data[:9]))
    )  # fmt: skip
    clean(f"{line.title}{line.sponsor}{line.index_number}{line.location}{line.unclear_date}", "the quick line")


def _filter(desk: Desk, data: bytes, chance: Random) -> None:
    state = open_logbook(desk.folder, CLOCK).state
    found(state.activities.values(), _text(data), CLOCK)
    if chance.random() < 0.1:
        desk.run("list", f"--search={_text(data)}")


def _arguments(desk: Desk, data: bytes, chance: Random) -> None:
    texts = [_text(each).replace("\x00", "") for each in data.split(b"\n")[:12]]
    if any(chance.random() < 0.3 and each for each in texts) and texts[0] not in _OUTWARD:
        desk.run(*texts)
    odd = chance.choice(texts)
    flag = chance.choice(_FLAGS)
    desk.run("add", chance.choice(texts) or "x", "--ceus", "1", f"{flag}={odd}")
    desk.run("edit", desk.last, f"{flag}={odd}")
    desk.run(
        *chance.choice(
            (("show", odd), ("why", odd), ("tick", odd), ("remove", odd), ("restore", odd), ("rollback", odd))
        )
    )
    desk.run("credential", "add", odd, f"--earned={chance.choice(texts)}", "--cycle-end=2027-03-31")
    desk.some(chance, READING, 1)


_OUTWARD = ("export", "packet", "calendar", "--demo", "--log", "import", "merge")
_FLAGS = (
    "--date", "--type", "--sponsor", "--minutes", "--index-number", "--for", "--credit", "--approved-for", "--domain",
    "--provided-by", "--presenter", "--location", "--note", "--ceus", "--title",
)  # fmt: skip


def _paths(desk: Desk, data: bytes, chance: Random) -> None:
    """Paths that are read from; and, where they lead nowhere else, written to."""
    name = _text(data)
    _odd_files(desk.outside)
    path = str(desk.outside / name.lstrip("/")) if name.count("..") <= 3 else name.replace("..", ".")
    desk.run("add", "x", "--ceus", "1", "--certificate", path)
    desk.run(*chance.choice((("import", path), ("merge", path), ("packet", "--verify", path), ("rollback", name))))
    if Path(os.path.realpath(path.replace("\x00", ""))).is_relative_to(desk.folder.parent):
        desk.run(*chance.choice((("export", path), ("packet", path), ("calendar", path))))
    if any(each.is_symlink() or each.stat().st_mode & 0o077 for each in (desk.folder / "certificates").iterdir()):
        raise Broken("what was attached is open to others, or leads elsewhere")


def _odd_files(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    (folder / "link").symlink_to("/dev/zero")
    (folder / "loop").symlink_to("loop")
    (folder / "CON").write_bytes(b"x")
    (folder / "a folder").mkdir()
    for name in (b"\xff\xfe", "né\u202e\x1b[31m.pdf".encode(), b"-rf", b"%s", b"a" * 250):
        with suppress(OSError):
            Path(os.fsdecode(bytes(folder) + b"/" + name)).write_bytes(b"proof")


TARGETS: dict[str, Target] = {
    "logbook": Target(lambda desk: [desk.log], mutated_json, _logbook),
    "merge": Target(lambda desk: [desk.log], mutated_json, _merge),
    "copies": Target(lambda desk: [desk.log], mutated_json, _copies),
    "exports": Target(lambda desk: [desk.log], mutated_json, nothing_runs),
    "share": Target(lambda desk: [desk.log], words, nothing_leaks),
    "import": Target(seeds.tables, mutated, _import),
    "rules": Target(seeds.rules, mutated, _rules),
    "templates": Target(lambda _: [seeds.TEMPLATES], mutated, _templates),
    "memory": Target(lambda _: [seeds.MEMORY], mutated, _memory),
    "settings": Target(lambda _: [fresh_text().encode() + b'[keys]\nadd = "n"\n'], mutated, _settings),
    "drafts": Target(lambda _: [seeds.DRAFT], mutated_json, _drafts),
    "pdf": Target(papers, mutated_pdf, reads_paper),
    "packet": Target(seeds.packets, mutated, _packet),
    "dates": Target(lambda _: seeds.DAYS, words, _dates),
    "quick": Target(lambda _: seeds.LINES, words, _quick),
    "filter": Target(lambda _: seeds.FILTERS, words, _filter),
    "arguments": Target(lambda _: seeds.COMMANDS, mutated, _arguments),
    "paths": Target(lambda _: seeds.NAMES, mutated, _paths),
}

__all__ = ["TARGETS", "BadRules", "Target"]

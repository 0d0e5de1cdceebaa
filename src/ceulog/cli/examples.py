"""What stands below the help of each command: an example or two, and its exit codes where a script needs them.

Imported for a help alone.
"""

EXAMPLES: dict[str, tuple[str, ...]] = {
    "add": (
        'ceulog add "E/M documentation update" --ceus 1.5 --sponsor AAPC --type webinar',
        'ceulog add "Sepsis coding" --minutes 90 --for AHIMA --date 11/20 --certificate sepsis.pdf',
    ),
    "list": ("ceulog list --cycle current", 'ceulog list --search "auditing type:webinar -missing:certificate"'),
    "show": ("ceulog show 3b5be0c7",),
    "open": ("ceulog open 3b5be0c7", "ceulog open 3b5be0c7 2 --path"),
    "edit": ("ceulog edit 3b5be0c7 --ceus 2", "ceulog edit 3b5be0c7 --certificate ~/Downloads/certificate.pdf"),
    "remove": ("ceulog remove 3b5be0c7",),
    "restore": ("ceulog restore 3b5be0c7",),
    "undo": ("ceulog undo",),
    "redo": ("ceulog redo",),
    "tick": ("ceulog tick CCS", 'ceulog tick CPC-A "second letter" --date 11/20/2026'),
    "status": ("ceulog status", "ceulog status --with CRC"),
    "why": ("ceulog why CPMA",),
    "export": (
        "ceulog export log.csv --credential CPC --profile aapc",
        "ceulog export log.xlsx --cycle all",
        "ceulog export log.html --profile share",
    ),
    "import": (
        'ceulog import "my ceus.csv" --dry-run',
        'ceulog import "my ceus.csv" --map title="Name of class" --date-format mdy',
    ),
    "certificates": ("ceulog certificates ~/Documents/Certificates --dry-run",),
    "packet": ("ceulog packet packet.zip --credential CPC", "ceulog packet --verify packet.zip"),
    "portal": (
        "ceulog portal --organization AAPC --crib",
        "ceulog portal --organization AAPC --submitted --all",
        "ceulog portal --organization AHIMA --entered 3b5be0c7",
    ),
    "calendar": ("ceulog calendar ceu.ics",),
    "check": ("ceulog check", "ceulog check --quiet"),
    "credential": (
        "ceulog credential add CPC --earned 2019-05-14 --cycle-end 2027-03-31",
        "ceulog credential set CCS --self-assessment optional",
        'ceulog credential set CPC --required 27 --reason "my tracker says 27: pro-rated"',
        "ceulog credential catalog audit",
    ),
    "organization": (
        "ceulog organization set AAPC --dues-date 2027-03-31 --dues-amount 205",
        "ceulog organization set AAPC --verification-asked today --verification-due 2026-12-20",
        "ceulog organization renew AAPC",
    ),
    "holder": ('ceulog holder set --name "Jane Coder"',),
    "merge": ("ceulog merge /media/stick/ceulog --dry-run", "ceulog merge /media/stick/ceulog --theirs all"),
    "backup": ("ceulog backup",),
    "backups": ("ceulog backups",),
    "rollback": ("ceulog rollback --dry-run",),
    "locate": ("ceulog locate",),
}
"""Command -> command lines. Those of `completion` stand in its own help."""

MORE = {
    "list": "IDs stand first in each line; enough of their beginning does.",
    "show": "The ID is the one that `ceulog list` prints first.",
    "edit": "What is not named stays as it is. `ceulog undo` takes the change back.",
    "remove": "Nothing is deleted: `ceulog restore ID` or `ceulog undo` brings it back.",
    "rollback": "Without --dry-run it goes back; `ceulog undo` takes that back. Copies are listed by `ceulog backups`.",
    "import": (
        "Exit code 1: a line was rejected; the others are in, and the rejected ones in NAME.rejects.csv.\n"
        "`ceulog undo` takes an import back; importing a file twice adds nothing."
    ),
    "check": "Exit code 0: nothing was found; 1: findings.",
    "packet": "Exit code 1 of --verify: something in the packet is not as it was made.",
    "certificates": (
        "Needs `pip install 'ceulog[pdf]'`.\n"
        "Exit code 1: a file was left, as it was not confirmed or could not be read whole."
    ),
    "export": ".xlsx needs `pip install 'ceulog[xlsx]'`.",
    "merge": "`ceulog undo` takes a merge back.",
    "organization": "What `renew` closed never changes again; `ceulog organization history AAPC` shows it.",
}
"""Command -> what else one has to know."""


def below(name: str) -> str:
    """What stands below the help of a command; empty where there is nothing to say."""
    lines = EXAMPLES.get(name, ())
    shown = "\n".join(["example:" if len(lines) == 1 else "examples:", *(f"  {each}" for each in lines)])
    return "\n\n".join(filter(None, [shown if lines else "", MORE.get(name, "")]))

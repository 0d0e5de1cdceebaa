"""A body of the holder's own, with every kind of bar and with hostile words, and a log that holds it."""

from pathlib import Path

from ceulog.domain.editions import Rulebook
from ceulog.domain.state import LogState
from ceulog.logbook.logbook import Logbook
from ceulog.rulebook.loader import read_rules
from tests.builders import TODAY, a_cycle, a_held, a_log, an_activity, ids, shipped
from tests.tui.host import a_logbook

HOSTILE = '[/x] it\'s \\"so\\" 漢字 $x'
"""As it stands in TOML; read, it is `[/x] it's "so" 漢字 $x`."""
READ = '[/x] it\'s "so" 漢字 $x'

RULES = f"""
schema = 1
[organization]
code = "BODY"
name = "Body {HOSTILE}"
[[credential]]
code = "Q[/x]'"
name = "Name {HOSTILE}"
note = "Note {HOSTILE}"
[[edition]]
id = "body-1"
starts = 2020-01-01
source = "Source {HOSTILE}"
summary = "Summary {HOSTILE}"
pool = {{ kind = "each", figures = {{ "Q[/x]'" = 10 }} }}
[[edition.requirement]]
kind = "hours"
label = "Practice {HOSTILE}"
hours = 20
credentials = ["Q[/x]'"]
where = {{ field = "type", any_of = ["course"] }}
[[edition.requirement]]
kind = "all_of"
label = "Road {HOSTILE}"
credentials = ["Q[/x]'"]
[[edition.requirement.of]]
kind = "tick"
label = "one {HOSTILE}"
[[edition.requirement.of]]
kind = "tick"
label = "two {HOSTILE}"
[[edition.step]]
days = -10
says = "Step {HOSTILE}"
cost = 5
"""
CODE = "Q[/x]'"


def own_rules() -> Rulebook:
    """The shipped rules, and the body's."""
    organization, _ = read_rules("body.toml", RULES)
    return Rulebook({"BODY": organization, **shipped().organizations})


def own_log() -> LogState:
    """Holds the body's credential, its cycle about to end."""
    return a_log(
        an_activity("4", "2026-06-01", at="BODY", type="course", minutes=12 * 60),
        held=[a_held(CODE, "2024-12-01", "BODY")],
        cycles={"BODY": a_cycle("2024-12-01", "2026-11-30", rules_seen="body-0")},
    )


def own_logbook(folder: Path) -> Logbook:
    """That log on the disk, with rules that know its body."""
    a_logbook(folder, own_log())
    return Logbook(folder, own_rules(), today=lambda: TODAY, new_id=ids())

"""A holder's own rules: taken whole, or refused with the line and the reason."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from ceulog.logbook.opening import open_logbook
from tests.builders import TODAY, shipped
from tests.logbook.rule_files import AFTER, BODY, LATER, refusal, rules

BY_COUNT = 'kind = "by-count"\ntable = [36, 40]'


def in_place_of(old: str, new: str) -> str:
    """The body with one thing in it different."""
    assert BODY.count(old) == 1
    return BODY.replace(old, new)


def with_rule(*lines: str) -> str:
    """The body with a requirement; its header is line AFTER + 2."""
    return "\n".join((f"{BODY}\n[[edition.requirement]]", *lines, ""))


def with_step(line: str) -> str:
    return f'{BODY}\n[[edition.step]]\nsays = "x"\n{line}\n'


TYPES_AND_NAMES: Sequence[tuple[str, int, str]] = (
    # what the file is made of
    ("", 1, "organization: this table is missing; line 1: schema: the line schema = 1 is missing"),
    (in_place_of("schema = 1", "schema = 2"), 1, "schema: it must be 1"),
    (in_place_of("[organization]", "[organisation]"), 2, "a file of rules has no such table"),
    (in_place_of("[organization]", "[[organization]]"), 2, "organization: it must be a table"),
    (f"{BODY}\n[[editions]]\n", AFTER + 2, "editions: a file of rules has no such table"),
    (in_place_of("[[edition]]", "[edition]"), 16, "write two brackets"),
    (f"edition = 3\n{BODY[: BODY.index('[[edition]]')]}", 1, "the editions must be a list (you typed 3)"),
    (f"edition = [3]\n{BODY[: BODY.index('[[edition]]')]}", 1, "edition 1 is not in a form that can be read"),
    (in_place_of('name = "Body"', 'name = "Body"\nedition = []'), 5, "write [[edition]], outside of the organization"),
    (f'{BODY}[[domain]]\nid = 1\nname = "x"\n', AFTER + 1, "the HIIM domains are AHIMA's own"),
    # values of the wrong kind
    (in_place_of('code = "BODY"', "code = 3"), 3, "the code of the organization must be text (you typed 3)"),
    (in_place_of('code = "BODY"\n', ""), 2, "the code of the organization is missing"),
    (in_place_of('name = "Beta"', 'nam = "Beta"'), 13, "nobody knows a field called nam"),
    (in_place_of('name = "Beta"\n', ""), 11, "the name of credential 2 is missing"),
    (in_place_of("2020-01-01", '"soon"'), 18, "the first day of edition 1 soon is not understood; write it as 2026-11"),
    (in_place_of("2020-01-01", "2020-01-01T10:00:00"), 18, "a day without a time of day"),
    (in_place_of("starts = 2020-01-01\n", ""), 16, "the first day of edition 1 is missing"),
    (in_place_of('source = "a test"\n', ""), 16, "the source of edition 1 is missing"),
    (in_place_of("A = 10", 'A = "ten"'), 23, "the figure for A of the pool of edition 1 must be a number"),
    (in_place_of("A = 10", "A = true"), 23, "figure for A of the pool of edition 1"),
    (in_place_of('"each"', '"every"'), 22, "every is no kind of the pool of edition 1; choose one of: by-count"),
    (in_place_of('"a test"', '"a test"\nbinds_running = "x"'), 20, "must be yes or no"),
    (in_place_of('"a test"', '"a test"\nrequirement = 3'), 20, "the requirements of edition 1 must be a list"),
    (in_place_of('"a test"', '"a test"\nrequirement = [3]'), 20, "requirement 1 of edition 1 is not in a form"),
    (in_place_of('name = "Body"', 'name = "Body"\ncycle_months = "24"'), 5, "months of a cycle of the organization"),
    (with_rule('kind = "wish"', 'label = "x"'), AFTER + 3, "wish is no kind of requirement; choose one of: minimum"),
    (with_rule('label = "x"'), AFTER + 2, "the kind of requirement 1 of edition 1 is missing"),
    (with_rule('kind = "tick"', 'label = "x"', "boxes = 1.5"), AFTER + 5, "must be a whole number"),
    (with_rule('kind = "share"', 'label = "x"', "percent = 40"), AFTER + 2, "the property of requirement 1 of edition"),
    (
        with_rule('kind = "any_of"', 'label = "x"', "[[edition.requirement.of]]", 'kind = "tick"', "label = 3"),
        AFTER + 7,
        "the label of part 1 of requirement 1 of edition 1 must be text",
    ),
    (
        with_rule('kind = "share"', 'label = "x"', "percent = 40", 'where = { field = "tipe" }'),
        AFTER + 6,
        "tipe is no field of the property of requirement 1",
    ),
)

THE_BODY: Sequence[tuple[str, int, str]] = (
    (BODY[: BODY.index("[[credential]]")] + BODY[BODY.index("[[edition]]") :], 1, "credential: at least one is needed"),
    (BODY[: BODY.index("[[edition]]")], 1, "editions: at least one is needed"),
    (in_place_of('"BODY"', '"THE BODY"'), 3, "code of the organization: THE BODY is no code"),
    (in_place_of('code = "B"', 'code = "-B"'), 12, "-B is no code"),
    (in_place_of('code = "B"', 'code = ""'), 12, "an empty text is no code"),
    (in_place_of('code = "B"', 'code = "ABCDEFGHIJKLM"'), 12, "ABCDEFGHIJKLM is no code: at most 12"),
    (in_place_of('code = "B"', 'code = "Ä"'), 12, "Ä is no code"),
    (in_place_of('code = "B"', 'code = "a"'), 12, "code of credential 2: a is there twice"),
    (in_place_of('name = "Beta"', 'name = "Beta"\naliases = ["aa"]'), 14, "alias 1 of credential 2: aa is there twice"),
    (in_place_of('group = "special"', 'group = ""'), 14, "group of credential 2: it is empty"),
    (in_place_of('name = "Beta"', 'name = " "'), 13, "name of credential 2: it is empty"),
    (in_place_of('name = "Beta"', f'name = "{"x" * 201}"'), 13, "it is 201 characters long; 200 are the most"),
    (in_place_of('name = "Beta"', 'name = "Be\\u001b[1mta"'), 13, "it has control characters in it"),
    (in_place_of('name = "Beta"', 'name = "Be\\u202eta"'), 13, "it has control characters in it"),
    (in_place_of('name = "Beta"', 'name = "Be\\nta"'), 13, "it must be one line of text"),
    (in_place_of("figures = { A", 'figures = { "A\\u0007" = 1, A'), 23, "it has control characters in it"),
    (in_place_of('"a test"', f'"{"x" * 1001}"'), 19, "it is 1001 characters long"),
    (in_place_of('name = "Beta"', 'name = "Beta"\nreplaces = ["Z"]'), 14, "Z is no credential of BODY"),
    (in_place_of('name = "Beta"', 'name = "Beta"\nreplaces = ["AA"]'), 14, "AA must be written A"),
    (in_place_of('name = "Beta"', 'name = "Beta"\nreplaces = ["B"]'), 14, "it replaces itself"),
    (
        in_place_of('"Alpha"', '"Alpha"\nreplaces = ["B"]').replace('"Beta"', '"Beta"\nreplaces = ["A"]'),
        9,
        "by way of others it replaces itself",
    ),
    (in_place_of('name = "Body"', 'name = "Body"\ncycle_months = 0'), 5, "a cycle has from 1 to 120 months"),
    (in_place_of('name = "Body"', 'name = "Body"\ncycle_months = 121'), 5, "a cycle has from 1 to 120 months"),
    *(
        (
            in_place_of('name = "Body"', f'name = "Body"\nverification = {{ days = {each} }}'),
            5,
            "days of the verification of the organization: they must be from 1 to 3660",
        )
        for each in (-1, 0, 3661)
    ),
    (in_place_of('name = "Body"', f'name = "Body"\nverification = {{ word = "{"x" * 81}" }}'), 5, "80 are the most"),
    # what others are called already
    (in_place_of('"BODY"', '"aapc"'), 3, "code of the organization: AAPC is in the rules that come with the program"),
    (in_place_of('"AA"', '"cpc"'), 9, "alias 1 of credential 1: cpc is a credential of AAPC"),
    (in_place_of('code = "B"', 'code = "CPC-H"'), 12, "CPC-H is a credential of AAPC, in the rules that come with"),
)

EDITIONS: Sequence[tuple[str, int, str]] = (
    (in_place_of('"body-1"', '"body 1"'), 17, "id of edition 1: body 1 is no id"),
    (in_place_of('"a test"', '" "'), 19, "source of edition 1: it is empty; say who states these rules"),
    (f'{BODY}\n[[edition]]\nid = "body-1"\n', AFTER + 3, "id of edition 2: body-1 is the id of an earlier edition"),
    (BODY + LATER.replace("2022", "2020"), AFTER + 6, "first day of edition 2: body-1 begins on the same day"),
    (BODY + LATER.replace("body-1", "body-0"), AFTER + 4, "base of edition 2: no earlier edition is called body-0"),
    (BODY + LATER.replace('"body-1"', "[]"), AFTER + 4, "no earlier edition is called []"),
    # the pool
    (
        in_place_of("figures = { A = 10, B = 12 }", "figures = {}"),
        23,
        "figures of the pool of edition 1: they lack A, B",
    ),
    (in_place_of(", B = 12", ""), 23, "they lack B"),
    (in_place_of("A = 10", "AA = 10, A = 10"), 23, "figure for AA of the pool of edition 1: AA must be written A"),
    (in_place_of("A = 10", "Z = 10, A = 10"), 23, "Z is no credential of BODY"),
    (in_place_of("A = 10", "A = 0"), 23, "figure for A of the pool of edition 1: 0 is too little"),
    (in_place_of("A = 10", "A = -1"), 23, "-1 is too little; it must be more than 0"),
    (in_place_of("A = 10", "A = 2000.5"), 23, "it can be at most 2000"),
    (in_place_of("A = 10", "A = 1.005"), 23, "1.005 is too fine"),
    (in_place_of("A = 10", "A = nan"), 23, "it is no number of ordinary size"),
    (in_place_of("A = 10", "A = -inf"), 23, "it is no number of ordinary size"),
    (in_place_of("A = 10", "A = 1e-99999"), 23, "it is no number of ordinary size"),
    (in_place_of("A = 10", f"A = 1.5{'0' * 15}"), 23, "it is no number of ordinary size"),
    (in_place_of("A = 10", "A = 0e99999"), 23, "it is no number of ordinary size"),
    (in_place_of("A = 10", 'A = "1e-99999"'), 23, "it is no number of ordinary size"),
    (in_place_of("A = 10", f"A = 0x{'f' * 9000}"), 23, "it is no number of ordinary size"),
    (in_place_of("A = 10", f"A = 1e{'9' * 40}"), 1, "it holds a number of no ordinary size"),
    (in_place_of("A = 10", f"A = {'9' * 9000}"), 1, "it holds a number of no ordinary size"),
    (in_place_of('kind = "each"', 'kind = "largest-plus"\nplus = -1'), 23, "-1 is too little; it must be at least 0"),
    (in_place_of('kind = "each"', 'kind = "largest-plus"\nceiling = 0'), 23, "ceiling of the pool of edition 1"),
    (in_place_of('kind = "each"', 'kind = "by-count"'), 21, "table of the pool of edition 1: it is empty"),
    (
        in_place_of('kind = "each"', 'kind = "by-count"\ntable = [1, 0]'),
        23,
        "figure 2 of the pool of edition 1: 0 is too little",
    ),
    (in_place_of('kind = "each"', f'{BY_COUNT}\nnot_counted = ["Z"]'), 24, "Z is no credential of BODY"),
    # the rest of an edition
    (
        in_place_of('"a test"', '"a test"\nrounding = { unit = 0, ceus = 1, from_minutes = 1 }'),
        20,
        "unit in minutes of",
    ),
    (in_place_of('"a test"', '"a test"\nrounding = { unit = 60, ceus = 0, from_minutes = 1 }'), 20, "0 is too little"),
    (
        in_place_of('"a test"', '"a test"\nrounding = { unit = 60, ceus = 1, from_minutes = -5 }'),
        20,
        "-5 is too little",
    ),
    (
        in_place_of('"a test"', '"a test"\ncore_only = ["webnar"]'),
        20,
        "core-only type 1 of edition 1: webnar is no type",
    ),
    (
        in_place_of('"a test"', '"a test"\nexpiry = [{ types = ["quizz"], months = 9 }]'),
        20,
        "quizz is no type of activity",
    ),
    (in_place_of('"a test"', '"a test"\nexpiry = [{ types = ["quiz"], months = 0 }]'), 20, "must be from 1 to 120"),
    (with_step("days = -9999"), AFTER + 4, "days of step 1 of edition 1: they can be at most 3660"),
    (with_step("months = 9999"), AFTER + 4, "they can be at most 120"),
    (with_step("months = 99999999999"), AFTER + 4, "it is no number of ordinary size"),
    (with_step("cost = -5"), AFTER + 4, "cost of step 1 of edition 1: -5 is too little"),
)

A_TICK = ('kind = "tick"', 'label = "x"')
A_CHOICE = ('kind = "any_of"', 'label = "x"', 'credentials = ["A"]')
PART = ("[[edition.requirement.of]]", 'label = "y"')
A_SHARE = ('kind = "share"', 'label = "x"')


def nested(depth: int) -> str:
    lines = [*A_CHOICE]
    for level in range(1, depth):
        lines += [f"[[edition.requirement{'.of' * level}]]", 'kind = "all_of"', f'label = "{level}"']
    return with_rule(*lines, f"[[edition.requirement{'.of' * depth}]]", 'kind = "tick"', 'label = "box"')


REQUIREMENTS: Sequence[tuple[str, int, str]] = (
    (with_rule(*A_TICK), AFTER + 2, "requirement 1 of edition 1: it is for no credential"),
    (with_rule('kind = "minimum"', 'label = "x"', "ceus = 1"), AFTER + 2, "it is for no credential"),
    (with_rule('kind = "any_of"', 'label = "x"', *PART, 'kind = "tick"'), AFTER + 2, "it is for no credential"),
    (with_rule('kind = "tick"', 'label = ""', 'groups = ["core"]'), AFTER + 4, "label of requirement 1 of edition 1"),
    (with_rule(*A_TICK, 'credentials = ["Z"]'), AFTER + 5, "credential 1 of requirement 1 of edition 1: Z is no cred"),
    (with_rule(*A_TICK, 'groups = ["core", "x"]'), AFTER + 5, "group 2 of requirement 1 of edition 1: no credential"),
    (with_rule(*A_TICK, 'groups = ["core"]', "boxes = 0"), AFTER + 6, "number of boxes of requirement 1"),
    (with_rule(*A_TICK, 'groups = ["core"]', "boxes = 2001"), AFTER + 6, "it can be at most 2000"),
    (with_rule(*A_TICK, 'groups = ["core"]', "ceus = 0"), AFTER + 6, "CEUs of requirement 1 of edition 1: 0 is too li"),
    (
        with_rule('kind = "minimum"', 'label = "x"', "ceus = -2", "when_alone = 0", 'groups = ["core"]'),
        AFTER + 5,
        "CEUs of requirement 1 of edition 1: -2 is too little; it must be more than 0; line",
    ),
    (
        with_rule('kind = "hours"', 'label = "x"', "hours = 0", 'groups = ["core"]', 'where = { field = "type" }'),
        AFTER + 5,
        "hours of requirement 1 of edition 1: 0 is too little",
    ),
    (with_rule(*A_SHARE, "percent = 0", 'where = { field = "type", any_of = ["quiz"] }'), AFTER + 5, "from 1 to 100"),
    (with_rule(*A_SHARE, "percent = 101", 'where = { field = "type", any_of = ["quiz"] }'), AFTER + 5, "101 is out of"),
    (with_rule(*A_SHARE, "percent = 9", 'where = { field = "type" }'), AFTER + 6, "it names no value"),
    (
        with_rule(*A_SHARE, "percent = 9", 'where = { field = "type", any_of = ["quiz", "x"] }'),
        AFTER + 6,
        "value 2 of the property of requirement 1 of edition 1: x is no type of activity; there are webinar",
    ),
    (
        with_rule(*A_SHARE, "percent = 9", 'where = { field = "provided_by", none_of = ["us"] }'),
        AFTER + 6,
        "excluded value 1 of the property of requirement 1 of edition 1: us is no provider; there are ahima",
    ),
    (
        with_rule(*A_SHARE, "percent = 9", 'where = { field = "domain", any_of = ["99"] }'),
        AFTER + 6,
        "99 is no HIIM domain; there are 2, 18",
    ),
    (with_rule('kind = "cap"', 'label = "x"'), AFTER + 2, "it has no limit: give a percent, or per_activity"),
    (with_rule('kind = "cap"', 'label = "x"', "per_activity = 0"), AFTER + 5, "CEUs of one activity of requirement 1"),
    (with_rule(*A_CHOICE, "of = []"), AFTER + 6, "parts of requirement 1 of edition 1: at least one is needed"),
    (
        with_rule(*A_CHOICE, *PART, 'kind = "cap"', "percent = 9"),
        AFTER + 8,
        "kind of part 1 of requirement 1 of edition 1: a cap is asked of all together",
    ),
    (
        with_rule(*A_CHOICE, *PART, 'kind = "minimum"', "ceus = 9"),
        AFTER + 6,
        "as a part of a choice it must say of which activities (where)",
    ),
    (with_rule(*A_CHOICE, *PART, 'kind = "tick"', "ceus = 9"), AFTER + 9, "on a part of a choice this says nothing"),
    (with_rule(*A_CHOICE, *PART, 'kind = "tick"', "required = false"), AFTER + 9, "on a part of a choice this says"),
    (with_rule(*A_CHOICE, *PART, 'kind = "tick"', 'credentials = ["A"]'), AFTER + 9, "on a part of a choice this"),
    (
        with_rule('kind = "cap"', 'label = "x"', "percent = 20"),
        AFTER + 5,
        "of whose CEUs is not clear where each credential owes its own",
    ),
    (nested(5), AFTER + 15, "choices can lie 4 deep inside of one another"),
    (with_rule(*A_TICK, 'groups = ["core"]', "[[edition.requirement]]", *A_TICK), AFTER + 8, "there is a tick of that"),
)


WRONG = (*TYPES_AND_NAMES, *THE_BODY, *EDITIONS, *REQUIREMENTS)


@pytest.mark.parametrize(("text", "line", "reason"), WRONG, ids=[reason for _, _, reason in WRONG])
def test_what_is_wrong_is_said_with_its_line(text: str, line: int, reason: str) -> None:
    said = refusal(text)
    assert f"line {line}: " in said
    assert reason in said[said.index(f"line {line}: ") :]


QUIZ = 'where = { field = "type", any_of = ["quiz"] }'
BY_NUMBER = in_place_of('kind = "each"', BY_COUNT)
ON_THE_BORDER: Sequence[str] = (
    in_place_of('name = "Beta"', f'name = "{"x" * 200}"'),
    in_place_of('code = "B"', 'code = "ABCDEFGHIJKL"').replace("B = 12", "ABCDEFGHIJKL = 12"),
    in_place_of('group = "special"', f'group = "{"x" * 80}"'),
    in_place_of('"body-1"', f'"{"x" * 40}"'),
    *(in_place_of('name = "Body"', f'name = "Body"\ncycle_months = {each}') for each in (1, 120)),
    *(in_place_of('name = "Body"', f'name = "Body"\nverification = {{ days = {each} }}') for each in (1, 3660)),
    *(in_place_of("A = 10", f"A = {each}") for each in ("2000", "0.01", "1.25", f"1.5{'0' * 14}")),
    in_place_of('kind = "each"', 'kind = "largest-plus"\nplus = 0\nceiling = 2000'),
    *(in_place_of('"a test"', f'"a test"\nexpiry = [{{ types = ["quiz"], months = {each} }}]') for each in (1, 120)),
    *(with_step(each) for each in ("days = -3660", "days = 3660", "months = -120", "months = 120", "cost = 0")),
    *(
        f"{BY_NUMBER}\n[[edition.requirement]]\n{chr(10).join((*A_SHARE, f'percent = {each}', QUIZ))}\n"
        for each in (1, 100)
    ),
    with_rule('kind = "tick"', f'label = "{"x" * 80}"', 'groups = ["core"]'),
    nested(4),
)


@pytest.mark.parametrize("text", ON_THE_BORDER)
def test_what_is_just_within_the_bounds_is_taken(text: str) -> None:
    assert rules(text).organizations["BODY"].edition


@pytest.mark.parametrize(("length", "words"), [(80, "x" * 80), (81, f"{'x' * 80}…")])
def test_a_long_value_is_said_back_cut_short(length: int, words: str) -> None:
    assert f": {words} is no credential of BODY" in refusal(with_rule(*A_TICK, f'credentials = ["{"x" * length}"]'))


def test_several_faults_are_named_together_in_the_order_of_their_lines() -> None:
    said = refusal(in_place_of("A = 10", "A = 0").replace('"a test"', '""').replace('"Beta"', '""'))
    assert re.findall("line [0-9]+", said) == ["line 13", "line 19", "line 23"]


def test_of_many_faults_the_first_are_named_and_the_rest_counted() -> None:
    said = refusal(f"{BODY}{''.join(f'a{number} = 1{chr(10)}' for number in range(8))}")
    assert said.count("line ") == 5
    assert said.endswith("; and 3 more")


def test_a_fault_of_what_was_inherited_is_said_where_it_stands() -> None:
    text = BODY.replace("2020", "2024") + LATER + 'pool = { kind = "each", figures = { A = 1, B = 0 } }\n'
    # edition 2 of the file is the older one: the places are those of the file all the same
    assert refusal(text) == (
        f"line {AFTER + 7}: figure for B of the pool of edition 2: 0 is too little; it must be more than 0"
    )
    inherited = with_rule(*A_TICK, 'groups = ["core"]', "boxes = 0") + LATER
    assert refusal(inherited) == (
        f"line {AFTER + 6}: number of boxes of requirement 1 of edition 1: 0 is too little; it must be more than 0"
    )
    mistyped = with_rule(*A_TICK, 'groups = ["core"]', 'boxes = "x"') + LATER
    assert refusal(mistyped) == (
        f"line {AFTER + 6}: the number of boxes of requirement 1 of edition 1 must be a whole number (you typed x)"
    )


def test_files_may_not_share_a_name() -> None:
    other = BODY.replace("BODY", "OTHER").replace('"A"', '"C"').replace('"AA"', '"CC"').replace('"B"', '"D"')
    other = other.replace("A = 10, B = 12", "C = 10, D = 12")
    assert {"BODY", "OTHER"} <= set(rules(BODY, other).organizations)
    assert "code of the organization: BODY is in a.toml already" in refusal(BODY, BODY)
    assert "line 9: alias 1 of credential 1: aa is a credential of BODY, in a.toml, already" in refusal(
        BODY, other.replace('"CC"', '"aa"')
    )


def test_a_mark_of_byte_order_and_the_line_ends_of_windows_are_no_matter() -> None:
    plain = rules(BODY).organizations["BODY"]
    assert rules(b"\xef\xbb\xbf" + BODY.replace("\n", "\r\n").encode()).organizations["BODY"] == plain


def test_without_files_the_rules_are_those_shipped(tmp_path: Path) -> None:
    assert open_logbook(tmp_path, TODAY).rulebook == shipped()


def test_the_files_of_the_folder_stand_beside_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "body.toml").write_text(BODY)
    found = open_logbook(tmp_path, TODAY).rulebook
    assert list(found.organizations) == [*shipped().organizations, "BODY"]
    assert found.domains == shipped().domains
    assert (tmp_path / "rules" / "body.toml").read_text() == BODY

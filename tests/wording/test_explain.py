"""Why a number is what it is, in words."""

import datetime as dt
from decimal import Decimal

import pytest

from ceulog.domain.editions import Edition, Rulebook
from ceulog.domain.progress import OrganizationProgress, progress
from ceulog.domain.remarks import remarks
from ceulog.domain.requirements import Cap, Minimum, Pool, Where
from ceulog.domain.state import LogState
from ceulog.tui.keys import key_of
from ceulog.wording.explain import Explanation, as_lines, explain
from ceulog.wording.explain_parts import Section
from ceulog.wording.explain_rule import edition_sentences
from ceulog.wording.remarks import remark_sentence
from ceulog.wording.ways import ways_by_key
from tests.builders import TODAY, a_cycle, a_held, a_log, a_planned, a_tick, an_activity, progress_of, shipped

BY_KEY = ways_by_key(key_of)
CPC_AND_CPMA = (("CPC", "2019-05-14"), ("CPMA", "2022-05-14"))


def section(explanation: Explanation, label: str) -> Section:
    return next((each for each in explanation.sections if each.label == label), Section("", ()))


def text(explanation: Explanation, label: str) -> str:
    return "\n".join(section(explanation, label).lines)


def aapc(log: LogState, code: str | None = "CPC") -> Explanation:
    return explain(progress_of(log), code)


def ahima(log: LogState, code: str | None = "CCS") -> Explanation:
    return explain(progress_of(log, "AHIMA"), code)


def test_the_heading_is_the_number_of_the_bar() -> None:
    log = a_log(an_activity("28.5"), an_activity("8", approved_for="CPMA"), held=CPC_AND_CPMA)
    assert aapc(log, "CPC").heading == "Why 36.5 / 40 for CPC?"
    assert aapc(log, "CPMA").heading == "Why 8 / 16 for CPMA?"
    assert aapc(log, None).heading == "Why 36.5 / 40 for AAPC?"


def test_the_answer_comes_first_and_says_how_to_go_on() -> None:
    log = a_log(an_activity("28.5"), an_activity("8", approved_for="CPMA"), held=CPC_AND_CPMA)
    assert aapc(log, "CPC").sections[0].label == "Answer"
    assert text(aapc(log, "CPC"), "Answer") == (
        "You have 36.5 of the 40 CEUs that CPC asks for by Mar 31, 2027; 3.5 are missing."
    )
    assert text(aapc(log, "CPMA"), "Answer") == (
        "You have 8 of the 16 auditing CEUs that CPMA asks for by Mar 31, 2027; 8 are missing.\n"
        "Still open besides: 3.5 CEUs in all."
    )
    assert text(aapc(a_log(an_activity("35"))), "Answer").endswith("; 1 is missing.")
    done = text(aapc(a_log(an_activity("36"))), "Answer")
    assert done == "You have all 36 CEUs that CPC asks for by Mar 31, 2027.\nNothing is missing."


def test_the_answer_names_boxes_and_shares_that_are_open() -> None:
    log = a_log(an_activity("20", at="AHIMA"), held=[("CCS", "2020-01-10")])
    found = section(ahima(log), "Answer")
    assert found.lines[1] == ("Still open besides: self-assessment; 8 CEUs from AHIMA or a component association.")
    assert found.way == "`ceulog tick CCS` ticks the box once it is done."
    assert section(explain(progress_of(log, "AHIMA"), "CCS", ways=BY_KEY), "Answer").way.startswith("On the first")
    over = explain(progress_of(a_log(an_activity("36")), on="2027-04-02"), "CPC", ways=BY_KEY)
    assert "c and then r closes the cycle" in section(over, "Answer").way
    held = [("RHIA", "2019-01-01"), ("CCS", "2020-01-01"), ("CCA", "2021-01-01"), ("CCS-P", "2022-01-01")]
    assert "CCS-P asks for no CEUs of its own" in text(ahima(a_log(held=held), "CCS-P"), "Answer")


def test_the_answer_stands_before_where_it_comes_from() -> None:
    log = a_log(an_activity("2", on="2019-03-03"), held=[("CCS", "2020-01-01"), ("CPC", "2019-05-14")])
    details = [each.detail for each in (*aapc(log).sections, *())]
    assert details == sorted(details)
    assert [each.label for each in aapc(log).sections if not each.detail] == [
        "Answer", "Rule", "Counts", "Does not", "Pace",
    ]  # fmt: skip


def test_how_a_pool_by_count_comes_about() -> None:
    rule = text(aapc(a_log(held=CPC_AND_CPMA)), "Rule")
    assert "You hold 2 AAPC credentials (CPC, CPMA): 40 CEUs in all every two years." in rule
    assert "CPC shares these CEUs with your other AAPC credentials." in rule
    edition = text(aapc(a_log(held=CPC_AND_CPMA)), "Edition")
    assert "edition aapc-2017, in force by Jan 1, 2017 at the latest" in edition
    assert "Confidence: high" in edition


def test_what_a_body_does_not_say_of_its_rules_is_not_said() -> None:
    found = progress_of(a_log(held=CPC_AND_CPMA), "AAPC")
    told = " ".join(edition_sentences(found._replace(edition=found.edition._replace(confidence=""))))
    assert "Source: " in told
    assert "Confidence" not in told


def test_more_credentials_than_the_list_is_long() -> None:
    held = [(code, "2019-05-14") for code in ("CPC", "COC", "CIC", "CRC", "CPB", "CPMA")]
    assert "52 CEUs in all every two years (the same for 5 and more)" in text(aapc(a_log(held=held)), "Rule")


def test_an_override_says_its_reason_and_the_rules_own_number() -> None:
    log = a_log(held=CPC_AND_CPMA, cycles={"AAPC": a_cycle(required="27", minimums={"CPMA": "12"})})
    rule = text(aapc(log, "CPMA"), "Rule")
    assert "You set 27 instead of 40 for this renewal period: “my tracker says so”." in rule
    assert "You set 12 instead of 16: “my tracker says so”." in rule


def test_a_chosen_edition_is_said_to_be_chosen() -> None:
    log = a_log(cycles={"AAPC": a_cycle(edition="aapc-2015")})
    assert "edition aapc-2015, your choice, in force by Aug 31, 2015" in text(aapc(log), "Edition")


def test_a_minimum_when_alone() -> None:
    cycle = a_cycle("2016-01-01", "2017-12-31")
    log = a_log(held=[("CPPM", "2015-12-01")], cycles={"AAPC": cycle})
    rule = text(explain(progress_of(log, on="2016-06-01"), "CPPM"), "Rule")
    assert "36 of them must be approved for CPPM (practice management)." in rule
    assert "It would be 16 beside another credential." in rule


def test_how_the_largest_figure_and_more_come_about() -> None:
    held = [("RHIA", "2019-01-01"), ("CCS", "2020-01-01"), ("CCA", "2021-01-01"), ("CCS-P", "2022-01-01")]
    log = a_log(held=held)
    rule = text(ahima(log), "Rule")
    assert "30 for RHIA, 10 for each further one, at most 50, so 50 CEUs in all every two years" in rule
    assert "CCS carries 10 of them; each CEU counts for one credential alone." in rule
    assert "Nothing of them is left for CCS-P: it is complete when the whole is." in text(ahima(log, "CCS-P"), "Rule")
    assert "You hold one AHIMA credential, CCS: 20 CEUs every two years." in text(
        ahima(a_log(held=[("CCS", "2020-01-01")])), "Rule"
    )


def a_body(*, each: bool = True) -> Rulebook:
    """An organization whose credentials each have their own CEUs."""
    aapc_rules = shipped().organizations["AAPC"]
    pool = Pool("each", figures={"CPC": Decimal(12), "CPMA": Decimal(18)})
    edition = Edition("own-1", dt.date(2020, 1, 1), pool, "my own")
    return Rulebook({"AAPC": aapc_rules._replace(edition=(edition,))})


def test_each_credential_for_itself() -> None:
    log = a_log(an_activity("5"), held=CPC_AND_CPMA)
    (found,) = progress(log, a_body(), TODAY)
    rule = text(explain(found, "CPC"), "Rule")
    assert "Each AAPC credential has its own CEUs every two years: 12 for CPC, 18 for CPMA." in rule
    assert "in force from Jan 1, 2020" in text(explain(found, "CPC"), "Edition")
    assert "total (CPC): even pace today" in text(explain(found, "CPC"), "Pace")


def test_the_bars_say_their_source_and_the_note_beside_a_box() -> None:
    log = a_log(held=[("CCS", "2020-01-01")])
    asked = text(ahima(log), "Asked for")
    assert "total: 0 of 20 CEUs; source [H1]" in asked
    assert "self-assessment: open; source house rule; [H2]" in asked
    assert "AHIMA ended the self-assessment on January 1, 2021" in asked
    assert "from AHIMA or a component association: 0 of 8 CEUs; 40 % of 20; source [H8, H9]" in asked
    ticked = a_log(held=[a_held("CCS", "2020-01-01", self_assessment="optional")], ticks=[("CCS", "2026-01-01")])
    assert "self-assessment: ticked; optional" in text(ahima(ticked), "Asked for")


def test_a_share_that_had_to_be_rounded_says_so() -> None:
    log = a_log(held=[("CCS", "2020-01-01")], cycles={"AHIMA": a_cycle("2025-01-01", "2026-12-31", required="21")})
    assert "0 of 9 CEUs; 40 % of 21, rounded up" in text(ahima(log), "Asked for")


def test_roads_are_shown_with_their_parts() -> None:
    log = a_log(held=[("CPC-A", "2025-05-14")])
    asked = text(aapc(log, "CPC-A"), "Asked for")
    assert "one of these" in asked
    assert "optional" in asked
    assert "\n  " in asked


def test_what_counts_adds_up_to_the_number() -> None:
    log = a_log(
        an_activity("18.5", on="2025-06-05"),
        an_activity("8", approved_for="CPMA"),
        an_activity("3", on="2022-01-01", approved_for="CPMA"),
        held=CPC_AND_CPMA,
    )
    counts = section(aapc(log, "CPC"), "Counts")
    assert counts.lines == ("2 entries, 26.5 CEUs",)
    assert sum(each.ceus for each in counts.entries) == progress_of(log).earned
    assert section(aapc(log, "CPMA"), "Counts").lines == ("1 entry, 8 CEUs",)


def test_ticked_boxes_with_ceus_are_named() -> None:
    cycle = a_cycle("2018-01-01", "2019-12-31")
    log = a_log(
        an_activity("2", on="2018-05-01", at="AHIMA"),
        held=[("CCS", "2015-01-01")],
        cycles={"AHIMA": cycle},
        ticks=[a_tick("CCS", "2018-03-01")],
    )
    found = explain(progress_of(log, "AHIMA", on="2019-06-01"), "CCS")
    assert text(found, "Counts") == "1 entry, 2 CEUs\n5 CEUs for ticked boxes"
    assert "self-assessment: 1 of 2 ticked" in text(found, "Asked for")


def test_surplus_is_said_and_not_carried() -> None:
    assert "4 CEUs more than needed; nothing is carried over" in text(aapc(a_log(an_activity("40"))), "Counts")


def test_what_counts_in_the_total_alone() -> None:
    log = a_log(
        an_activity("2", id="general"),
        an_activity("2", id="early", on="2025-06-01", approved_for="CPMA"),
        an_activity("2", id="other", on="2026-03-01", approved_for="CPCO CPMA"),
        held=(("CPC", "2019-05-14"), ("CPCO", "2020-01-01"), ("CPMA", "2025-07-01")),
    )
    elsewhere = section(aapc(log, "CPMA"), "Elsewhere")
    assert elsewhere.lines == ("3 entries, 6 CEUs, in the total only, not for auditing",)
    notes = {each.title: each.note for each in elsewhere.entries}
    assert notes == {
        "general": "not approved for CPMA",
        "early": "before your CPMA award on Jul 1, 2025",
        "other": "fills the minimum of CPCO",
    }


def test_what_does_not_count_says_why() -> None:
    log = a_log(
        an_activity("2", on="2019-03-03", title="Anatomy basics"),
        an_activity("1", on="2026-06-03", title="Chapter meeting", index_number="A1"),
        an_activity("1", on="2026-11-12", title="Chapter again", index_number="a 1"),
        an_activity("1", on="2025-03-12", title="Late March"),
    )
    assert "If a date or an index number is wrong" in section(aapc(log), "Does not").way
    assert section(aapc(log), "Does not").lines == (
        "2 CEUs: “Anatomy basics”, Mar 3, 2019: before your award on May 14, 2019",
        "1 CEU: “Late March”, Mar 12, 2025: before this renewal period, which began on Apr 1, 2025",
        "1 CEU: “Chapter again”, Nov 12, 2026: same index number as “Chapter meeting”, Jun 3, 2026",
    )


def test_a_duplicate_of_an_earlier_cycle() -> None:
    log = a_log(an_activity(on="2023-05-01", index_number="A1"), an_activity(on="2026-05-01", index_number="A1"))
    assert "same index number as an entry of an earlier cycle" in text(aapc(log), "Does not")


@pytest.mark.parametrize(
    ("kind", "ceus", "most"),
    [
        ("teaching", "5", "2 CEUs may count of teaching"),
        ("teaching", "6", "2 CEUs may count of teaching"),
        ("webinar", "6", "5 CEUs of one activity may count at all"),
    ],
)
def test_of_several_caps_the_one_that_was_met_is_named(kind: str, ceus: str, most: str) -> None:
    teaching = Where("type", ("teaching",))
    caps = (Cap("at all", per_activity=Decimal(5)), Cap("of teaching", where=teaching, percent=10))
    ahima = shipped().organizations["AHIMA"]
    rules = Rulebook({"AHIMA": ahima._replace(edition=(ahima.edition[-1]._replace(requirement=caps),))})
    entry = an_activity(ceus, at="AHIMA", type=kind)
    log = a_log(entry, held=[("CCS", "2020-02-03")])
    why = text(explain(progress_of(log, "AHIMA", rulebook=rules), "CCS"), "Does not")
    assert f"over the {most}" in why.replace("that may", "may")
    [remark] = remarks(entry, log, rules, TODAY)
    assert f"at most {most}" in remark_sentence(remark)


def test_caps_and_what_is_not_marked() -> None:
    log = a_log(
        an_activity("6", at="AHIMA", title="Excel", domain=25, provided_by="external"),
        an_activity("1", on="2026-02-02", at="AHIMA", title="Unmarked"),
        held=[("CCS", "2020-01-01")],
    )
    found = ahima(log)
    assert "2 of 6 CEUs: “Excel”" in text(found, "Does not")
    assert "over the 4 CEUs that may count outside the HIIM domains" in text(found, "Does not")
    assert text(found, "At most") == "outside the HIIM domains: 4 of the 4 CEUs that may count"
    (marks,) = (each for each in found.sections if each.label == "To mark")
    assert marks.lines == (
        "1 entry, 1 CEU: not classified by HIIM domain; taken as inside",
        "1 entry, 1 CEU: not marked with who provided it; taken as external",
    )
    assert [(each.title, each.note) for each in marks.entries] == [("Unmarked", "no domain and no provider")]
    assert "`ceulog edit ID --domain NAME --provided-by WHO`" in marks.way


def test_what_is_planned() -> None:
    log = a_log(an_activity("28.5"), a_planned("2", title="Soon"), held=CPC_AND_CPMA)
    assert text(aapc(log), "Planned") == "1 entry, 2 CEUs; they would bring it to 30.5"
    assert text(aapc(log, "CPMA"), "Planned") == "1 entry, 2 CEUs; they change nothing here"
    assert "Soon" not in text(aapc(log), "Does not")
    assert not section(aapc(log), "Planned").way


def test_plans_past_their_day_are_asked_about() -> None:
    past = section(aapc(a_log(a_planned("2", on="2026-11-10"), a_planned("1", on=TODAY))), "Planned")
    assert past.lines[1] == "1 entry of these is past its day: attended?"
    assert "--attended" in past.way


def test_the_pace_names_the_worst_bar() -> None:
    log = a_log(an_activity("30"), an_activity("4", approved_for="CPMA"), held=CPC_AND_CPMA)
    found = progress_of(log)
    pace = text(explain(found, "CPC"), "Pace")
    assert f"AAPC is behind by {found.behind}; due in 128 days" in pace
    assert "total: even pace today would be 32.5 of 40; you are 1.5 ahead" in pace
    assert "auditing (CPMA): even pace today would be 13 of 16; you are 9 behind" in pace


def test_the_pace_when_there_is_none() -> None:
    assert text(aapc(a_log(an_activity("40"))), "Pace") == "AAPC is complete; due in 128 days"


def test_the_pace_after_another_credential_replaced_the_first() -> None:
    log = a_log(held=[("RHIT", "2019-01-01"), ("RHIA", "2026-06-01")])
    found = progress_of(log, "AHIMA")
    assert f"you are {found.behind} behind" in text(explain(found, "RHIA"), "Pace")


def test_every_part_of_each_credential_can_be_explained(rulebook: Rulebook) -> None:
    for organization in rulebook.organizations.values():
        held = [(each.code, "2019-05-14") for each in organization.credential]
        found: OrganizationProgress = progress_of(a_log(held=held), organization.code)
        for code in (None, *(each.code for each in found.credentials)):
            assert as_lines(explain(found, code), entries=True)


def test_an_unknown_code() -> None:
    with pytest.raises(KeyError):
        aapc(a_log(), "CCS")


def test_plain_lines_with_and_without_the_lists() -> None:
    log = a_log(an_activity("1.5", on="2026-11-12", title="[/x] 長\n" + "x" * 400))
    short, whole = as_lines(aapc(log)), as_lines(aapc(log), entries=True)
    assert set(short) < set(whole)
    (line,) = set(whole) - set(short)
    assert line.startswith(" " * 12 + "Nov 12 2026    1.5  [/x] 長")
    assert "\n" not in line
    assert len(line) < 120
    assert next(each for each in whole if each.startswith("Counts")) == "Counts      1 entry, 1.5 CEUs"


def test_a_minimum_with_a_property_of_its_own_is_explained() -> None:
    rules = a_body().organizations["AAPC"]
    edition = rules.edition[0]._replace(
        requirement=(Minimum("ethics", Decimal(2), credentials=("CPC",), where=Where("type", ("course",))),)
    )
    (found,) = progress(a_log(), Rulebook({"AAPC": rules._replace(edition=(edition,))}), TODAY)
    assert "ethics: 0 of 2 CEUs" in text(explain(found, "CPC"), "Asked for")


def test_an_entry_in_the_trash_is_said_not_to_block_another_with_its_index_number() -> None:
    gone = an_activity("1", "2026-01-05", index_number="AB12", trashed="2026-02-01")
    log = a_log(gone, an_activity("1", "2026-01-10", index_number="AB12"))
    assert "in the trash, where it keeps no other entry from counting" in text(aapc(log), "Does not")

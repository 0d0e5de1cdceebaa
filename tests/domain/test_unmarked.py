"""What is asked of entries that do not say it."""

import pytest

from ceulog.domain.cycles import Cycle
from ceulog.domain.editions import Rulebook
from ceulog.domain.requirements import Share, Where
from ceulog.domain.unmarked import is_unclassified, is_unmarked
from tests.builders import a_cycle, a_log, an_activity, progress_of, shipped

AHIMA = shipped().organizations["AHIMA"]
BY_PROVIDER = Share("from AHIMA", 40, Where("provided_by", ("ahima",)), switchable=True)
BY_TYPE = Share("by teaching", 10, Where("type", ("teaching",)))


@pytest.mark.parametrize(
    ("shares", "cycle", "asked"),
    [
        ((BY_PROVIDER,), a_cycle(), True),
        ((BY_PROVIDER,), a_cycle(share=False), False),
        ((BY_TYPE,), a_cycle(), False),
        ((BY_PROVIDER, BY_TYPE), a_cycle(share=False), False),
        ((), a_cycle(), False),
    ],
)
def test_a_provider_is_asked_for_where_a_share_that_binds_depends_on_it(
    shares: tuple[Share, ...], cycle: Cycle, asked: bool
) -> None:
    rules = Rulebook({"AHIMA": AHIMA._replace(edition=(AHIMA.edition[-1]._replace(requirement=shares),))})
    log = a_log(held=[("CCS", "2020-02-03")], cycles={"AHIMA": cycle})
    progress = progress_of(log, "AHIMA", rulebook=rules)
    assert is_unmarked(an_activity(at="AHIMA"), progress) is asked
    assert not is_unmarked(an_activity(at="AHIMA", provided_by="external"), progress)


def test_a_domain_is_asked_for_by_ahima_alone() -> None:
    log = a_log(held=[("CPC", "2019-05-14"), ("CCS", "2020-02-03")])
    entry = an_activity(at="AAPC AHIMA")
    assert is_unclassified(entry, progress_of(log, "AHIMA"))
    assert not is_unclassified(entry._replace(domain=43), progress_of(log, "AHIMA"))
    assert not is_unclassified(entry, progress_of(log))
    assert not is_unmarked(entry, progress_of(log))

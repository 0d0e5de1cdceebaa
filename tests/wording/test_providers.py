"""Who provided it, by the sponsor's name."""

import pytest

from ceulog.domain.activities import PROVIDERS
from ceulog.wording.providers import provider_of


@pytest.mark.parametrize(
    ("sponsor", "provider"),
    [
        ("AHIMA", "ahima"),
        ("  ahima ", "ahima"),
        ("American Health Information Management Association", "ahima"),
        ("North Carolina HIMA", "csa"),
        ("south  carolina hima", "csa"),
        ("Ohio Health Information Management Association", "csa"),
        ("NCHIMA", "csa"),
        ("OHIMA", "csa"),
        ("TxHIMA", "csa"),
        ("", ""),
        ("HIMA", ""),
        ("AAPC", ""),
        ("AHIMA Press and others", ""),
        ("not AHIMA", ""),
        ("Sample City HIMA", ""),
        ("Raleigh chapter", ""),
        ("Hiroshima", ""),
        ("Yokohima HIMA", ""),
        ("North Carolina", ""),
    ],
)
def test_the_sponsor_says_who_provided_it(sponsor: str, provider: str) -> None:
    assert provider_of(sponsor) == provider
    assert provider in ("", *PROVIDERS)

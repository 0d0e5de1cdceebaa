"""Kinds of evidence in words."""

from ceulog.domain.activities import Activity, Certificate
from ceulog.domain.text import listed, tidy

KIND_NAMES = {"attendance-form": "attendance form", "other": "file of another kind"}
"""Kind -> how it is said, where that is not its own word."""


def kind_name(kind: str) -> str:
    """A kind of evidence in a sentence: "attendance form"."""
    return KIND_NAMES.get(kind, kind)


def proof_words(certificate: Certificate) -> str:
    """The name of a file, with what it is where it is no certificate."""
    if certificate.kind == "certificate":
        return tidy(certificate.file)
    return f"{tidy(certificate.file)} ({kind_name(certificate.kind)}{', weak proof' if certificate.is_weak else ''})"


def weak_words(activity: Activity) -> str:
    """That all its proof is weak (`WEAK_PROOF` has the kinds), as the end of a sentence."""
    names = list(dict.fromkeys(_with_article(each.kind) for each in activity.certificates))
    return f"its only proof is {listed(names)}, which an auditor may refuse: ask for the certificate."


def _with_article(kind: str) -> str:
    name = kind_name(kind)
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"

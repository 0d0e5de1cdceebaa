"""What the filter line understands, for help: each example finds just that (the tests see to it)."""

FILTER_WORDS: tuple[tuple[str, str], ...] = (
    ("audit", "has that in its title, sponsor, notes or index number"),
    ('"chapter meeting"', "has these words together"),
    ("2026-03", "is of that month; also 2026, 2026-03-12, today, this-month, this-year"),
    ("type:webinar", "is of that kind"),
    ("for:AAPC", "counts for that organization or credential"),
    ("approved:CPMA", "was approved for that credential"),
    ("by:zhealth", "has that in its sponsor"),
    ("missing:proof", "has no certificate; also missing:index-number, missing:sponsor, missing:domain"),
    ("status:planned", "is still to come; status:done is not"),
    ("portal:entered", "stands so in a portal; also portal:logged, submitted, questioned, verified"),
    ("domain:22", "is of the HIIM domain with that number"),
    ("ceus>1", "granted more than that; also ceus<1, ceus=2, ceus>=1.5"),
    ("-type:quiz", "is not so: a - turns any of these round"),
)
"""Example and meaning: of an entry that is shown."""

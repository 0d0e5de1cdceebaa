"""What the quick line understands, for help: each example is read just so (the tests see to it)."""

QUICK_WORDS: tuple[tuple[str, str], ...] = (
    ("E/M documentation update", "the title: all that nothing else claims"),
    ("1.5", "CEUs, at the end of the line; a whole number too"),
    ("2 CEUs", "CEUs, anywhere in it"),
    ("90 min", "its length; also 1h 30m"),
    ("AAPC=1.5 AHIMA=1", "CEUs of each organization, where they differ"),
    ("yesterday", "the date; also today, tomorrow, -3d, -2w"),
    ("11/20/2026", "the date; also 2026-11-20, 11/20"),
    ("Nov 20", "the date; also 20-Nov-2026, November 20, 2026"),
    ("last friday", "the date; also friday, mon, next friday"),
    ("webinar", "what kind it was; also chapter meeting, workshop, quiz …"),
    ("AAPC", "a known sponsor, or one of your log, first or behind the rest"),
    ("#ABC01234567Z", "the index number; the last word needs no # when it is shaped so"),
    ("1.5 CPMA CFPC", "credentials it was approved for, in capitals behind the rest"),
    ("ok:CPMA,CFPC", "credentials it was approved for, anywhere"),
    ("by:ZHealth", "any other sponsor"),
    ('at:"Salt Lake City"', "the place"),
    ("for:AAPC,AHIMA", "the organizations it counts for, when not for all"),
    ("type:quiz", "the kind, said by its key; likewise on:, ceus:, min:"),
    ("!planned", "still to come; a date to come says so by itself"),
    ('"Top 10"', "in quotes: all of it title"),
)
"""Example and meaning, the most needed first."""

"""The words that the quick line knows, as data."""

from ceulog.wording.day_names import MONTH_WORDS


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


SPONSORS: tuple[str, ...] = (
    "AAPC", "ACDIS", "AHIMA", "BC Advantage", "CCO", "CMS", "DecisionHealth", "Find-A-Code", "HCCA", "HCPro",
    "HFMA", "HIMSS", "Libman Education", "MedLearn", "MGMA", "NAMAS", "Novitas", "Optum", "PAHCOM", "Solventum",
    "TCI", "ZHealth",
)  # fmt: skip
"""Sponsors known by their name alone, as they write it; `by:` takes any other."""

LABELS: frozenset[str] = frozenset({
    "webinar", "webinars", "webcast", "live webinar", "online webinar", "audio seminar", "audio conference",
    "seminar", "workshop", "conference", "chapter meeting", "chapter-meeting", "local chapter meeting", "course",
    "online course", "boot camp", "bootcamp", "on demand", "on-demand", "on-demand webinar", "on demand webinar",
    "recorded webinar", "self study", "self-study", "quiz", "magazine quiz",
    "cms training", "cms-training", "cms web training", "mln training", "mln course",
})  # fmt: skip
"""Names of types that are taken for one inside a line; vaguer aliases ("class", "video") belong to titles."""

LOOSE_TYPES: frozenset[str] = frozenset({"webinar", "on-demand"})
"""Types that say how one attended, and so are hardly ever a part of the title they stand behind."""

JOINERS: frozenset[str] = _words("about and at for from in of on or the to vs with & +")
"""What follows is one phrase with what stands before: "webinar for beginners", "today in coding"."""

BINDERS: frozenset[str] = (
    JOINERS
    | _words(
        # names of numbered things; not their plurals, which end titles: "Modifiers 2"
        "appendix category chapter class code covid day ed edition episode figure form grade group guideline icd issue",
        "lesson level mod modifier module no no. number page part phase q quarter round season section segment",
        "series session stage step table tier title top type unit v version vol vol. volume week",
        # what a number or a day hangs on
        "above after all before below between by effective first last next only over plus since than these those",
        "through under until",
    )
    | MONTH_WORDS
)
"""A whole number or a day right behind one of these belongs to the title: "Part 2", "effective 10/1/2026".

A month whose day is none must not leave its number behind as CEUs either: "May 35".
"""

GATHERINGS: frozenset[str] = _words("chapter class group session series")
"""Names of numbered things that are what one attends, too, so that a day behind one is the day one did."""

DAY_BINDERS: frozenset[str] = BINDERS - GATHERINGS
"""A day right behind one of these belongs to the title."""

CEUS_FILLERS = ("for", "worth")
"""What says nothing before an amount that says so: "for 2 CEUs"."""

APPROVED_FILLERS = ("for",)
"""What says nothing before a credential that it was approved for: "1.5 for CPMA"."""

MEASURES: frozenset[str] = _words(
    "% percent percentage million billion times x cm mm m mg mcg g kg ml l units points years months weeks days",
    "and or to vs versus & +",
)
"""A fraction right before one of these is no CEUs: "2.5 million claims"."""

MEASURED: frozenset[str] = _words("a1c hba1c bmi ph inr egfr fio2 score ratio index hl7 hipaa icd dsm")
"""A fraction in the midst, right behind one of these, is theirs: "BMI 27.5 coding"."""

RANGES: frozenset[str] = _words("a about an and for from of or per plus through thru to until vs & +")
"""A day or a length right before one of these is the title's, or one of two: "11/03/2026 to 11/05/2026"."""

ARTICLES: frozenset[str] = _words("a an any each every free my our that the this your")
"""A type right behind one of these belongs to the title: "How to host a webinar"."""

WEEKDAY_CLAIMERS: frozenset[str] = ARTICLES | _words("black casual cyber good holy manic super")
"""A weekday right behind one of these belongs to the title: "Black Friday"."""

EVENTS: frozenset[str] = frozenset({"chapter-meeting", "conference"})
"""Types that are a title by themselves, where all that stands behind is a place: "Chapter meeting, zoom"."""

NO_INDEX_PREFIXES = ("MLN", "HCPCS", "ICD", "CPT", "COVID")
"""Letters that begin numbers of other things: CMS's booklets, code sets."""

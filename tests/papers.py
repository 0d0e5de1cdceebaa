"""Certificates as PDF files, in layouts like those that coders are sent. Everything in them is made up."""

import datetime as dt
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import XPos, YPos

SENTENCES = (
    "CERTIFICATE OF COMPLETION", "This certifies that", "Dana Sample", "has successfully completed",
    "“Denials and appeals in practice”", "on March 12, 2026", "Presented by: Pat Example, CPC",
    "Sponsored by: Sample Seminars",
    "This program has the prior approval of AAPC for 1.5 continuing education hours.", "Index #: SMP0312A",
)  # fmt: skip
LABELS = (
    "Certificate of attendance", "Attendee: Dana Sample", "Title: Risk adjustment basics",
    "Date completed: 2026-05-13", "Expires: 2027-05-13", "CEUs: 2", "Provider: Sample Institute",
    "AAPC index number SMP0513B",
)  # fmt: skip
DOUBTFUL = ("Certificate", "Course: Telehealth in 2026", "Date: 03/04/2026", "CEU: 1", "Printed on: 12/01/2026")
TRANSCRIPT = (
    "Transcript", "2026-01-25 CPT changes (AAPC): 2 CEU, index number SMP01252022A",
    "2026-03-29 Conference, Nashville (AAPC): 12 CEU, index number SMP03292022A",
)  # fmt: skip
LAYOUTS = {"sentences": SENTENCES, "labels": LABELS, "doubtful": DOUBTFUL, "transcript": TRANSCRIPT}


def a_paper(file: Path, *lines: str, password: str = "", packed: bool = True) -> Path:
    """A certificate with these lines; locked where there is a password."""
    pdf = FPDF(format="letter")
    pdf.set_compression(packed)
    pdf.set_creation_date(dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC))
    pdf.add_page()
    pdf.set_font("Helvetica", size=12)
    for line in lines:
        text = line.translate({0x201C: '"', 0x201D: '"'})  # the built-in fonts have no others
        pdf.multi_cell(0, 9, text, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    if password:
        pdf.set_encryption(owner_password="owner", user_password=password)
    pdf.output(str(file))
    return file


def a_folder(folder: Path, *names: str) -> Path:
    """A folder with certificates of these layouts; all of them unless some are named."""
    folder.mkdir(exist_ok=True)
    for name in names or LAYOUTS:
        a_paper(folder / f"{name}.pdf", *LAYOUTS[name])
    return folder

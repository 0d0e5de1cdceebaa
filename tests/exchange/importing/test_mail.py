"""E-mails as programs save them: the text that a person reads, or a refusal; never a part of the packing."""

import contextlib
from email.message import EmailMessage
from random import Random

import pytest

from ceulog.domain.refusals import Refusal
from ceulog.exchange.importing.mail import mail_text

TEXT = (
    f"Hello,\n\nCourse: Coding – {'a long title, ' * 9}\nProvider: Café\nCredits: 4.0 CEUs\nCompleted on: 10/15/2026\n"
)


def a_mail(*, cte: str = "quoted-printable", charset: str = "utf-8", text: str | None = TEXT) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"] = "noreply@sample.org", "Your certificate"
    message["Date"] = "Mon, 05 Oct 2026 10:00:00 +0000"
    if text is not None:
        message.set_content(text, cte=cte, charset=charset)
    message.add_alternative("<p>Course: <b>not this</b></p>", subtype="html")
    message.add_attachment("Course: nor this\n", filename="a.txt")
    return message


@pytest.mark.parametrize("cte", ["quoted-printable", "base64", "8bit"])
def test_the_text_comes_out_however_it_was_packed(cte: str) -> None:
    assert mail_text(a_mail(cte=cte).as_bytes()) == TEXT
    assert mail_text(a_mail(cte=cte).as_bytes().replace(b"\n", b"\r\n")) is not None


@pytest.mark.parametrize("name", [b"no-such-charset", b"us-ascii"])
def test_an_encoding_that_is_none_or_the_wrong_one(name: bytes) -> None:
    assert mail_text(a_mail(cte="8bit").as_bytes().replace(b'"utf-8"', b'"' + name + b'"', 1)) == TEXT


@pytest.mark.parametrize(
    "data", [b"", b"Date,Title,CEUs\n", TEXT.encode(), b"From: x\nSubject: y\n\nMIME-Version: 1.0\n", b"\xff\xfeD\x00"]
)
def test_what_is_no_packed_message_is_none(data: bytes) -> None:
    assert mail_text(data) is None


def test_one_without_plain_text_is_refused() -> None:
    deep = b"MIME-Version: 1.0\n"
    for number in range(2000):
        deep += f"Content-Type: multipart/mixed; boundary={number}\n\n--{number}\n".encode()
    for data in (a_mail(text=None).as_bytes(), a_mail(text=" \n").as_bytes(), b"MIME-Version: 1.0", deep):
        with pytest.raises(Refusal, match="without plain text"):
            mail_text(data)


def test_damaged_ones_are_some_text_or_refused() -> None:
    whole, chance = a_mail(cte="base64").as_bytes(), Random(5)
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 9)):
            at = chance.randrange(18, len(data))
            data[at : at + chance.randrange(3)] = chance.randbytes(chance.randrange(3))
        with contextlib.suppress(Refusal):
            mail_text(bytes(data))

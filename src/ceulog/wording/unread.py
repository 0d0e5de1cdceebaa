"""What is said of documents in the log's file that are no records, and of credentials that lack what they need."""

from collections.abc import Sequence

from ceulog.domain.text import tidy


def unread_words(table: str, document_id: str, path: str) -> str:
    """That a document cannot be read, where it stands, and what becomes of it.

    Args:
        table: its table.
        document_id: its number there.
        path: the field that does not fit.
    """
    return (
        f"Entry {document_id} of the table {table} cannot be read (field {tidy(path)}); it is kept as it is and counts "
        "for nothing."
    )


def unread_notice(places: Sequence[tuple[str, str, str]], number: int) -> tuple[str, ...]:
    """One line about all of them, from the fullest to the shortest; none where there are none.

    Args:
        places: of the first of them, as `unread_words` takes it.
        number: of all.
    """
    more = f" {number - 1} more like it: `ceulog status` names them." if number > 1 else ""
    which = "An entry" if number == 1 else f"{number} entries"
    short = f"{which} of the file cannot be read: `ceulog status` says which."
    return tuple(words for place in places[:1] for words in (unread_words(*place) + more, short))


def numberless_words(code: str, body: str, cycle_word: str) -> str:
    """That nothing can be counted for a held credential, and why.

    Args:
        code: of the credential.
        body: the code of its organization.
        cycle_word: what the log lacks of that; empty where it is the rules that are not known.
    """
    lacks = f"the log has no {cycle_word} of" if cycle_word else "no rules are known for"
    return f"{tidy(code)} is kept, but {lacks} {tidy(body)}"

"""A transaction of the log's file, in which a record that was made by somebody who knows our seal is damage."""

from collections.abc import Iterator
from contextlib import contextmanager

from ceulog.storage.durable import DurableStorage
from ceulog.storage.errors import LogbookDamaged
from ceulog.storage.values import Unstorable


@contextmanager
def writing(file: DurableStorage) -> Iterator[None]:
    """As `DurableStorage.transaction`.

    Raises:
        LogbookDamaged: what is stored cannot be stored again.
        StorageError: as `DurableStorage.transaction`.
    """
    try:
        with file.transaction():
            yield
    except Unstorable as fault:
        raise LogbookDamaged(file.path, str(fault)) from fault

"""What the door to the log may raise; each names its sentence and its exit code."""

from ceulog.domain.refusals import Refusal
from ceulog.rulebook.errors import BadRules
from ceulog.storage.errors import StorageError

__all__ = ["BadRules", "Refusal", "StorageError"]

"""Names of certificates' files, which stand in a log that anybody may have edited."""

DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{each}{n}" for each in ("com", "lpt") for n in range(10))})
"""Names that Windows takes for devices, whatever their ending."""


def is_plain_name(name: str) -> bool:
    """Whether a name is that of a file in the certificates' folder, on every system, and leads nowhere else."""
    if not name.isprintable() or set(name) & set('/\\:*?"<>|') or name != name.strip().rstrip("."):
        return False
    return bool(name) and name.partition(".")[0].strip().casefold() not in DEVICES

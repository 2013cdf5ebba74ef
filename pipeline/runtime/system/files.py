"""How many files and connections a worker opens, and whether it may."""

import resource

# The web port, logs, models, and some to spare. Measured: 35 files and connections of a worker with 180 lanes on one
# broker, 34 with 18.
_ELSE = 64
# Connections to each broker: 8 of the lanes, however many these are (`kafka/shared.py`), 4 of the reader, and those of
# clients that come and go: who follows offsets, members and learned lines, and 4 lanes at a time that count again.
_PER_BROKER = 8 + 4 + 16
_PER_PROCESS = 8  # pipes and locks of a pool process


class TooFewFilesError(Exception):
    """This process may not open as many files as a worker needs; the message says how many."""


def needed(*, brokers: int, processes: int) -> int:
    """File descriptors of a worker, however many partitions it has."""
    return _ELSE + _PER_PROCESS * processes + _PER_BROKER * brokers


def allowed() -> int | None:
    """How many this process may open, once it has asked for all that it may ask for; None without a limit."""
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    return None if hard == resource.RLIM_INFINITY else hard


def make_room(wanted: int) -> None:
    """Raise this process's limit to `wanted` where it is lower.

    Raises:
        TooFewFilesError: the system does not let it.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return
    if hard != resource.RLIM_INFINITY and hard < wanted:
        raise TooFewFilesError(
            f"a worker opens up to {wanted:,} files and connections, and {hard:,} are allowed. "
            f"Raise the limit (`ulimit -n {wanted}`, LimitNOFILE= of systemd, ulimits of Docker)"
        )
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))

"""How many files and connections a worker opens, and whether it may."""

import resource

# Each lane has a transactional producer with a connection to each broker it writes to, and one to its coordinator.
# Measured: 242 connections for 120 lanes on one broker, 504 on three.
_ELSE = 64  # the reader, the web port, logs, models, and some to spare; 28 of a worker with 4 lanes were measured
_PER_PROCESS = 8  # pipes and locks of a pool process


class TooFewFilesError(Exception):
    """This process may not open as many files as a worker needs; the message says how many."""


def needed(*, lanes: int, brokers: int, processes: int) -> int:
    """File descriptors of a worker that has all lanes, as the last one that is left would."""
    return _ELSE + _PER_PROCESS * processes + lanes * (brokers + 1)


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
            f"a worker that has all partitions opens up to {wanted:,} files and connections, and {hard:,} are allowed. "
            f"Raise the limit (`ulimit -n {wanted}`, LimitNOFILE= of systemd, ulimits of Docker), or use topics with "
            "fewer partitions"
        )
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))

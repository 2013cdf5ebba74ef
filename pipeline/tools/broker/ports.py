"""Free ports, below the range the system hands out by itself.

From 32768 up ports are ephemeral on Linux (`ip_local_port_range`): while a broker is down, a client's own outgoing
connection can take its port, and the broker cannot come back.
"""

import random
import socket
from collections.abc import Collection

FIRST, LAST = 20_000, 32_767
_TRIES = 200


def is_free(port: int, host: str = "127.0.0.1") -> bool:
    """Whether nobody listens on the port now."""
    with socket.socket() as probe:
        # As Java does; a connection of the broker before, still in TIME_WAIT, is no obstacle.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def free_port(*, preferred: int | None = None, taken: Collection[int] = ()) -> int:
    """A free port, the preferred one if it can be had. Raises OSError when none was found."""
    if preferred is not None and preferred not in taken and is_free(preferred):
        return preferred
    # At random, so that brokers started at the same moment do not reach for the same one.
    for port in random.sample(range(FIRST, LAST + 1), _TRIES):
        if port not in taken and is_free(port):
            return port
    raise OSError(f"no free port found between {FIRST} and {LAST}")

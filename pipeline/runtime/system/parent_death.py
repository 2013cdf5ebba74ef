"""Processes that must not outlive the one that started them, even when that one is killed by SIGKILL."""

import ctypes
import os
import signal
import sys

# Tells a supervised worker whom it must not outlive.
PARENT_VARIABLE = "_DATELINE_SUPERVISOR"
_PR_SET_PDEATHSIG = 1  # from Linux's sys/prctl.h


def die_with_parent(parent: int | None = None) -> None:
    """Ask the kernel to kill this process when its parent dies (Linux; elsewhere nothing).

    `parent` is the parent's process id, where it is known: if it died before the kernel was asked, this ends at once.
    """
    if sys.platform != "linux":
        return
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if parent is not None and os.getppid() != parent:
        os._exit(1)

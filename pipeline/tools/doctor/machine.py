"""Checks of this machine: Python, packages, models, disk, memory, workers."""

import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import psutil
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from pipeline.core.flow import Stage
from pipeline.core.outcome import Done, Message
from pipeline.runtime.config.settings import Settings, step_settings
from pipeline.runtime.system.memory import memory_limit
from pipeline.tools.doctor.finding import Finding, failed, ok, warning
from pipeline.tools.home import home
from pipeline.tools.top.scrape import local_addresses, look

_GIB = 2**30
# One pool process and the worker with the md model: 484 MB were measured for two processes and 77 MB for the worker.
_MEMORY_NEEDED = 0.75 * _GIB
_DISK_LOW, _DISK_NONE = 2 * _GIB, 0.2 * _GIB


def checks(settings: Settings) -> Iterator[Finding]:
    """Everything about this machine but the workers on it, the quick ones first."""
    yield python()
    yield packages()
    yield from disk()
    yield memory(settings)
    yield models(settings)


def python() -> Finding:
    """Whether this Python and system are ones that Dateline runs on."""
    found = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    wanted = SpecifierSet(metadata.metadata("dateline")["Requires-Python"])
    if platform.python_version() not in wanted:
        return failed("python", found, f"Dateline needs Python {wanted}: make the environment anew with one of those.")
    if sys.platform != "linux":
        return warning("python", found, "Dateline is tested on Linux; use it, or the image, for production.")
    return ok("python", found)


def packages() -> Finding:
    """Whether the installed packages are those that Dateline asks for."""
    wrong = [problem for text in metadata.requires("dateline") or () if (problem := _wrong(Requirement(text)))]
    if wrong:
        return failed("packages", "; ".join(wrong), "Install again: `make setup`, or `pip install dateline`.")
    return ok("packages", f"dateline {metadata.version('dateline')} and all it needs")


def models(settings: Settings) -> Finding:
    """Whether the models load and find something."""
    from pipeline.core.steps.run import Steps  # noqa: PLC0415 - loads spaCy, which takes a second

    try:
        steps = Steps(step_settings(settings))
        article = Message(
            None, b'{"id": "doctor", "text": "Maria Keller flew from Geneva to Vienna.", "language": "en"}'
        )
        outcome = steps.run(Stage.EXTRACT, [article])[0]
    except Exception as error:  # noqa: BLE001 - whatever a model raises is what is wrong with it
        return failed("models", f"{error}", "Install the model, or name another by `extract.model` in the settings.")
    loaded = steps.loaded()
    if not isinstance(outcome, Done) or not outcome.counts.get("entities"):
        return failed("models", f"{loaded.model} finds nothing in a plain sentence", "Install the model again.")
    if loaded.fast_engine_refused:
        why = f"{loaded.model}, at spaCy's own speed: {loaded.fast_engine_refused}"
        return warning("models", why, "It works, several times slower. A model of spaCy's md or sm family runs fast.")
    return ok("models", f"{loaded.model}")


def disk() -> Iterator[Finding]:
    """Whether there is room where Dateline keeps things."""
    for subject, folder in (("data folder", home()), ("temporary files", Path(tempfile.gettempdir()))):
        there = next(parent for parent in (folder, *folder.parents) if parent.exists())
        free = shutil.disk_usage(there).free
        found = f"{folder}: {free / _GIB:,.1f} GiB free"
        advice = "Make room, or name another place by DATELINE_HOME (the local broker's data) or TMPDIR."
        if free < _DISK_NONE:
            yield failed(subject, found, advice)
        elif free < _DISK_LOW:
            yield warning(subject, found, advice)
        else:
            yield ok(subject, found)


def memory(settings: Settings) -> Finding:
    """Whether the models and the pool fit."""
    limit, free = memory_limit(), psutil.virtual_memory().available
    found = (
        f"{limit / _GIB:,.1f} GiB allowed, {min(limit, free) / _GIB:,.1f} GiB free, for {settings.processes} processes"
    )
    if limit < _MEMORY_NEEDED:
        return failed("memory", found, "Allow at least 1 GiB, or choose the small model: `extract.model: sm`.")
    if free < _MEMORY_NEEDED:
        return warning("memory", found, "A worker takes about 0.6 GiB with two processes: end something else first.")
    return ok("memory", found)


async def workers(settings: Settings) -> Finding:
    """Which workers run on this machine, and whether they are ready."""
    if not settings.web.enabled:
        return ok("workers here", "cannot be seen: web.enabled is false")
    answers = (await look(local_addresses(settings.web), only=settings)).workers
    unready = [f"{one.address}: {one.not_ready}" for one in answers if one.not_ready]
    if unready:
        return warning("workers here", "not ready: " + "; ".join(unready), "docs/runbook.md#datelinenotready")
    found = ", ".join(one.address for one in answers)
    return ok("workers here", f"ready: {found}" if answers else "none runs on this machine")


def _wrong(wanted: Requirement) -> str | None:
    """What is wrong with an installed package; extras need not be there."""
    if wanted.marker is not None and not wanted.marker.evaluate({"extra": ""}):
        return None
    try:
        installed = metadata.version(wanted.name)
    except metadata.PackageNotFoundError:
        return f"{wanted.name} is missing"
    return (
        None if wanted.specifier.contains(installed, prereleases=True) else f"{wanted} is needed, {installed} installed"
    )

"""What the workers use: pool processes, memory, processor time, the event loop."""

from grafana_foundation_sdk.builders.dashboard import Dashboard, Row

from dashboards.panels import (
    BYTES,
    COUNT,
    SECONDS,
    SHARE,
    THIRD,
    WORKERS,
    Panel,
    board,
    curves,
    gauge,
    listing,
    quantile,
    rate,
)


def dashboard() -> Dashboard:
    """The dashboard."""
    made = board("dateline-resources", "Resources", "Pool processes, memory, processor time and the event loop.")
    made = made.with_row(Row("Pool"))
    for panel in (_utilisation(), _busy(), _queue(), _failures(), _starts()):
        made = made.with_panel(panel)
    made = made.with_row(Row("Memory and processor"))
    for panel in (_memory_share(), _memory(), _cpu(), _loop(), _descriptors()):
        made = made.with_panel(panel)
    made = made.with_row(Row("Workers"))
    for panel in (_restarts(), _ready(), _stalled(), _builds()):
        made = made.with_panel(panel)
    return made


def _utilisation() -> Panel:
    busy = rate("dateline_pool_busy_seconds_total", by="instance")
    processes = gauge("dateline_pool_processes", by="instance")
    return curves(
        "Pool utilisation",
        "Share of the time that pool processes worked. Near 100 % with records waiting, more processes help.",
        SHARE,
        {"{{instance}}": f"{busy} / {processes}"},
        span=THIRD,
        top=1,
    )


def _busy() -> Panel:
    return curves(
        "Busy processes by stage",
        "How many pool processes each stage keeps busy.",
        COUNT,
        {"{{stage}}": rate("dateline_pool_busy_seconds_total", by="stage")},
        span=THIRD,
        stacked=True,
    )


def _queue() -> Panel:
    return curves(
        "Batches in the pool",
        "Waiting or worked on. Above the number of processes they queue.",
        COUNT,
        {
            "{{instance}}": gauge("dateline_pool_batches_in_flight", by="instance"),
            "processes of {{instance}}": gauge("dateline_pool_processes", by="instance"),
        },
        span=THIRD,
    )


def _failures() -> Panel:
    failures = f"increase(dateline_pool_failures_total{{{WORKERS}}}[5m])"
    return curves(
        "Pool failures in five minutes",
        "Processes that crashed or took too long. The article that did it becomes a dead letter, the others do not.",
        COUNT,
        {"{{instance}} {{reason}}": f"sum by (instance, reason) ({failures})"},
    )


def _starts() -> Panel:
    return curves(
        "Pool processes started in five minutes",
        "After a failure, and when a process has done pool.tasks_per_process batches.",
        COUNT,
        {"{{instance}}": f"sum by (instance) (increase(dateline_pool_process_starts_total{{{WORKERS}}}[5m]))"},
    )


def _memory_share() -> Panel:
    taken = f"process_resident_memory_bytes{{{WORKERS}}} + dateline_pool_memory_bytes{{{WORKERS}}}"
    return curves(
        "Memory used of what may be used",
        "Worker and pool against the container's limit, or the machine's memory. An alert comes at 90 %.",
        SHARE,
        {"{{instance}}": f"({taken}) / dateline_memory_limit_bytes{{{WORKERS}}}"},
        span=THIRD,
        top=1,
    )


def _memory() -> Panel:
    return curves(
        "Memory",
        "Of the worker itself and of its pool. The pool's processes share the models' pages: the pool's memory counts "
        "them once, its resident memory once for each process.",
        BYTES,
        {
            "worker {{instance}}": gauge("process_resident_memory_bytes", by="instance"),
            "pool {{instance}}": gauge("dateline_pool_memory_bytes", by="instance"),
            "pool, resident {{instance}}": gauge("dateline_pool_resident_memory_bytes", by="instance"),
        },
        span=THIRD,
    )


def _cpu() -> Panel:
    return curves(
        "Processor time of the worker itself",
        "Cores used by the process that moves bytes, without its pool. Near 1, start another worker.",
        COUNT,
        {"{{instance}}": rate("process_cpu_seconds_total", by="instance")},
        span=THIRD,
        top=1,
    )


def _loop() -> Panel:
    return curves(
        "Event-loop delay",
        "How late the event loop wakes up (p99). Above a second heartbeats are at risk.",
        SECONDS,
        {"{{instance}}": quantile(0.99, "dateline_event_loop_delay_seconds", by="instance")},
    )


def _descriptors() -> Panel:
    return curves(
        "Open files and sockets",
        "The lanes of a worker share a few connections, however many they are.",
        COUNT,
        {
            "{{instance}}": gauge("process_open_fds", by="instance"),
            "limit of {{instance}}": gauge("process_max_fds", by="instance"),
        },
    )


def _restarts() -> Panel:
    return curves(
        "Restarts in an hour",
        "How often each worker was started anew: by its supervisor, by Kubernetes, or by a deployment.",
        COUNT,
        {"{{instance}}": f"changes(process_start_time_seconds{{{WORKERS}}}[1h])"},
        span=THIRD,
    )


def _ready() -> Panel:
    return curves(
        "Ready",
        "1 while a worker is ready; its /health/ready says why it is not.",
        COUNT,
        {"{{instance}}": gauge("dateline_ready", by="instance")},
        span=THIRD,
        top=1,
    )


def _stalled() -> Panel:
    return curves(
        "Without progress while work waits",
        "At worker.stall_timeout the worker ends itself and is started again.",
        SECONDS,
        {"{{instance}}": gauge("dateline_stalled_seconds", by="instance", how="max")},
        span=THIRD,
    )


def _builds() -> Panel:
    return listing(
        "Builds",
        "What runs: versions of Dateline, its cleaner and its model, for each worker.",
        f"sum by (instance, version, cleaner, model) (dateline_build_info{{{WORKERS}}})",
    )

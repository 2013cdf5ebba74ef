"""Importing this module loads the models; the pool's fork server does, before it forks its first process."""

from pipeline.runtime.pool.process import load_in_fork_server

load_in_fork_server()

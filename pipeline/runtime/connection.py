"""How every Kafka client of Dateline reaches the broker: addresses, time-outs, TLS and SASL in one place."""

import asyncio
import ssl
from pathlib import Path
from typing import Any

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaConnectionError, KafkaError
from aiokafka.helpers import create_ssl_context

from pipeline.runtime.settings import Security, Settings


class BrokerUnreachableError(Exception):
    """No broker answered in time; the message says where it was sought and what to do."""


def client_options(settings: Settings) -> dict[str, Any]:
    """Keyword arguments that any aiokafka client takes: where the broker is and how to be let in."""
    security = settings.security
    options: dict[str, Any] = {
        "bootstrap_servers": [address.strip() for address in settings.broker.split(",")],
        "security_protocol": security.protocol,
        "request_timeout_ms": milliseconds(settings.worker.request_timeout),
    }
    if security.protocol.endswith("SSL"):
        options["ssl_context"] = ssl_context(security)
    if security.protocol.startswith("SASL"):
        options["sasl_mechanism"] = security.sasl_mechanism
        options["sasl_plain_username"] = security.username
        options["sasl_plain_password"] = password(security)
    return options


def ssl_context(security: Security) -> ssl.SSLContext:
    """The TLS context of the settings' files. Raises OSError or ssl.SSLError when one cannot be used."""
    key_password = _secret(security.key_password_file) if security.key_password_file else None
    context: ssl.SSLContext = create_ssl_context(
        cafile=_path(security.ca_file),
        certfile=_path(security.certificate_file),
        keyfile=_path(security.key_file),
        password=key_password,
    )
    return context


def password(security: Security) -> str | None:
    """The SASL password, from the environment or the file that holds it."""
    if security.password is not None:
        return security.password.get_secret_value()
    return _secret(security.password_file) if security.password_file else None


def milliseconds(seconds: float) -> int:
    """Kafka's unit of time."""
    return round(seconds * 1000)


async def open_admin(settings: Settings, *, wait: float = 0.0) -> AIOKafkaAdminClient:
    """An admin client that is connected; tries for `wait` seconds.

    Raises:
        BrokerUnreachableError: nobody answered, or it would not let us in.
    """
    deadline = asyncio.get_running_loop().time() + wait
    while True:
        admin = AIOKafkaAdminClient(**client_options(settings))
        try:
            await admin.start()
            return admin
        except (KafkaError, OSError) as error:
            await admin.close()
            if asyncio.get_running_loop().time() >= deadline or not isinstance(error, KafkaConnectionError | OSError):
                raise BrokerUnreachableError(unreachable(settings, error)) from None
        await asyncio.sleep(min(1.0, max(0.05, wait / 20)))


def unreachable(settings: Settings, error: Exception) -> str:
    """What to tell a person when the broker cannot be reached."""
    return (
        f"no Kafka broker could be reached at {settings.broker} ({settings.security.protocol}): {error}. "
        "Start one with `dateline broker start`, or name another by DATELINE_BROKER or the setting `broker`."
    )


def _path(path: Path | None) -> str | None:
    return str(path) if path else None


def _secret(path: Path) -> str:
    return path.read_text(encoding="utf-8").strip()

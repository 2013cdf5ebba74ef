"""How every Kafka client of Dateline reaches the broker: addresses, time-outs, TLS and SASL in one place."""

import asyncio
import ssl
from collections.abc import Collection
from pathlib import Path
from typing import Any

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.conn import collect_hosts, create_conn
from aiokafka.errors import (
    ClusterAuthorizationFailedError,
    GroupAuthorizationFailedError,
    KafkaConnectionError,
    KafkaError,
    TopicAuthorizationFailedError,
    TransactionalIdAuthorizationFailed,
)
from aiokafka.helpers import create_ssl_context

from pipeline.runtime.config.settings import Security, Settings
from pipeline.runtime.config.sources import SettingsError
from pipeline.runtime.kafka.silence import mind_silence

# What a broker's refusals are about.
_RESOURCES = {
    TopicAuthorizationFailedError: "topic",
    GroupAuthorizationFailedError: "consumer group",
    TransactionalIdAuthorizationFailed: "transactional id",
    ClusterAuthorizationFailedError: "cluster",
}
_PROBE_TIMEOUT = 5.0  # seconds to ask a broker why it did not let us in


class BrokerUnreachableError(Exception):
    """No broker answered in time; the message says where it was sought and what to do."""


class NotLetInError(BrokerUnreachableError):
    """A broker is there and refuses us, or we it: credentials, certificates or protocol. Trying again is no use."""


def client_options(settings: Settings) -> dict[str, Any]:
    """Keyword arguments that any aiokafka client takes: where the broker is and how to be let in.

    Raises:
        SettingsError: a file that `security` names cannot be used.
    """
    security = settings.security
    options: dict[str, Any] = {
        "bootstrap_servers": [address.strip() for address in settings.broker.split(",")],
        "client_id": settings.client_id,
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


def compression_options(settings: Settings) -> dict[str, Any]:
    """Keyword arguments of a producer: how it compresses what it sends."""
    return {} if settings.compression == "none" else {"compression_type": settings.compression}


def ssl_context(security: Security) -> ssl.SSLContext:
    """The TLS context of the settings' files. Raises SettingsError when one cannot be used."""
    files = {name: getattr(security, name) for name in ("ca_file", "certificate_file", "key_file")}
    for name, path in files.items():
        if path is not None:
            _read(path, name)
    # Empty rather than none: without one OpenSSL asks for a locked key's password on the terminal.
    key_password = _secret(security.key_password_file, "key_password_file") if security.key_password_file else ""
    try:
        context: ssl.SSLContext = create_ssl_context(
            cafile=files["ca_file"],
            certfile=files["certificate_file"],
            keyfile=files["key_file"],
            password=key_password,
        )
    except ssl.SSLError as error:
        named = ", ".join(f"security.{name} ({path})" for name, path in files.items() if path is not None)
        raise SettingsError(
            f"{named} cannot be used: {error.reason or error}. All are PEM files; key_file must hold the key of the "
            "certificate, and a locked key needs its password in security.key_password_file"
        ) from None
    return context


def password(security: Security) -> str | None:
    """The SASL password, from the environment or the file that holds it. Raises SettingsError without the file."""
    if security.password is not None:
        return security.password.get_secret_value()
    return _secret(security.password_file, "password_file") if security.password_file else None


def milliseconds(seconds: float) -> int:
    """Kafka's unit of time."""
    return round(seconds * 1000)


async def open_admin(settings: Settings, *, wait: float = 0.0) -> AIOKafkaAdminClient:
    """An admin client that is connected; tries for `wait` seconds.

    Raises:
        BrokerUnreachableError: nobody answered.
        NotLetInError: it would not let us in; this is not tried again.
        SettingsError: a file that `security` names cannot be used.
    """
    deadline = asyncio.get_running_loop().time() + wait
    while True:
        admin = AIOKafkaAdminClient(**client_options(settings))
        mind_silence(admin._client)
        try:
            await admin.start()
            if await _somebody_answers(admin):
                return admin
            explained: BrokerUnreachableError = BrokerUnreachableError(
                advertised(settings, await silent_brokers(admin))
            )
        except (KafkaError, OSError):
            explained = _explained(settings, await _look_closer(settings))
        await admin.close()
        if asyncio.get_running_loop().time() >= deadline or isinstance(explained, NotLetInError):
            raise explained
        await asyncio.sleep(min(1.0, max(0.05, wait / 20)))


async def silent_brokers(admin: AIOKafkaAdminClient) -> list[str]:
    """The addresses by which brokers of the cluster want to be reached, and where nobody takes a connection."""
    addresses = sorted((broker.host, broker.port) for broker in admin._client.cluster.brokers())
    answers = await asyncio.gather(*(_takes_connections(*address) for address in addresses))
    return [f"{host}:{port}" for (host, port), answer in zip(addresses, answers, strict=True) if not answer]


async def _somebody_answers(admin: AIOKafkaAdminClient) -> bool:
    """Whether one of the brokers can be reached; the first that can is enough."""
    asked = [_takes_connections(broker.host, broker.port) for broker in admin._client.cluster.brokers()]
    tasks = [asyncio.create_task(one) for one in asked]
    try:
        for answer in asyncio.as_completed(tasks):
            if await answer:
                return True
        return False
    finally:
        for task in tasks:
            task.cancel()


async def _takes_connections(host: str, port: int) -> bool:
    try:
        async with asyncio.timeout(_PROBE_TIMEOUT):
            _reader, writer = await asyncio.open_connection(host, port)
    except OSError:  # a time-out among them
        return False
    writer.close()
    return True


def advertised(settings: Settings, silent: Collection[str]) -> str:
    """What to tell a person when brokers name addresses that cannot be reached."""
    return (
        f"the broker at {settings.broker} answers and names {', '.join(silent)}, where nobody is reached "
        "from here. Mend the brokers' advertised.listeners, or let this machine resolve and reach those addresses."
    )


def unreachable(settings: Settings, error: Exception) -> str:
    """What to tell a person when the broker cannot be reached."""
    return (
        f"no Kafka broker could be reached at {settings.broker} ({settings.security.protocol}): {error}. "
        "Start one with `dateline broker start`, or name another by DATELINE_BROKER or the setting `broker`."
    )


def not_allowed(error: BaseException) -> str | None:
    """What to tell a person whose rights (ACLs) do not suffice; None for any other error."""
    resource = next((name for kind, name in _RESOURCES.items() if isinstance(error, kind)), None)
    if resource is None:
        return None
    about = error.args[0] if error.args else ""
    names = ", ".join(sorted(about)) if isinstance(about, set | frozenset | list | tuple) else str(about)
    return (
        f"the broker does not allow this user what it asked of the {resource} {names}. docs/security.md lists the "
        "rights of every command; `dateline doctor` says which of a worker's are missing."
    )


async def _look_closer(settings: Settings) -> Exception | None:
    """What happens when the brokers are asked one by one, since aiokafka only logs it; None when one lets us in."""
    options = client_options(settings)
    found: Exception | None = None
    for host, port, _ in collect_hosts(options.pop("bootstrap_servers"), randomize=False):
        try:
            async with asyncio.timeout(_PROBE_TIMEOUT):
                connection = await create_conn(host, port, **options)
        except (KafkaError, OSError) as error:
            # What TLS has against it is the cause of a closed connection.
            found = error.__cause__ if isinstance(error.__cause__, ssl.SSLError) else error
            if _is_refusal(found):
                return found
        else:
            connection.close()
            return None
    return found


def _is_refusal(error: Exception) -> bool:
    return isinstance(error, ssl.SSLError) or (
        isinstance(error, KafkaError) and not isinstance(error, KafkaConnectionError)
    )


def _explained(settings: Settings, closer: Exception | None) -> BrokerUnreachableError:
    security = settings.security
    if isinstance(closer, ssl.SSLError):
        return NotLetInError(
            f"no TLS connection with the broker at {settings.broker}: "
            f"{getattr(closer, 'verify_message', '') or closer.reason or closer}. "
            "Check security.ca_file, certificate_file and key_file, and that the broker's certificate has its address."
        )
    if closer is not None and _is_refusal(closer):
        return NotLetInError(
            f"the broker at {settings.broker} does not let {security.username} in ({security.protocol}, "
            f"{security.sasl_mechanism}): {closer}. Check security.username, the password and security.sasl_mechanism."
        )
    if closer is None or isinstance(closer, KafkaConnectionError | ConnectionResetError):
        return BrokerUnreachableError(
            f"the server at {settings.broker} ended the connection. It may be on its way up or down, or want "
            f"another security.protocol than {security.protocol}."
        )
    return BrokerUnreachableError(unreachable(settings, closer))


def _secret(path: Path, name: str) -> str:
    try:
        return _read(path, name).decode().strip()
    except UnicodeDecodeError:
        raise SettingsError(f"security.{name}: {path} is not UTF-8") from None


def _read(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SettingsError(f"security.{name}: cannot read {path}: {error.strerror}") from None

"""A broker that lets nobody in without credentials, with certificates made for the test, users, and ACLs on.

Listeners: plain text for the suite itself (anonymous, a super user), TLS, TLS that asks for the client's certificate,
SASL, and SASL over TLS. The authorizer refuses whatever no rule allows.
"""

import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any

from aiokafka.protocol.admin import CreateAclsRequest, DeleteAclsRequest

from pipeline.runtime.config.settings import Settings
from pipeline.runtime.config.sources import load_settings
from pipeline.runtime.kafka.connection import open_admin
from pipeline.tools.broker import LocalBroker, process
from pipeline.tools.broker.ports import free_port

PASSWORD = "s3cret-Passw0rd-of-{name}"
KEY_PASSWORD = "s3cret-Key-Passw0rd"
USERS = ("publisher", "worker", "reader", "operator", "replayer", "nobody")
MECHANISMS = ("SCRAM-SHA-256", "SCRAM-SHA-512")


def secret_of(name: str) -> str:
    """A user's password; easy to find in a log."""
    return PASSWORD.format(name=name)


class Certificates:
    """An authority, the broker's certificate for 127.0.0.1, and one for a client, as PEM files in a folder."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self.authority = self._authority("authority")
        self.broker = self._signed("broker", "subjectAltName=IP:127.0.0.1,DNS:localhost")
        self.client = self._signed("worker", "extendedKeyUsage=clientAuth")
        self.stranger_authority = self._authority("stranger")
        self.locked_key = folder / "worker.locked.key"
        self.key_password = folder / "key-password"
        self.key_password.write_text(KEY_PASSWORD + "\n")
        self._openssl(
            "pkcs8", "-topk8", "-in", self.client.key, "-out", self.locked_key, "-passout", f"file:{self.key_password}"
        )
        # Kafka wants key and chain in one file, the key as PKCS 8.
        self.broker_store = folder / "broker.store.pem"
        self.broker_store.write_text(self.broker.key.read_text() + self.broker.certificate.read_text())

    def _authority(self, name: str) -> Path:
        key, certificate = self._folder / f"{name}.key", self._folder / f"{name}.pem"
        self._openssl(
            *("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"),
            *("-subj", f"/CN={name}", "-keyout", key, "-out", certificate),
            *("-addext", "keyUsage=critical,keyCertSign,cRLSign"),
        )
        return certificate

    def _signed(self, name: str, extension: str) -> "Signed":
        key, request, certificate = (self._folder / f"{name}.{kind}" for kind in ("key", "csr", "pem"))
        extensions = self._folder / f"{name}.ext"
        extensions.write_text(extension + "\n")
        self._openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-out", key)
        self._openssl("req", "-new", "-key", key, "-subj", f"/CN={name}", "-out", request)
        self._openssl(
            *("x509", "-req", "-in", request, "-CA", self.authority, "-CAkey", self.authority.with_suffix(".key")),
            *("-CAcreateserial", "-days", "2", "-extfile", extensions, "-out", certificate),
        )
        return Signed(certificate, key)

    @staticmethod
    def _openssl(*arguments: str | Path) -> None:
        subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True, timeout=60)


@dataclass(frozen=True, slots=True)
class Signed:
    """A certificate and its key."""

    certificate: Path
    key: Path


class SecureBroker:
    """The broker with its certificates and users. `addresses` by listener: PLAIN, TLS, MUTUAL, SASL, SASLTLS."""

    def __init__(self, folder: Path) -> None:
        self.certificates = Certificates(folder / "certificates")
        listeners = {"TLS": "SSL", "MUTUAL": "SSL", "SASL": "SASL_PLAINTEXT", "SASLTLS": "SASL_SSL"}
        taken: set[int] = set()
        for _ in listeners:
            taken.add(free_port(taken=taken))
        self._ports = dict(zip(listeners, sorted(taken), strict=True))
        self.local = LocalBroker(folder / "broker", properties=self._properties(listeners))

    @property
    def addresses(self) -> dict[str, str]:
        """Where each listener is."""
        return {"PLAIN": self.local.bootstrap or ""} | {name: f"127.0.0.1:{port}" for name, port in self._ports.items()}

    def start(self) -> None:
        """Start the broker and make the SCRAM users."""
        self.local.start(wait=120)
        for mechanism in MECHANISMS:  # one at a time; Kafka takes no two in a request
            self._add_scram_user("worker", mechanism)

    def stop(self) -> None:
        """Stop it."""
        self.local.stop()

    def _properties(self, listeners: Mapping[str, str]) -> dict[str, str]:
        addresses = {name: f"{name}://127.0.0.1:{port}" for name, port in self._ports.items()}
        protocols = {"BROKER": "PLAINTEXT", "CONTROLLER": "PLAINTEXT"} | dict(listeners)
        users = " ".join(f'user_{name}="{secret_of(name)}"' for name in USERS)
        plain = f"org.apache.kafka.common.security.plain.PlainLoginModule required {users};"
        scram = "org.apache.kafka.common.security.scram.ScramLoginModule required;"
        properties = {
            "listeners": ",".join(
                ["BROKER://127.0.0.1:$port", "CONTROLLER://127.0.0.1:$controller_port", *addresses.values()]
            ),
            "advertised.listeners": ",".join(["BROKER://127.0.0.1:$port", *addresses.values()]),
            "listener.security.protocol.map": ",".join(f"{name}:{kind}" for name, kind in protocols.items()),
            "ssl.keystore.type": "PEM",
            "ssl.keystore.location": str(self.certificates.broker_store),
            "ssl.truststore.type": "PEM",
            "ssl.truststore.location": str(self.certificates.authority),
            "listener.name.mutual.ssl.client.auth": "required",
            "sasl.enabled.mechanisms": "PLAIN,SCRAM-SHA-256,SCRAM-SHA-512",
            "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            # The suite itself, over plain text, and whoever comes over TLS without a name.
            "super.users": "User:ANONYMOUS",
            "allow.everyone.if.no.acl.found": "false",
        }
        for listener in ("sasl", "sasltls"):
            properties[f"listener.name.{listener}.plain.sasl.jaas.config"] = plain
            for mechanism in MECHANISMS:
                properties[f"listener.name.{listener}.{mechanism.lower()}.sasl.jaas.config"] = scram
        return properties

    def _add_scram_user(self, name: str, mechanism: str) -> None:
        configs = f"{mechanism}=[password={secret_of(name)}]"
        command = [str(process.java()), "-cp", f"{self.local._jars}/*", "kafka.admin.ConfigCommand"]
        command += ["--bootstrap-server", self.addresses["PLAIN"], "--alter", "--add-config", configs]
        command += ["--entity-type", "users", "--entity-name", name]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    def security(self, way: str, user: str = "worker") -> dict[str, Any]:
        """Settings, as dotted paths, for one way in: "TLS", "mutual TLS", or a SASL mechanism, alone or "over TLS"."""
        files = self.certificates
        if way == "TLS":
            return {"broker": self.addresses["TLS"], "security.protocol": "SSL", "security.ca_file": files.authority}
        if way.startswith("mutual TLS"):
            locked = way.endswith("locked key")
            return {
                "broker": self.addresses["MUTUAL"],
                "security.protocol": "SSL",
                "security.ca_file": files.authority,
                "security.certificate_file": files.client.certificate,
                "security.key_file": files.locked_key if locked else files.client.key,
                **({"security.key_password_file": files.key_password} if locked else {}),
            }
        mechanism, over_tls = way.removesuffix(" over TLS"), way.endswith(" over TLS")
        return {
            "broker": self.addresses["SASLTLS" if over_tls else "SASL"],
            "security.protocol": "SASL_SSL" if over_tls else "SASL_PLAINTEXT",
            "security.sasl_mechanism": mechanism,
            "security.username": user,
            "security.password": secret_of(user),
            **({"security.ca_file": files.authority} if over_tls else {}),
        }


def variables(overrides: Mapping[str, Any]) -> dict[str, str]:
    """Dotted paths as environment variables, secrets as they are."""
    return {f"DATELINE_{path.upper().replace('.', '_')}": str(value) for path, value in overrides.items()}


def settings_of(overrides: Mapping[str, Any]) -> Settings:
    """Dotted paths as settings, nothing taken from the environment."""
    return load_settings(environ={}, overrides=dict(overrides))


class Resource(IntEnum):
    """What a rule is about (org.apache.kafka.common.resource.ResourceType)."""

    TOPIC = 2
    GROUP = 3
    CLUSTER = 4
    TRANSACTIONAL_ID = 5


class Operation(IntEnum):
    """What a rule allows (org.apache.kafka.common.acl.AclOperation)."""

    READ = 3
    WRITE = 4
    CREATE = 5
    ALTER = 7
    DESCRIBE = 8
    DESCRIBE_CONFIGS = 10
    IDEMPOTENT_WRITE = 12


@dataclass(frozen=True, slots=True)
class Rule:
    """One right: an operation on a resource, by its name or, `prefixed`, by how its name begins."""

    resource: Resource
    name: str
    operation: Operation
    prefixed: bool = False

    def __str__(self) -> str:
        return f"{self.operation.name} on {self.resource.name.lower()} {self.name}{'*' if self.prefixed else ''}"


_LITERAL, _PREFIXED, _ALLOW = 3, 4, 3


async def allow(admin_settings: Settings, user: str, rules: Iterable[Rule]) -> None:
    """Give a user rights."""
    admin = await open_admin(admin_settings)
    try:
        for rule in rules:
            pattern = _PREFIXED if rule.prefixed else _LITERAL
            answer = await admin._send_request(
                CreateAclsRequest(rule.resource, rule.name, pattern, f"User:{user}", "*", rule.operation, _ALLOW)
            )
            problem = answer.to_object()["creation_responses"][0]
            assert not problem["error_code"], problem
    finally:
        await admin.close()


async def forbid(admin_settings: Settings, user: str, rule: Rule) -> None:
    """Take one right back."""
    admin = await open_admin(admin_settings)
    try:
        pattern = _PREFIXED if rule.prefixed else _LITERAL
        answer = await admin._send_request(
            DeleteAclsRequest(rule.resource, rule.name, pattern, f"User:{user}", "*", rule.operation, _ALLOW)
        )
        assert answer.to_object()["filter_responses"][0]["matching_acls"], f"no such rule: {rule}"
    finally:
        await admin.close()

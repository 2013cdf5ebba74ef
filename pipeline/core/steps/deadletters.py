"""Dead letters: what becomes of a message that cannot be processed."""

from base64 import b64encode

from pipeline.core.codec import Limits, encode, own_id
from pipeline.core.flow import Channel, Stage
from pipeline.core.outcome import Dead, Message, Output
from pipeline.core.reasons import DeadReason
from pipeline.core.records import DeadLetter

_ENVELOPE = 8 * 1024  # bytes a dead letter needs beside the original: the other fields, with room to spare
LONGEST_KEY = 2000  # bytes of a message's key that a dead letter carries
_MESSAGE_LENGTH = 2000  # characters; an exception's text can be as long as the article


def dead(
    stage: Stage, message: Message, reason: DeadReason, why: str, limits: Limits, *, id: str | None = None
) -> Dead:
    """The outcome of a message that cannot be processed; `id` is the article's own where the caller knows it."""
    raw = message.value or b""
    fits = len(raw) * 4 // 3 + _ENVELOPE <= limits.output_bytes
    if not fits:
        why += " The original is too large to be sent on; it stands where this record's headers say."
    key = (message.key or b"")[:LONGEST_KEY]
    letter = DeadLetter(
        id=id or own_id(raw),
        stage=stage.value,
        reason=reason,
        message=why[:_MESSAGE_LENGTH],
        key=b64encode(key).decode() if message.key is not None else None,
        original=b64encode(raw).decode() if fits else None,
        original_size=len(raw),
    )
    return Dead(reason, letter.message, (Output(Channel.DEAD, letter.id.encode(), encode(letter)),))

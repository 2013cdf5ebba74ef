"""The note of a leader's epoch beside a committed offset."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.runtime.kafka import epochs
from pipeline.runtime.lanes.halt import beyond_end, noted


@given(st.integers(0, 2**31 - 1))
def test_an_epoch_is_read_back(epoch: int) -> None:
    assert epochs.noted(epochs.note(epoch)) == epoch
    assert noted(1, epochs.note(epoch)) is None, "it is no halt"


@pytest.mark.parametrize("note", ["", "7", "dateline leader epoch ", "dateline leader epoch -1", beyond_end(4, 2).note])
def test_another_note_has_none(note: str) -> None:
    assert epochs.noted(note) == -1


def test_an_epoch_that_is_not_known_is_not_noted() -> None:
    assert epochs.note(-1) == ""

"""Records are packed by partition as Kafka's own clients would place them."""

from aiokafka.partitioner import DefaultPartitioner
from hypothesis import given
from hypothesis import strategies as st

from pipeline.runtime.kafka.packing import partition_of


@given(key=st.binary(max_size=60), partitions=st.integers(1, 64))
def test_a_key_goes_where_kafkas_clients_put_it(key: bytes, partitions: int) -> None:
    everywhere = list(range(partitions))
    assert partition_of(key, partitions) == DefaultPartitioner()(key, everywhere, everywhere)


def test_known_keys_have_the_partitions_that_the_java_client_gives_them() -> None:
    # From Kafka's own tests of murmur2: the hash of each key, signed.
    known = {b"21": -973932308, b"foobar": -790332482, b"a-little-bit-long-string": -985981536}
    for key, signed in known.items():
        assert partition_of(key, 4) == (signed & 0x7FFFFFFF) % 4

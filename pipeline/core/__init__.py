"""Pure text work: bytes in, records out. No Kafka, no I/O, no clock, no logging, no globals."""

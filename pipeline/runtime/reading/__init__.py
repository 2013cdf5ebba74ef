"""The only room that knows Faust: it reads, assigns partitions and hands records to the lanes."""

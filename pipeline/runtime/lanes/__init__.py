"""Exactly once: one lane an assigned partition, with a transactional producer of its own."""

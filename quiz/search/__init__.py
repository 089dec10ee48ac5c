"""Search over questions, exercises and the reference: an index in memory, the same on every database."""

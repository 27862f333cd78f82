"""When, where, how many, what, which event."""

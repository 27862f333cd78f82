"""Readers of the formats beside plain text, one module each; what they need beyond the base comes with an extra."""

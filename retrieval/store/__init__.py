"""The library file: what was read from documents, kept in one SQLite file and loaded as far as a question needs it."""

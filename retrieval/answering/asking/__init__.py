"""What a question asks: its kind, its words, whom and what it names; no report is looked at here."""

"""What a report says to the words of a question: views of reports, matching, and what must hold."""

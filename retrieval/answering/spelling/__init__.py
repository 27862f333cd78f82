"""What a question meant to say: accents left out, slips of the fingers, spaces, capitals."""

"""Yes or no: whether a report bears, denies or is silent on what a question claims."""

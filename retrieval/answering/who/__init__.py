"""Who: people, offices and organisations by what they did."""

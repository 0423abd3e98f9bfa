"""What a report is held to before it passes: what is new, what is loud enough, what was decided."""

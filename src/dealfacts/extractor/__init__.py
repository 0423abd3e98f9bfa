"""Article -> claims: readers turn text into values, context surrounds them, kinds type them."""

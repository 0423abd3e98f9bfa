"""Article -> claims. Readers turn text into values, context says what surrounds them, kinds type them."""

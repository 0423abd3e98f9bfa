"""The nouns: frozen values that all stages use and that use none. No I/O, regex or lexicon."""

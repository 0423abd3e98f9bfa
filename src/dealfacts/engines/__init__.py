"""How the pipeline runs at scale, in several processes or from disk. No rule of its own."""

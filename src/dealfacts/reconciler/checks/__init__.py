"""One cross-check a file: `RULE`, and `run(view)` that yields its results. Found by discovery."""

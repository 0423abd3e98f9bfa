"""What holds for the whole suite: property tests try the same examples on every desk."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("gate", derandomize=True, deadline=None, print_blob=False)
settings.load_profile("gate")

"""`python -m dealfacts.lexicon`: writes the JSON twin of every TOML lexicon, and their index."""

from __future__ import annotations

from dealfacts.lexicon import cues
from dealfacts.lexicon.store import COMPILED, DATA, compiled


def main() -> None:
    """Compile data/*.toml into compiled/*.json, and index the cue patterns."""
    COMPILED.mkdir(exist_ok=True)
    for path in sorted(DATA.glob("*.toml")):
        (COMPILED / f"{path.stem}.json").write_text(compiled(path.stem), encoding="utf-8")
    (COMPILED / f"{cues.INDEX}.json").write_text(cues.index(), encoding="utf-8")


if __name__ == "__main__":
    main()

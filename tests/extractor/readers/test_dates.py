from datetime import date

import pytest

from dealfacts.extractor.readers.dates import read

PUBLISHED = date(2024, 8, 14)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It was signed on Oct. 10, 2023, in Paris.", "Oct. 10, 2023", "2023-10-10"),
        ("The sale closes in the first half of 2025.", "the first half of 2025", "2025-40"),
        ("The company said on Wednesday", "Wednesday", "2024-08-14"),
        ("founded in 2016 by two friends", "2016", "2016"),
    ],
)
def test_reads(text: str, words: str, edtf: str) -> None:
    [mention] = read(text, PUBLISHED)
    assert (mention.value.text, mention.value.edtf) == (words, edtf)
    assert text[mention.start : mention.end] == words

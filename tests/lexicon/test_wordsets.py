from dealfacts.lexicon.wordsets import either


def test_a_union_holds_the_words_of_all_sets_and_is_made_once() -> None:
    one, other = frozenset({"bid", "offer"}), frozenset({"offer", "deal"})
    assert either(one, other) == {"bid", "offer", "deal"}
    assert either(one, other) is either(frozenset({"offer", "bid"}), other)
    assert either() == frozenset()

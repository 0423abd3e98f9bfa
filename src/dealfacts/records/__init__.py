"""What lasts between runs: accepted findings, judgements, approved facts, what files came to."""

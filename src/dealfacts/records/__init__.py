"""What lasts between runs: accepted findings, judgements, approved facts. Plain files of lines."""

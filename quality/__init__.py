"""What musnad's quality is measured with: the gold of its own examples, the gold's validator and the scoring rules."""

"""What musnad's quality is measured with: the gold of the project's own examples, its validator and the scoring rules."""

"""Review: what a person has answered comes back when they are about to forget it."""

"""Quiz sessions: which items are asked, in which order, and what was answered."""

"""What people report as wrong: with a question, an exercise, or a verdict."""

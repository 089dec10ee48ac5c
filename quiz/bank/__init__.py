"""The question bank: questions, their items, and the forms in which authors write them."""

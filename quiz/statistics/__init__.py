"""How the items of the bank do with people: figures for authors, kept up to date without reading all answers again."""

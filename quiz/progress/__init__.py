"""Progress: how far a person is with each topic, on which days they practised, and what to do next."""

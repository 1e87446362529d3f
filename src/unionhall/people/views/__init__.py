"""The pages of people: declarations, and the few special pages beside them."""

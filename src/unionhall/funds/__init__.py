"""The union's own money: the book, what was asked for, approved and paid, and who may see it."""

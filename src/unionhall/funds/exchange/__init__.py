"""What leaves the book for other programs, and what comes in from them."""

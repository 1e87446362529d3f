"""Messages to persons: written with the act they tell of, delivered after commit to the inbox and by e-mail."""

"""Getting in: sign-in, activation codes, the second factor, and the administrator's pages about accounts."""

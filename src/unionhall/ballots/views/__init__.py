"""The pages of polls: at the desk, on the phone, at the tellers' table."""

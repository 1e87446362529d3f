"""What each verb of people asks for: cleaning of input, nothing saved."""

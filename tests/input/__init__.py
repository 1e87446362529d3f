"""What people send by mistake or malice: each gets a clear sentence, nothing is half saved."""

"""What people type about proposals, cleaned."""

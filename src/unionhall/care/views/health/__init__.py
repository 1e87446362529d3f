"""The pages of health checks and recuperation."""

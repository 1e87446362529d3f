"""The union as tenant, its users and their sign-in. Knows nobody above."""

"""Life events, visits, welfare standards, benefit issues; hardship files, aid, donations, health checks, recuperation."""

"""The report as it is read: composed once, then set as a Word document or as a printed page."""

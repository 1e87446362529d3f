"""What is written outside the database: attachments by content, Word forms, PDF lists, workbooks."""

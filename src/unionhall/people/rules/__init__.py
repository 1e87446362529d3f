"""What law and paper say, over plain values: no database, no request."""

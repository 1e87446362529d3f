"""What pages, papers and figures read of proposals; import it from here."""

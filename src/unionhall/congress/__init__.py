"""The staff congress and the members' congress: terms, delegates, sessions, quorum, agenda, resolutions, papers."""

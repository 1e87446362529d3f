"""Proposals of delegates: from the call, through seconds, review and reply, to what was done about them."""

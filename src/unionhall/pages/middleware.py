"""Refusals raised anywhere become pages that explain themselves."""


def refusals(get_response):
    return get_response

"""Reads shaped for pages and for the modules above; import them from here."""
from unionhall.people.selectors.persons import members, person_of, rows, staff
from unionhall.people.selectors.posts import grants, holders, terms_due, users_with

__all__ = ["grants", "holders", "members", "person_of", "rows", "staff", "terms_due", "users_with"]

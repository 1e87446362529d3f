"""Who belongs to the union and to the hospital: staff, members, units, departments, bodies and the posts people hold.

Days that end something (`left_on`, `ended_on`, `retired_on`) are the first day on which it no longer holds; only a
term's `ends_on` is its last day, as the papers state it.
"""

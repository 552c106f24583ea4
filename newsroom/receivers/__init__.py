"""What follows in one room from a fact of another: apps state facts; here is heard which stored pages they change.

stories     a story came, left, or was written in
others      polls, prices, names, settings
clock       what the time alone changes
"""

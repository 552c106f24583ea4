"""Ideas for stories (*đề tài*): given by editors, accepted or declined by reporters, done when the draft is handed in.

workflow   the states and the moves between them
rights     who may do what
querysets  the named questions
actions    the verbs
"""

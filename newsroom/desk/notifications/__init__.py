"""Whom what concerns, told at the desk and by e-mail: hears what the apps state and keeps it until it is read.

models     what was told to whom; what an account does not want to hear
receivers  who is told of what
telling    the one way to tell
post       letters leave on a thread of their own
views      the bell's page, and the page of what is muted
"""

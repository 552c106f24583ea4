"""Letters that readers asked for: today, when a price reaches a level. A newsletter would be another Kind.

models    what is asked for, letters that wait, and traces of asking
limits    nobody is made to receive letters by somebody else
links     what opens the pages of one subscription
actions   ask, confirm, leave, forget; the one way each
alerts    who is to be told of what stands now
letters   what a letter says
sending   letters leave in the background, and are tried again until they are taken
"""

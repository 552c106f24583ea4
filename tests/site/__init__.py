"""What outsiders say of the running paper (`make check-site`), and what it looks like (`make screenshots`).

`pages` lists what is visited, `server` runs it, `browser` opens it; each check is one module with `find(site)`, which
yields one `Finding` for each thing that is wrong. What the checkers need is installed under var/site by `workshop`.
"""

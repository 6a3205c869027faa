"""Keep the answers in the person's own browser, and bring them back whatever happens to the session.

Each run hands the answers to the component, which stores them. What it stored comes back after a reload,
on a new server, or from another tab. The protocol, and why it loses nothing, is told in
docs/decisions/0007-browser-store.md; the two halves of it are this folder's Python and its scripts.
"""

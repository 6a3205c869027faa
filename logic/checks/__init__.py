"""The proofs: checks over content, answers and outputs that the guide never advises and meets the standards.

Each property has a code in `breaches`. A check returns breaches and raises nothing, so that all of them
are seen at once. The rest of `logic` imports nothing from here.
"""

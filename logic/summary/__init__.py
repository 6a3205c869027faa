"""A journey as what a person takes along: the summary, two views, the comparison, life with refills."""

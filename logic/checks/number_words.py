"""Numbers written out, as the content writes them."""

NUMBER_WORDS = {
    word: number
    for number, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)
}
"""Each word with its number, one to ten."""

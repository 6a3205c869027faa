// A link that is pressed while somebody types leads where it says, at the first press.

const LINK = ":--page-link-anchor"
const SENDING_MS = 150

// Streamlit follows a link at once but sends the words of a field some moments after it was left, with the place
// that they were typed in, and so leads back there: whoever taps a link while typing would have to tap it twice.
function followLinksAfterWords() {
  let left = -Infinity
  document.addEventListener("change", ({ target }) => {
    if (target.matches?.(TYPED)) left = performance.now()
  }, true)
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(LINK)
    const wait = left + SENDING_MS - performance.now()
    if (!link || wait <= 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    event.stopImmediatePropagation()
    setTimeout(() => link.click(), wait)
  }, true)
}

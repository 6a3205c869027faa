// A note of each change, made in the browser before the server hears of it.

const CONTROL = '[class*="st-key-answer-"]'
const TYPED = 'textarea, input[type="number"], input[type="text"]'
const PRESSES = ["pointerup", "click", "keydown"]
const STEPS = ["ArrowUp", "ArrowDown", "Escape"]
const LINK = 'a[data-testid="stPageLink-NavLink"]'
const SENDING_MS = 150

const controlOf = (target) => target.closest?.(CONTROL)
const keyOf = (control) =>
  [...control.classList].find((name) => name.startsWith("st-key-answer-"))?.slice("st-key-".length)

// What a control shows: the place of the choice, whether it is ticked, or the text.
function shownBy(control) {
  const chosen = [...control.querySelectorAll('input[type="radio"]')].findIndex((input) => input.checked)
  if (chosen >= 0) return chosen
  const input = control.querySelector(`input[type="checkbox"], ${TYPED}`)
  return input?.type === "checkbox" ? input.checked : input?.value
}

// `note(key, value, sent)` is called on each change; `sent` is false for text that its field still holds back.
function listen(note) {
  const take = (control, sent) => {
    const [key, value] = [keyOf(control), shownBy(control)]
    if (key !== undefined && value !== undefined) note(key, value, sent)
  }
  const onInput = ({ target }, sent) => {
    const control = controlOf(target)
    if (control && target.matches("input, textarea")) take(control, sent)
  }
  document.addEventListener("input", (event) => event.target.matches?.(TYPED) && onInput(event, false), true)
  document.addEventListener("change", (event) => onInput(event, true), true)
  followLinksAfterWords()
  // A choice taken by pointer or arrow key, and a number that is stepped, change with no event of their own.
  // This looks before the press and right after it, which is still before Streamlit sends what it changed.
  const onPress = ({ target, key }) => {
    const control = controlOf(target)
    if (!control || (target.matches(TYPED) && !STEPS.includes(key))) return
    const before = shownBy(control)
    setTimeout(() => control.isConnected && shownBy(control) !== before && take(control, true))
  }
  for (const press of PRESSES) document.addEventListener(press, onPress, true)
  document.addEventListener("click", ({ target }) => {
    const control = target.closest?.("button:not(:disabled)") && controlOf(target)
    const key = control && keyOf(control)
    if (key?.endsWith("-clear")) note(key, true, true)
  }, true)
}

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

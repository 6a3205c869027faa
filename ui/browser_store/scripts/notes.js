// A note of each change, made in the browser before the server hears of it.

const CONTROL = '[class*="st-key-answer-"]'
const TYPED = 'textarea, input[type="number"], input[type="text"]'
const PRESSES = ["pointerup", "click", "keydown"]
const STEPS = ["ArrowUp", "ArrowDown", "Escape"]

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

// What a choice or a tick is called: in another version of the guide its place may be another's.
function wordsOf(control) {
  const option = control.querySelector('input[type="radio"]:checked')?.closest(":--radio-option")
  const box = control.querySelector('input[type="checkbox"]')?.closest("label")
  return (option ?? box)?.querySelector(":--markdown")?.textContent.trim() ?? ""
}

// `note(key, value, sent, words)` is called on each change; `sent` is false for text that its field still holds back.
function listen(note) {
  const take = (control, sent) => {
    const [key, value] = [keyOf(control), shownBy(control)]
    if (key !== undefined && value !== undefined) note(key, value, sent, wordsOf(control))
  }
  const onInput = ({ target }, sent) => {
    const control = controlOf(target)
    if (control && target.matches("input, textarea")) take(control, sent)
  }
  document.addEventListener("input", (event) => event.target.matches?.(TYPED) && onInput(event, false), true)
  document.addEventListener("change", (event) => onInput(event, true), true)
  // A choice taken by pointer or arrow key, and a number that is stepped, change with no event of their own.
  // This looks before the press and right after it, which is still before Streamlit sends what it changed. On a device
  // that is busy the page can be left before that, as by a reload.
  const looks = new Set()
  const onPress = ({ target, key }) => {
    const control = controlOf(target)
    if (!control || (target.matches(TYPED) && !STEPS.includes(key))) return
    const before = shownBy(control)
    const look = () => looks.delete(look) && control.isConnected && shownBy(control) !== before && take(control, true)
    looks.add(look)
    setTimeout(look)
  }
  window.addEventListener("pagehide", () => looks.forEach((look) => look()))
  for (const press of PRESSES) document.addEventListener(press, onPress, true)
  document.addEventListener("click", ({ target }) => {
    const control = target.closest?.("button:not(:disabled)") && controlOf(target)
    const key = control && keyOf(control)
    if (/-(clear|to-\d+)$/.test(key ?? "")) note(key, true, true, "")
  }, true)
}

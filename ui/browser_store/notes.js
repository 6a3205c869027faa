// A note of each change, made in the browser before the server hears of it.

const CONTROL = '[class*="st-key-answer-"]'
const TYPED = 'textarea, input[type="number"], input[type="text"]'

function keyOf(target) {
  const control = target.closest?.(CONTROL)
  const name = [...(control?.classList ?? [])].find((one) => one.startsWith("st-key-answer-"))
  return name?.slice("st-key-".length)
}

function valueOf(input) {
  if (input.type === "radio") return Number(input.value)
  if (input.type === "checkbox") return input.checked
  return input.matches(TYPED) ? input.value : undefined
}

// `note(key, value, sent)` is called on each change; `sent` is false for text that its field still holds back.
function listen(note) {
  const take = (target, sent) => {
    const key = keyOf(target)
    const value = key === undefined ? undefined : valueOf(target)
    if (value !== undefined) note(key, value, sent)
  }
  document.addEventListener("input", (event) => event.target.matches?.(TYPED) && take(event.target, false), true)
  document.addEventListener("change", (event) => take(event.target, true), true)
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button")
    const key = button && !button.disabled ? keyOf(button) : undefined
    if (key === undefined) return
    if (key.endsWith("-clear")) note(key, true, true)
    // The steppers of a number change it without any event of its field, and not until after this one.
    const field = button.closest('[data-testid="stNumberInput"]')?.querySelector("input")
    if (field) setTimeout(() => note(key, field.value, true))
  }, true)
}

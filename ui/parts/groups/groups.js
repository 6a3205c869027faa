// What a control is told with: its hint, and what is wrong with the answer. Streamlit ties neither to its field.
const CONTROLS = ':is([role="radiogroup"], [role="group"][class*="st-key-group-"], textarea, input:not([type="radio"], [type="checkbox"]))'

function describe(question) {
  const name = [...question.classList].find((one) => one.startsWith("st-key-question-"))
  const isTold = (part) => !part.closest("details") && part.innerText.trim()
  const told = [...question.querySelectorAll(":--caption, [role=alert]")].filter(isTold)
  for (const [place, part] of told.entries()) part.id ||= `${name}-told-${place}`
  const refused = told.some((part) => part.matches("[role=alert]"))
  for (const control of question.querySelectorAll(CONTROLS)) {
    if (control.closest("details")) continue
    set(control, "aria-describedby", told.map((part) => part.id).join(" "))
    if (control.matches("textarea, input")) set(control, "aria-invalid", refused ? "true" : "")
  }
}

function set(part, name, value) {
  if (value === (part.getAttribute(name) ?? "")) return
  if (value) part.setAttribute(name, value)
  else part.removeAttribute(name)
}

export default function ({ data }) {
  const name = () => {
    for (const [key, label] of Object.entries(data.names)) {
      const container = document.querySelector(`.st-key-${CSS.escape(key)}`)
      if (!container || container.getAttribute("aria-label") === label) continue
      container.setAttribute("role", "group")
      container.setAttribute("aria-label", label)
    }
    for (const question of document.querySelectorAll('[class*="st-key-question-"]')) describe(question)
  }
  name()
  // A rerun may draw a container anew with the names unchanged.
  const observer = new MutationObserver(name)
  observer.observe(document.querySelector(":--app"), { subtree: true, childList: true })
  return () => observer.disconnect()
}

// A voice of the device alone: others send the words to a company.
const CAN = "guide-can-listen"
const AROUND = '[class*="st-key-question-"], .st-key-guided-shared'
let speaking = null

const synthesis = globalThis.speechSynthesis
const isOurs = ({ localService, lang }) =>
  localService && lang.toLowerCase().startsWith(document.documentElement.lang.toLowerCase().slice(0, 2))
const voice = () => synthesis?.getVoices().find(isOurs)
const look = () => document.documentElement.classList.toggle(CAN, Boolean(voice()))

function words(button) {
  const around = button.closest(AROUND)
  const parts = [...(around?.querySelectorAll("h1, h2, :--caption, :--widget-label, label") ?? [])]
  const shown = parts.filter((part) => !part.closest("details") && part.getClientRects().length)
  return [...new Set(shown.map((part) => part.innerText.trim()))].filter(Boolean)
}

function stop() {
  synthesis?.cancel()
  speaking?.setAttribute("aria-pressed", "false")
  speaking = null
}

function start(button) {
  speaking = button
  button.setAttribute("aria-pressed", "true")
  const said = words(button).map((text) => Object.assign(new SpeechSynthesisUtterance(text), { voice: voice() }))
  said.at(-1).onend = () => speaking === button && stop()
  for (const one of said) synthesis.speak(one)
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest?.(".guide-listen")
  if (!button || !voice()) return
  const again = button === speaking
  stop()
  if (!again) start(button)
})
synthesis?.addEventListener?.("voiceschanged", look)

export default function () {
  look()
  // What was being read is of a screen that is gone.
  if (speaking && !speaking.isConnected) stop()
}

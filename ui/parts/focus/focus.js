// The module outlives the element, so these hold for as long as the page is open.
let shown
let stopWaiting = () => {}

const PATIENCE_MS = 5000

// The heading of the screen before may still stand until the run has ended.
function heading() {
  const app = document.querySelector(":--app")
  if (!app || !app.matches(":--at-rest")) return null
  return [...app.querySelectorAll("h1")].find((h1) => !h1.closest(":--stale")) ?? null
}

function goTo(h1) {
  h1.setAttribute("tabindex", "-1")
  document.querySelector(":--main")?.scrollTo({ top: 0, behavior: "instant" })
  h1.focus({ preventScroll: true })
  say(h1.textContent.trim())
}

// It stands outside of the app's tree, where no rerun replaces it: a new live region is not read.
function say(words) {
  let region = document.getElementById("guide-said")
  if (!region) {
    region = document.createElement("div")
    region.id = "guide-said"
    region.setAttribute("role", "status")
    region.className = "guide-unseen"
    document.body.append(region)
  }
  region.textContent = words
}

function whenDrawn(act) {
  stopWaiting()
  const look = () => {
    const h1 = heading()
    if (!h1) return
    stopWaiting()
    act(h1)
  }
  const observer = new MutationObserver(look)
  const timer = setTimeout(() => stopWaiting(), PATIENCE_MS)
  stopWaiting = () => {
    observer.disconnect()
    clearTimeout(timer)
  }
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
  look()
}

export default function ({ data }) {
  const first = shown === undefined
  if (data.token === shown) return
  shown = data.token
  if (!first) whenDrawn(goTo)
}

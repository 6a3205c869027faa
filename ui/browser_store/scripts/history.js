// Each screen is an entry of the browser's history, so that Back, and a phone's back gesture, lead to the screen before.
// An entry says which screen it is and nothing that was entered there; the address stays that of the place.

const trail = {
  led: false, // by Back or Forward to an entry that is not drawn yet
  asked: false, // the server for the screen of that entry
  path: null, // the address that was led to or drawn last
}

const entered = () => history.state?.guide
// A screen is told as the place, as it stands at the end of the address, and what is looked at there.
const isHere = (screen) => location.pathname.split("/").pop() === screen.split(" ")[0]

function lookAgain() {
  trail.asked = true
  tell("shown", { screen: entered() })
}

function keepTrail() {
  window.addEventListener("popstate", (event) => {
    if (entered() === undefined) return
    const samePlace = location.pathname === trail.path
    Object.assign(trail, { led: true, asked: false, path: location.pathname })
    if (!samePlace) return
    // Streamlit knows places only, and would draw this one again as it is.
    event.stopImmediatePropagation()
    sendDrafts()
    lookAgain()
  }, true)
}

// Called at the end of each run, with what it drew.
globalThis.guideScreenDrawn = function (screen) {
  if (!isHere(screen) || page.queue.some(({ kind }) => kind === "shown")) return
  const entry = entered()
  const isNew = entry !== undefined && entry !== screen && trail.path !== null
  if (isNew && trail.led && !trail.asked) return lookAgain()
  if (entry !== screen) history[isNew && !trail.led ? "pushState" : "replaceState"]({ ...history.state, guide: screen }, "")
  Object.assign(trail, { led: false, asked: false, path: location.pathname })
}

const SVG = "http://www.w3.org/2000/svg"
const TICK = "M-3,0.4 L-0.9,2.4 L3.1,-2.2"

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

// A picture of the given room, made of the given lines; the words are elsewhere.
function picture(room, paths) {
  const svg = document.createElementNS(SVG, "svg")
  svg.setAttribute("viewBox", room.join(" "))
  svg.setAttribute("aria-hidden", "true")
  for (const attributes of paths) {
    const path = document.createElementNS(SVG, "path")
    for (const [key, value] of Object.entries(attributes)) path.setAttribute(key, value)
    svg.append(path)
  }
  return svg
}

function button(area, [width, height]) {
  const [x, y, across, down] = area.target
  const made = element("button", { type: "button", "aria-label": area.label, "aria-pressed": "false" })
  const share = (part, whole) => `${(part / whole) * 100}%`
  made.style.insetInlineStart = share(x, width)
  made.style.insetBlockStart = share(y, height)
  made.style.inlineSize = share(across, width)
  made.style.blockSize = share(down, height)
  made.append(picture(area.target, [
    { class: "guide-body-area", d: area.path },
    { class: "guide-body-tick", d: TICK, transform: `translate(${area.middle.join(" ")})` },
  ]))
  // A keyboard has the list, which is one stop and does the same.
  made.tabIndex = -1
  if (area.again) {
    // The same area from the other side: for a pointer only, so that nobody listens through it twice.
    made.setAttribute("aria-hidden", "true")
    made.onmousedown = (event) => event.preventDefault()
  }
  return made
}

function view(data, size, pairs) {
  const figure = element("div", { class: "guide-body-figure" })
  figure.style.aspectRatio = size.join(" / ")
  figure.append(picture([0, 0, ...size], data.bare.map((d) => ({ d }))))
  figure.append(...data.sides.map((side) => element("span", { class: "guide-body-side" }, side)))
  for (const area of data.areas) {
    const made = button(area, size)
    pairs.push([made, area.box])
    figure.append(made)
  }
  return element("div", { class: "guide-body-view" }, element("p", { class: "guide-body-name" }, data.name), figure)
}

// Each run calls again. What is drawn stays, so that no button loses the focus.
const drawn = new WeakMap()

function draw(root, data) {
  const said = JSON.stringify(data)
  if (drawn.get(root)?.said !== said) {
    const pairs = []
    root.setAttribute("aria-label", data.name)
    root.replaceChildren(...data.views.map((one) => view(one, data.size, pairs)))
    drawn.set(root, { said, pairs })
  }
  return drawn.get(root).pairs
}

// The list is one stop on the way through the page, however long it is; the arrow keys move inside.
let stopped = null

function oneStop(boxes) {
  if (!boxes.includes(stopped)) stopped = boxes[0]
  for (const box of boxes) box.tabIndex = box === stopped ? 0 : -1
}

const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

const boxesIn = (around) => [...around.querySelectorAll('input[type="checkbox"]:not(:disabled)')]

function step(event) {
  const boxes = boxesIn(event.currentTarget)
  const at = boxes.indexOf(event.target)
  const to = { Home: 0, End: boxes.length - 1 }[event.key] ?? at + (STEPS[event.key] ?? NaN)
  if (at < 0 || !boxes[to]) return
  event.preventDefault()
  boxes[to].focus()
}

function keepStop({ currentTarget, target }) {
  if (target.type !== "checkbox") return
  stopped = target
  oneStop(boxesIn(currentTarget))
}

export default function ({ data, parentElement }) {
  const pairs = draw(parentElement.querySelector(".guide-body"), data)
  const around = parentElement.closest('[class*="st-key-mapped-"]')
  const box = (key) => around.querySelector(`.st-key-${CSS.escape(key)} input[type="checkbox"]`)
  // On a slow phone the figure is there some moments before its boxes: what is pressed by then is pressed when they come.
  const early = new Set()
  // Added with each run, and there once, since it is the same each time.
  around.addEventListener("keydown", step)
  around.addEventListener("focusin", keepStop)
  const show = () => {
    oneStop(boxesIn(around))
    for (const [made, key] of pairs) {
      if (box(key) && early.delete(key)) box(key).click()
      made.setAttribute("aria-pressed", String(box(key)?.checked === true))
    }
  }
  for (const [made, key] of pairs) {
    made.onclick = () => {
      if (box(key)) box(key).click()
      else if (!early.delete(key)) early.add(key)
    }
  }
  show()
  // A tick can come and go by a hand, by the server, or with the boxes themselves.
  const observer = new MutationObserver(show)
  observer.observe(around, { subtree: true, childList: true, attributeFilter: [":--selected"] })
  return () => observer.disconnect()
}

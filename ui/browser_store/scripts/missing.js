// A part of the program that did not come is not asked for again by itself: the page would stay without it, and say nothing.

window.addEventListener("vite:preloadError", () => {
  if (document.querySelector(".guide-missing")) return
  const region = document.createElement("div")
  region.className = "guide-missing"
  region.setAttribute("role", "alert")
  document.body.append(region)
  const again = action([WORDS.again, () => location.reload()])
  region.append(Object.assign(document.createElement("p"), { textContent: WORDS.missing }), again)
})

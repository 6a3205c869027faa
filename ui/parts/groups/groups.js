export default function ({ data }) {
  const name = () => {
    for (const [key, label] of Object.entries(data.names)) {
      const container = document.querySelector(`.st-key-${CSS.escape(key)}`)
      if (!container || container.getAttribute("aria-label") === label) continue
      container.setAttribute("role", "group")
      container.setAttribute("aria-label", label)
    }
  }
  name()
  // A rerun may draw a container anew with the names unchanged.
  const observer = new MutationObserver(name)
  observer.observe(document.querySelector(":--app"), { subtree: true, childList: true })
  return () => observer.disconnect()
}

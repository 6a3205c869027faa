function encoded(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}

export default function ({ data, key, parentElement, setTriggerValue }) {
  const label = parentElement.querySelector("label")
  const [help, fault] = parentElement.querySelectorAll("p")
  const input = parentElement.querySelector("input")
  label.textContent = data.label
  label.htmlFor = input.id = `${key}-file`
  help.textContent = data.help
  help.id = `${key}-help`
  input.accept = data.accept
  input.setAttribute("aria-describedby", help.id)
  // Its room is kept from the start, but nobody meets a field before it has a name.
  parentElement.querySelector(".guide-file").style.visibility = ""
  // Emptied before each choice, so that the same file again is a change again.
  input.onclick = () => { input.value = "" }
  input.onchange = async () => {
    const file = input.files[0]
    if (!file) return
    try {
      const content = file.size > data.limit ? {} : { base64: await encoded(file) }
      fault.textContent = ""
      setTriggerValue("file", { name: file.name, ...content })
    } catch {
      // Moved, on a stick that was pulled out, or kept by a service that does not answer.
      fault.textContent = data.unreadable
    }
  }
}

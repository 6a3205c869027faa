// A field shows the part of its text that it has room for. On paper all of it stands in the field's place.
const FIELDS = ":--main :is(textarea, input[type=text])"

addEventListener("beforeprint", () => {
  for (const field of document.querySelectorAll(FIELDS)) {
    const whole = document.createElement("div")
    whole.className = "guide-on-paper"
    whole.dir = "auto"
    whole.textContent = field.value
    field.parentElement.append(whole)
  }
})

addEventListener("afterprint", () => {
  for (const whole of document.querySelectorAll(".guide-on-paper")) whole.remove()
})

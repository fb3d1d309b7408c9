// The command box becomes a combobox: arrows move, Enter takes, Escape closes.
const field = document.getElementById("command");
const hints = document.querySelector(".hints");
const list = document.createElement("ul");
let active = -1;
let asked = 0;

list.id = "completions";
list.hidden = true;
list.setAttribute("role", "listbox");
list.setAttribute("aria-label", "Completions");
hints.before(list);
field.removeAttribute("list");
for (const [name, value] of Object.entries({
  role: "combobox",
  "aria-expanded": "false",
  "aria-controls": "completions",
  "aria-autocomplete": "list",
})) {
  field.setAttribute(name, value);
}

field.addEventListener("input", async () => {
  asked += 1;
  const [mine, words] = [asked, field.value];
  if (words.trim() === "") return show([], "");
  const response = await fetch(`/suggest?words=${encodeURIComponent(words)}`).catch(() => null);
  const suggestions = response?.ok ? await response.json() : [];
  // A slow answer to what was typed before is not shown.
  if (mine === asked) show(suggestions, words);
});

field.addEventListener("keydown", (event) => {
  const count = list.hidden ? 0 : list.children.length;
  if (event.key === "Escape" && count > 0) {
    show([], "");
    event.preventDefault();
  } else if (event.key === "ArrowDown" && count > 0) {
    choose((active + 1) % count);
    event.preventDefault();
  } else if (event.key === "ArrowUp" && count > 0) {
    choose((active - 1 + count) % count);
    event.preventDefault();
  } else if (event.key === "Enter" && count > 0 && active >= 0) {
    take(list.children[active]);
    event.preventDefault();
  }
});

field.addEventListener("blur", () => show([], ""));
field.form.addEventListener("submit", () => show([], ""));
list.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the field
list.addEventListener("click", (event) => take(event.target.closest("li")));

function show(suggestions, typed) {
  asked += suggestions.length > 0 ? 0 : 1;
  const chosen = list.children[active]?.dataset.words;
  active = -1;
  list.replaceChildren(...suggestions.map((each, index) => option(each, index, typed)));
  list.hidden = suggestions.length === 0;
  hints.hidden = !list.hidden;
  field.setAttribute("aria-expanded", String(!list.hidden));
  field.removeAttribute("aria-activedescendant");
  // What was chosen already stays so under the letters that were typed since.
  const still = [...list.children].findIndex(({ dataset }) => dataset.words === chosen);
  if (still >= 0) choose(still);
}

function option({ words, note }, index, typed) {
  const item = document.createElement("li");
  item.id = `completion-${index}`;
  item.dataset.words = words.startsWith("/") ? words : `/${words}`;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  const about = document.createElement("span");
  about.textContent = note;
  item.append(marked(item.dataset.words, typed.trim().split(/\s+/).at(-1)), " ", about);
  return item;
}

/** The letters that were typed, marked where they occur. */
function marked(words, typed) {
  const bold = document.createElement("b");
  const at = words.toLowerCase().lastIndexOf(typed.toLowerCase());
  const mark = document.createElement("mark");
  mark.textContent = at < 0 ? "" : words.slice(at, at + typed.length);
  if (at < 0 || typed.startsWith("/")) bold.append(words);
  else bold.append(words.slice(0, at), mark, words.slice(at + typed.length));
  return bold;
}

function choose(index) {
  active = index;
  for (const [place, item] of [...list.children].entries()) {
    item.setAttribute("aria-selected", String(place === index));
  }
  list.children[index].scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", list.children[index].id);
}

function take(item) {
  if (!item) return;
  field.value = item.dataset.words;
  show([], "");
}

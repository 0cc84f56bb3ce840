// The page's elements. Texts are set as text alone, so that nothing in a result can become markup.

export function byId<E extends HTMLElement = HTMLElement>(id: string): E {
  const element = document.getElementById(id);
  if (!element) {
    throw new Error(`the page lacks ${id}`);
  }
  return element as E;
}

export function show(id: string, visible: boolean): void {
  byId(id).hidden = !visible;
}

/** Sets a text and hides what has none. Leaves the element alone when nothing changed, for those who listen to it. */
export function say(id: string, words: string | undefined): void {
  const element = byId(id);
  const now = words ?? "";
  if (element.textContent !== now) {
    element.textContent = now;
  }
  element.hidden = now === "";
}

/** Fills a list with one entry for each text and hides an empty one. */
export function fill(id: string, entries: string[]): void {
  const items = entries.map((entry) => {
    const item = document.createElement("li");
    item.textContent = entry;
    return item;
  });
  byId(id).replaceChildren(...items);
  byId(id).hidden = entries.length === 0;
}

/** Fills a list of terms with what is known of them. */
export function define(id: string, terms: [term: string, words: string | undefined][]): void {
  const rows = terms.flatMap(([term, words]) => {
    if (!words) {
      return [];
    }
    const row = document.createElement("div");
    const name = document.createElement("dt");
    const value = document.createElement("dd");
    name.textContent = term;
    value.textContent = words;
    row.append(name, value);
    return [row];
  });
  byId(id).replaceChildren(...rows);
}

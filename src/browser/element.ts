/** An element that the page must have; its absence is a fault of the page. */
export function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${id}.`);
  return found;
}

/** A new element; texts become text nodes, never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

/** A control under its label. */
export function labelled(text: string, control: HTMLElement): HTMLLabelElement {
  return make('label', '', make('span', '', text), control);
}

/** A choice between texts, each with the value it stands for. */
export function choice(options: readonly (readonly [value: string, text: string])[]): HTMLSelectElement {
  const select = document.createElement('select');
  for (const [value, text] of options) select.add(new Option(text, value));
  return select;
}

export function button(text: string, action: () => void): HTMLButtonElement {
  const made = make('button', '', text);
  made.type = 'button';
  made.addEventListener('click', action);
  return made;
}

/** Says something to people who cannot see what changed. */
export function say(message: string): void {
  element('said', HTMLElement).textContent = message;
}

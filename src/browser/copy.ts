/** Says something to people who cannot see what changed. */
function say(message: string): void {
  const region = document.getElementById('said');
  if (region !== null) region.textContent = message;
}

/** Gives each block marked `data-copy` below a node a button that copies exactly its text; none where that is impossible. */
export function addCopyButtons(root: ParentNode = document): void {
  if (!navigator.clipboard) return;
  for (const block of root.querySelectorAll<HTMLPreElement>('pre[data-copy]')) {
    const what = block.dataset['copy'] ?? 'text';
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.ariaLabel = `Copy: ${what}`;
    button.addEventListener('click', () => copy(block, button, what));
    const frame = document.createElement('div');
    frame.className = 'copyable';
    block.replaceWith(frame);
    frame.append(block, button);
  }
}

async function copy(block: HTMLPreElement, button: HTMLButtonElement, what: string): Promise<void> {
  const done = await navigator.clipboard.writeText(block.textContent).then(
    () => true,
    () => false,
  );
  button.textContent = done ? 'Copied' : 'Not copied';
  say(done ? `Copied ${what}.` : `The browser did not allow copying ${what}; select the text instead.`);
  setTimeout(() => {
    button.textContent = 'Copy';
  }, 2000);
}

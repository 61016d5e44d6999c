/** Gives each copyable block below a node, if it names a file, a button that saves exactly its text. */
export function addDownloads(root: ParentNode): void {
  for (const block of root.querySelectorAll<HTMLPreElement>('pre[data-file]')) {
    const name = block.dataset['file'] ?? 'policy.json';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'save';
    button.textContent = 'Download';
    button.ariaLabel = `Download ${name}`;
    button.addEventListener('click', () => save(name, block.textContent));
    block.after(button);
  }
}

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

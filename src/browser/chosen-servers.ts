/** An id of the catalogue and nothing else: what is written into an address or asked for by one. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The servers that the fragment of an address names, each once; whatever is no id is left out. */
export function readChosen(hash: string): string[] {
  const named = new URLSearchParams(hash.replace(/^#/, '')).get('servers') ?? '';
  return [...new Set(named.split(',').filter((id) => id.length <= 100 && ID.test(id)))];
}

/** The fragment, with its `#`, that {@link readChosen} reads back; '' for none. */
export function writeChosen(ids: readonly string[]): string {
  const kept = ids.filter((id) => ID.test(id));
  return kept.length === 0 ? '' : `#servers=${kept.join(',')}`;
}

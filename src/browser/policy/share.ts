/** What the fragment of an address says: which server to load, for whom, which tool to show, and a policy, packed. */
export interface Fragment {
  server: string | null;
  profile: string | null;
  tool: string | null;
  policy: string | null;
}

/** No policy is longer; a short text can unpack to a very long one. */
const LONGEST = 2_000_000;

export function readFragment(hash: string): Fragment {
  const found = new URLSearchParams(hash.replace(/^#/, ''));
  return {
    server: found.get('server'),
    profile: found.get('profile'),
    tool: found.get('tool'),
    policy: found.get('policy'),
  };
}

/** The fragment, with its `#`, that {@link readFragment} reads back. */
export function writeFragment(fragment: Fragment): string {
  const parts = Object.entries(fragment).filter(([, value]) => value !== null);
  const text = new URLSearchParams(parts as [string, string][]).toString();
  return text === '' ? '' : `#${text}`;
}

/** The text, deflated, in the letters of base64url. */
export async function pack(text: string): Promise<string> {
  const deflated = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(deflated).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The text that was packed; null for anything that {@link pack} did not make. */
export async function unpack(packed: string): Promise<string | null> {
  try {
    const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return await textOf(inflated);
  } catch {
    return null;
  }
}

/** Stops reading at a text that no policy has. */
async function textOf(stream: ReadableStream<Uint8Array>): Promise<string | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = stream.getReader();
  let text = '';
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    text += decoder.decode(next.value, { stream: true });
    if (text.length > LONGEST) {
      await reader.cancel();
      return null;
    }
  }
  return text + decoder.decode();
}

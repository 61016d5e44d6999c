import { debounced } from '../debounce.ts';
import { element, say } from '../element.ts';
import { pack, writeFragment } from './share.ts';
import type { Bench, Workbench } from './workbench.ts';

const PAUSE = 300;

/** Keeps the address in step, so that it is a link to this very policy. Of what was pasted, nothing but the policy is in it. */
export function attachLink(workbench: Workbench): void {
  let latest = 0;
  const store = async (): Promise<void> => {
    const turn = ++latest;
    const fragment = await fragmentOf(workbench.bench);
    if (turn === latest && fragment !== null) history.replaceState(null, '', location.pathname + fragment);
  };
  workbench.show(debounced(store, PAUSE).start);
  const copy = element('copy-link', HTMLButtonElement);
  copy.hidden = !navigator.clipboard;
  copy.addEventListener('click', async () => {
    await store();
    if (workbench.bench.policy === null)
      return say('The policy has a mistake: only a policy in order can be shared.');
    const done = await navigator.clipboard.writeText(location.href).then(
      () => true,
      () => false,
    );
    say(
      done
        ? 'Copied the link to this policy.'
        : 'The browser did not allow copying: copy the address instead.',
    );
  });
}

/** Null while there is no policy in order: the address keeps the last one. */
async function fragmentOf({ subject, profile, policy, text, recommended }: Bench): Promise<string | null> {
  if (policy === null) return null;
  const packed = subject.server !== null && text === recommended?.text ? null : await pack(text);
  // The usual one goes without saying.
  const named = profile === 'interactive' ? null : profile;
  return writeFragment({ server: subject.server, profile: named, tool: null, policy: packed });
}

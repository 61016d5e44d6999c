import type { ServerRecords } from '../../core/present/server-records.ts';
import { shownLine } from '../../core/present/shown.ts';
import { PROFILES } from '../../core/recommend/decision-table.ts';
import { element, make } from '../element.ts';
import { readFragment, unpack } from './share.ts';
import type { Subject, Workbench } from './workbench.ts';

const status = (): HTMLElement => element('load-status', HTMLElement);

/** The ways a policy comes onto the bench: a catalogued server, pasted definitions, or a link. */
export function attachLoader(workbench: Workbench): void {
  const servers = element('server', HTMLSelectElement);
  element('load-server', HTMLFormElement).addEventListener('submit', async (event) => {
    event.preventDefault();
    const subject = await serverSubject(servers.value);
    if (subject !== null) workbench.load(subject, null);
  });
  element('load-pasted', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void loadPasted(workbench);
  });
}

/** Loads what an address names; returns the tool to show. */
export async function loadFragment(workbench: Workbench, hash: string): Promise<string | null> {
  const { server, profile, tool, policy } = readFragment(hash);
  const text = policy === null ? null : await unpack(policy);
  const subject = server === null ? null : await serverSubject(server);
  if (subject !== null || text !== null) {
    workbench.recommendFor(PROFILES.find((one) => one === profile) ?? 'interactive');
    workbench.load(subject ?? { server: null, key: 'my-server', records: null, notes: [] }, text);
  }
  if (policy !== null && text === null)
    status().textContent =
      'The policy in this link cannot be read: the link may have been cut. Ask for it again.';
  return tool;
}

/** Only servers of the list are asked for: no text of a link becomes part of an address. */
async function serverSubject(id: string): Promise<Subject | null> {
  const servers = element('server', HTMLSelectElement);
  const option = [...servers.options].find(({ value }) => value !== '' && value === id);
  if (option === undefined) {
    status().textContent =
      id === '' ? 'Choose a server first.' : 'The catalogue has no such server: choose one.';
    return null;
  }
  servers.value = option.value;
  status().textContent = 'Loading…';
  try {
    const answer = await fetch(`/servers/${option.value}/policy-records.json`);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const { server, records, notes } = (await answer.json()) as ServerRecords;
    status().textContent = `Loaded ${option.text} with its recommended policy.`;
    return { server, key: server, records, notes };
  } catch {
    status().textContent = `${option.text} could not be loaded. Try again.`;
    return null;
  }
}

async function loadPasted(workbench: Workbench): Promise<void> {
  const troubles = element('paste-troubles', HTMLUListElement);
  status().textContent = 'Reading…';
  try {
    const { publishedClassifier, readPasted } = await import('./pasted.ts');
    const found = readPasted(element('pasted', HTMLTextAreaElement).value, await publishedClassifier());
    troubles.replaceChildren(...found.troubles.map((trouble) => make('li', '', shownLine(trouble))));
    if (found.subject !== null) workbench.load(found.subject, null);
    const count = found.subject?.records?.length ?? 0;
    status().textContent =
      found.subject === null
        ? 'These definitions cannot be read; see what is wrong below them.'
        : `Read ${count} ${count === 1 ? 'tool' : 'tools'} in this page; nothing was sent anywhere.`;
  } catch {
    status().textContent = 'The rules could not be loaded. Try again.';
  }
}

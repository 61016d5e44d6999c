import style from '../../styles/control.css?url';
import { addStyle } from '../add-style.ts';
import { make } from '../element.ts';
import { addDownloads } from './download.ts';
import type { FormRequest } from './form-view.ts';

/**
 * Turns the links to the guides into tabs, the first of them the policy.json that stands on the page. What renders
 * the others is fetched when one is first chosen, so that reading a page costs nothing of it.
 */
export function attachControl(section: HTMLElement): void {
  const own = document.getElementById('form-policylayer');
  const { records, server } = section.dataset;
  if (own === null || records === undefined || server === undefined) return;
  const tool = section.dataset['tool'];
  const panel = make('div', 'form');
  panel.id = 'form-other';
  panel.hidden = true;
  panel.tabIndex = 0;
  panel.role = 'tabpanel';
  own.role = 'tabpanel';
  own.after(panel);
  addDownloads(own);
  const box = keyBox(server);
  const list = tabList(section);
  const request = (target: string): FormRequest => ({
    target,
    records,
    tool: tool === undefined ? null : Number(tool),
    key: box.value === server || box.value === '' ? null : box.value,
  });
  const show = async (tab: HTMLElement): Promise<void> => {
    const target = tab.dataset['target'] ?? '';
    select(list, tab);
    own.hidden = target !== 'policylayer';
    panel.hidden = target === 'policylayer';
    const shownPanel = panel.hidden ? own : panel;
    shownPanel.setAttribute('aria-labelledby', tab.id);
    if (panel.hidden) return;
    const { showForm } = await import('./form-view.ts');
    await showForm(panel, request(target), () => tab.ariaSelected === 'true');
  };
  list.addEventListener('click', ({ target }) => {
    const tab = target instanceof Element ? target.closest<HTMLElement>('[role="tab"]') : null;
    if (tab !== null) void show(tab);
  });
  list.addEventListener('keydown', (event) => {
    const tab = tabFor(event, list);
    if (tab === null) return;
    event.preventDefault();
    tab.focus();
    void show(tab);
  });
  box.addEventListener('input', () => {
    const chosen = list.querySelector<HTMLElement>('[aria-selected="true"]');
    if (chosen !== null) void show(chosen);
  });
  addStyle(style, () =>
    section.replaceChildren(list, make('label', 'key-box', 'Your name for this server', box)),
  );
}

function keyBox(server: string): HTMLInputElement {
  const box = make('input', '');
  box.value = server;
  box.spellcheck = false;
  box.autocomplete = 'off';
  box.autocapitalize = 'off';
  box.maxLength = 100;
  return box;
}

/** One list of tabs, in the groups of the links that it takes the place of. */
function tabList(section: HTMLElement): HTMLElement {
  const list = make('div', 'tabs');
  list.role = 'tablist';
  list.ariaLabel = 'Clients and gateways';
  list.append(row('Policy', [tabOf('policylayer', 'policy.json', 'form-policylayer')]));
  for (const group of section.querySelectorAll('li')) {
    const tabs = [...group.querySelectorAll('a')].map((link) =>
      tabOf(link.pathname.split('/')[2] ?? '', link.textContent, 'form-other'),
    );
    list.append(row(group.querySelector('b')?.textContent ?? '', tabs));
  }
  const [first] = list.querySelectorAll<HTMLElement>('[role="tab"]');
  if (first !== undefined) select(list, first);
  return list;
}

function row(label: string, tabs: readonly HTMLElement[]): HTMLElement {
  const name = make('b', '', label);
  name.ariaHidden = 'true';
  const made = make('div', '', name, ...tabs);
  made.role = 'presentation';
  return made;
}

function tabOf(target: string, title: string, panel: string): HTMLElement {
  const tab = make('button', '', title);
  tab.type = 'button';
  tab.role = 'tab';
  tab.id = `tab-${target}`;
  tab.dataset['target'] = target;
  tab.setAttribute('aria-controls', panel);
  return tab;
}

function select(list: HTMLElement, chosen: HTMLElement): void {
  for (const tab of list.querySelectorAll<HTMLElement>('[role="tab"]')) {
    tab.ariaSelected = String(tab === chosen);
    tab.tabIndex = tab === chosen ? 0 : -1;
  }
}

/** The tab that a key leads to; null for keys that lead nowhere. */
function tabFor({ key }: KeyboardEvent, list: HTMLElement): HTMLElement | null {
  const tabs = [...list.querySelectorAll<HTMLElement>('[role="tab"]')];
  const at = tabs.indexOf(document.activeElement as HTMLElement);
  const step =
    key === 'ArrowRight' || key === 'ArrowDown' ? 1 : key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 0;
  if (key === 'Home') return tabs[0] ?? null;
  if (key === 'End') return tabs.at(-1) ?? null;
  return step === 0 || at === -1 ? null : (tabs.at((at + step) % tabs.length) ?? null);
}

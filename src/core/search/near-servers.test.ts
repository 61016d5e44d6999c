import { expect, test } from 'vitest';
import { nearServers } from './near-servers.ts';

const servers: [id: string, title: string, tools: number][] = [
  ['azure-devops', 'Azure DevOps', 40],
  ['digitalocean', 'DigitalOcean', 353],
  ['github', 'GitHub (reference server)', 26],
  ['gitlab', 'GitLab (reference server)', 9],
  ['gitlab-zereight', 'GitLab (zereight)', 262],
  ['ms-365', 'Microsoft 365 (Softeria)', 344],
  ['stripe', 'Stripe', 22],
];

test.each([
  ['stirpe', ['stripe']],
  ['digitalocan', ['digitalocean']],
  ['digital ocan', ['digitalocean']],
  ['microsft365', ['ms-365']],
  ['azuredevop', ['azure-devops']],
  ['githib', ['github']],
  ['gitlba', ['gitlab-zereight', 'gitlab']],
  ['refnd', []],
  ['st', []],
  ['-', []],
])('%s is near %j', (typed, near) => {
  expect(nearServers(typed, servers).map(([id]) => id)).toEqual(near);
});

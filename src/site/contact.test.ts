import { expect, test } from 'vitest';
import { mailLink } from './contact.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

test('a mail link goes to the address, or to nobody yet', () => {
  expect(mailLink('a+b@example.org', 'About: it')).toBe('mailto:a%2Bb@example.org?subject=About%3A%20it');
  expect(mailLink(null, 'x')).toBe('mailto:?subject=x');
});

test('the policy allows the origin of the endpoint for sending alone', () => {
  const policy = contentSecurityPolicy([], 'https://forms.example.org/contact?key=1');
  expect(policy.match(/https:\S+/g)).toEqual(['https://forms.example.org;', 'https://forms.example.org;']);
  expect(policy).toContain("connect-src 'self' https://forms.example.org;");
  expect(policy).toContain("form-action 'self' https://forms.example.org;");
});

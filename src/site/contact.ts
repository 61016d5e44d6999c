/** How visitors reach the people behind a site, as its build was told; each null where it was not. */
export interface Contact {
  /** Where the form posts to. */
  endpoint: string | null;
  mail: string | null;
}

export function contact(): Contact {
  return { endpoint: told('TOOLWARDEN_CONTACT'), mail: told('TOOLWARDEN_CONTACT_MAIL') };
}

function told(name: string): string | null {
  const value = process.env[name] ?? '';
  return value === '' ? null : value;
}

/** A mail to the people behind the site; to nobody yet where no address is known. Source: RFC 6068. */
export function mailLink(address: string | null, subject: string): string {
  const to = address === null ? '' : encodeURIComponent(address).replaceAll('%40', '@');
  return `mailto:${to}?subject=${encodeURIComponent(subject)}`;
}

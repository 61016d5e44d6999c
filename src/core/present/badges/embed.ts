import { serverHref } from '../hrefs.ts';
import { CARD_SIZE } from './card.ts';

/** Something to paste into a README or a page, with the picture that it shows. */
interface Embed {
  label: string;
  /** Root-relative. */
  picture: string;
  alt: string;
  /** Null where it follows from the words on the picture. */
  width: number | null;
  height: number | null;
  text: string;
}

/** The badge of a server as Markdown and its card as HTML. `site` is the origin, without a slash at its end. */
export function serverEmbeds(site: string, id: string): Embed[] {
  const page = serverHref(id);
  const alt = `What the tools of ${id} can do, by Toolwarden`;
  const [badge, card] = [`${page}badge.svg`, `${page}card.svg`];
  const { width, height } = CARD_SIZE;
  return [
    {
      label: 'Badge, Markdown',
      picture: badge,
      alt,
      width: null,
      height: null,
      text: `[![${alt}](${site}${badge})](${site}${page})`,
    },
    {
      label: 'Card, HTML',
      picture: card,
      alt,
      width,
      height,
      text: `<a href="${site}${page}"><img src="${site}${card}" alt="${alt}" width="${width}" height="${height}"></a>`,
    },
  ];
}

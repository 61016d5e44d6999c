import { z } from 'zod';

/** JSON Feed 1.1 as far as ours use it. Source: jsonfeed.org/version/1.1. */
export const JsonFeed = z.object({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  description: z.string(),
  home_page_url: z.url(),
  feed_url: z.url(),
  language: z.literal('en'),
  authors: z.array(z.object({ name: z.string() })),
  items: z.array(
    z.object({
      id: z.string().regex(/^tag:/),
      url: z.url(),
      title: z.string(),
      content_text: z.string(),
      date_published: z.iso.datetime(),
    }),
  ),
});

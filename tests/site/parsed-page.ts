import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;

/** A built page as a browser would parse it. */
export interface ParsedPage {
  elements: Element[];
  title: string;
}

export function parsePage(html: string): ParsedPage {
  const elements: Element[] = [];
  collect(parse(html), elements);
  return { elements, title: textOf(elements.find((element) => element.tagName === 'title')) };
}

function collect(node: Node, into: Element[]): void {
  if ('tagName' in node) into.push(node);
  if ('childNodes' in node) for (const child of node.childNodes) collect(child, into);
}

/** Text of an element and all that is in it. */
export function textOf(node: Node | undefined): string {
  if (node === undefined) return '';
  if ('value' in node && node.nodeName === '#text') return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

export function attributeOf(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((attribute) => attribute.name === name)?.value;
}

export function named(page: ParsedPage, ...tags: string[]): Element[] {
  return page.elements.filter((element) => tags.includes(element.tagName));
}

/** Descendants of the one element with this class. */
export function within(page: ParsedPage, className: string): Element[] {
  const found: Element[] = [];
  const outer = page.elements.find((element) =>
    attributeOf(element, 'class')?.split(' ').includes(className),
  );
  if (outer !== undefined) collect(outer, found);
  return found;
}

import { type Surface, surfaceOf } from '../../core/present/stack/surface.ts';
import { looksSecret } from '../../core/stack/secret.ts';
import type { Member } from './member.ts';

/** The servers of the page, in the order in which they came, and who shows them. Held in memory alone. */
export class Stack {
  #members: Member[] = [];
  readonly #parts: ((stack: Stack) => void)[] = [];

  get members(): readonly Member[] {
    return this.#members;
  }

  /** What the servers that run can do together; one that is loading counts as unknown until it is there. */
  get surface(): Surface {
    const running = this.#members.filter(({ state }) => state !== 'off');
    return surfaceOf(running.map(({ key, tools }) => ({ key, tools })));
  }

  /** Shows the stack now and whenever it changes. */
  show(part: (stack: Stack) => void): void {
    this.#parts.push(part);
    part(this);
  }

  /** A name that no server of the stack has; one that may be a secret is replaced. */
  keyFor(wanted: string): string {
    const plain = wanted.trim() === '' || looksSecret(wanted) ? 'server' : wanted;
    const taken = new Set(this.#members.map(({ key }) => key));
    let key = plain;
    for (let number = 2; taken.has(key); number++) key = `${plain}-${number}`;
    return key;
  }

  add(...members: Member[]): void {
    this.#members = [...this.#members, ...members];
    this.changed();
  }

  remove(member: Member): void {
    this.#members = this.#members.filter((one) => one !== member);
    this.changed();
  }

  clear(): void {
    this.#members = [];
    this.changed();
  }

  /** To be called by whoever changed a member. */
  changed(): void {
    for (const part of this.#parts) part(this);
  }
}

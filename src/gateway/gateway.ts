import type { Transport } from '@modelcontextprotocol/client';
import type { Finding } from '../core/finding.ts';
import { Audit } from './audit.ts';
import { CounterStore } from './counter-file.ts';
import { Guard } from './guard.ts';
import { Session } from './session.ts';
import { Settings } from './settings.ts';

/** What a gateway is started with. */
export interface GatewayOptions {
  policy: string;
  ask: string | null;
  audit: string | null;
  counters: string | null;
  askTimeoutMs: number;
  /** The clock, in milliseconds since 1970, UTC. */
  now: () => number;
  /** Told when the rules were read anew; `loaded` false leaves those before in force. */
  onReload: (loaded: boolean, findings: Finding[]) => void;
}

/** How often the files of the rules are looked at. */
const LOOK_EVERY_MS = 250;

/** Rules, counts and audit file, and the sessions that share them. */
export class Gateway {
  readonly warnings: Finding[];
  readonly #options: GatewayOptions;
  readonly #settings: Settings;
  readonly #counters: CounterStore;
  readonly #guard: Guard;
  readonly #sessions = new Set<Session>();
  readonly #looking: NodeJS.Timeout;

  /** Throws Stopped with everything that keeps it from starting. */
  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#settings = new Settings(options.policy, options.ask);
    this.#counters = new CounterStore(options.counters);
    const audit = new Audit(options.audit);
    const troubles = [audit.trouble, this.#counters.trouble].filter((finding) => finding !== null);
    this.warnings = [...this.#settings.warnings, ...troubles];
    this.#guard = new Guard(this.#settings, this.#counters, audit, options.now);
    this.#looking = setInterval(() => this.reload(), LOOK_EVERY_MS).unref();
  }

  /** Joins a client to a server. Rejects when either cannot be started. */
  async join(client: Transport, server: Transport): Promise<Session> {
    const session = new Session(client, server, this.#guard, this.#options.askTimeoutMs);
    await session.start();
    this.#sessions.add(session);
    void session.ended.then(() => this.#sessions.delete(session));
    return session;
  }

  /** Reads the rules again where their files have changed. */
  reload(): void {
    const reloaded = this.#settings.reload();
    if (reloaded === null) return;
    this.#guard.note(reloaded.loaded ? 'policy-loaded' : 'policy-rejected', null, null);
    this.#options.onReload(reloaded.loaded, reloaded.findings);
    if (reloaded.loaded) for (const session of this.#sessions) session.rulesChanged();
  }

  close(): void {
    clearInterval(this.#looking);
    this.#counters.close();
  }
}

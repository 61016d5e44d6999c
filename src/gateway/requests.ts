import type { RequestId } from '@modelcontextprotocol/client';
import { isObject, type JsonObject, type JsonValue } from '../core/tool/json.ts';

/** The requests of a client that the server, or a person, has yet to answer. */
export class Requests {
  /** The id of a request that the client called off is taken until it is answered, or its answer would pass for that of another. */
  readonly #cancelled = new Set<RequestId>();
  readonly #open = new Map<RequestId, { method: string; progressToken: JsonValue | undefined }>();

  get ids(): RequestId[] {
    return [...this.#open.keys()];
  }

  open(id: RequestId, method: string, params: JsonObject): void {
    const meta = params['_meta'];
    this.#open.set(id, { method, progressToken: isObject(meta) ? meta['progressToken'] : undefined });
  }

  /** True when an id cannot be given to another request. */
  has(id: RequestId): boolean {
    return this.#open.has(id) || this.#cancelled.has(id);
  }

  /** True when the client waits for an answer under this id. */
  isAwaited(id: RequestId): boolean {
    return this.#open.has(id);
  }

  methodOf(id: unknown): string | undefined {
    return this.#open.get(id as RequestId)?.method;
  }

  /** False when it was closed before: nobody waits for the answer. */
  close(id: unknown): boolean {
    this.#cancelled.delete(id as RequestId);
    return this.#open.delete(id as RequestId);
  }

  /** The client no longer waits for an answer that the server may give all the same. */
  cancel(id: unknown): void {
    if (this.#open.delete(id as RequestId)) this.#cancelled.add(id as RequestId);
  }

  /** Over HTTP a message of the server travels with the answer to a request: the one it names, else the latest. */
  relatedTo({ params }: JsonObject): RequestId | undefined {
    const token = isObject(params) ? params['progressToken'] : undefined;
    const open = [...this.#open];
    const named =
      token === undefined ? undefined : open.find(([, { progressToken }]) => progressToken === token);
    return (named ?? open.at(-1))?.[0];
  }
}

/** What a server may cost before it is stopped: strangers wrote it. */
export interface Limits {
  /** For everything that is done to read one server, the installation of a package included. */
  timeoutMs: number;
  pages: number;
  tools: number;
  /** UTF-16 units of one tool printed as JSON; the largest real one seen is under 0.1 million. */
  toolSize: number;
  stdoutBytes: number;
  stderrBytes: number;
  /** Lines on stdout that are not JSON-RPC: a banner is common and harmless, a stream of them is not. */
  strayLines: number;
}

/** The default limits around a given time limit. */
export function limitsWithin(timeoutMs: number): Limits {
  return {
    timeoutMs,
    pages: 200,
    tools: 5_000,
    toolSize: 1_000_000,
    stdoutBytes: 64_000_000,
    stderrBytes: 8_000_000,
    strayLines: 50,
  };
}

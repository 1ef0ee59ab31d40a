// What carries a call to the vault and brings the answer back. The real one is a MessagePort; tests bring their own.
import type { WireError } from '#shared/contract/errors';
import type { Progress, Result, StopSignal } from '#shared/contract/operation';

/** How a caller follows long work: stop it through the signal, hear of its progress. */
export interface Watch {
  readonly signal?: StopSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Transport {
  /** Never rejects: everything that can go wrong comes back as `{ ok: false }`. */
  call(name: string, request: unknown, watch?: Watch): Promise<Result<unknown>>;
}

/** The vault refused a call. The message is the code alone; the sentence is chosen where it is shown. */
export class CallRefused extends Error {
  readonly error: WireError;
  constructor(error: WireError) {
    super(error.code);
    this.name = 'CallRefused';
    this.error = error;
  }
}

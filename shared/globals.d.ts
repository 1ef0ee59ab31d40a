// The one global that shared names and that both Node and the page have: only what the contract uses of it.
// Seen by this room alone; every other room has its own full declaration.
interface AbortSignal {
  readonly aborted: boolean;
  throwIfAborted(): void;
}

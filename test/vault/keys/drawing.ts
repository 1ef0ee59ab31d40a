// For vectors: randomness that is written down. Each draw answers the next value and must ask for exactly its size.

/** A source that hands out the given values (hex) in order and then nothing more. */
export function drawing(values: readonly string[]): (size: number) => Uint8Array {
  let next = 0;
  return (size) => {
    const value = Uint8Array.from(Buffer.from(values[next] ?? '', 'hex'));
    next += 1;
    if (value.length !== size) throw new Error(`draw ${next} asks for ${size} bytes, the vector holds ${value.length}`);
    return value;
  };
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const unhex = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, 'hex'));

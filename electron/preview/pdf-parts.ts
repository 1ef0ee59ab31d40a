// What a PDF may take for granted: the character maps of Asian scripts and the fourteen standard fonts. They are bundled as scripts of
// ours (build/pdf-parts.mjs), because a preview may fetch nothing, and loaded only for a document that asks for them.

type Parts = Readonly<Record<string, string>>;

function bytesOf(parts: Parts, name: string): Uint8Array {
  const text = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (text === undefined) throw new Error('not bundled');
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/** As pdf.js asks for them. */
export class BundledCharacterMaps {
  async fetch({ name }: { readonly name: string }): Promise<{ cMapData: Uint8Array; isCompressed: true }> {
    const { default: parts } = await import('virtual:pdf-character-maps');
    return { cMapData: bytesOf(parts, `${name}.bcmap`), isCompressed: true };
  }
}

export class BundledFonts {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const { default: parts } = await import('virtual:pdf-fonts');
    return bytesOf(parts, filename);
  }
}

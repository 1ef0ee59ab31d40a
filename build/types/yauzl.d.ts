// What electron/parser uses of yauzl 3.4, which ships no declarations.
declare module 'yauzl' {
  export interface Entry {
    readonly fileName: string;
    readonly compressionMethod: number;
    readonly compressedSize: number;
    readonly uncompressedSize: number;
    readonly crc32: number;
    isEncrypted(): boolean;
  }
  export interface ZipFile {
    readonly entryCount: number;
    eachEntry(): AsyncIterable<Entry>;
    readLocalFileHeaderPromise(entry: Entry, options: { minimal: true }): Promise<{ readonly fileDataStart: number }>;
  }
  export function fromBufferPromise(content: Buffer, options: { strictFileNames: boolean }): Promise<ZipFile>;
}

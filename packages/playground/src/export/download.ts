/** Something that becomes a file. */
export interface Download {
  readonly file: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly type: string;
}

let lastUrl: string | null = null;

/** Hands a file to the browser to be saved. Its address stays until the next one: the browser may begin to read after the click. */
export function download({ file, content, type }: Download): void {
  if (lastUrl !== null) URL.revokeObjectURL(lastUrl);
  const url = URL.createObjectURL(new Blob([content], { type }));
  lastUrl = url;
  const link = document.createElement("a");
  link.href = url;
  link.download = file;
  link.click();
}

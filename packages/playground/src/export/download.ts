/** Something that becomes a file. */
export interface Download {
  readonly file: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** Hands a file to the browser to be saved. */
export function download({ file, content, type }: Download): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = file;
  link.click();
  URL.revokeObjectURL(url);
}

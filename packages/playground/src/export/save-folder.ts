type DirectoryPicker = (options: { readonly mode: "readwrite" }) => Promise<FileSystemDirectoryHandle>;

/** Writes files by path into a folder that the viewer chooses; answers what to say of it. */
export async function saveFolder(files: ReadonlyMap<string, string>): Promise<string> {
  const { showDirectoryPicker } = globalThis as unknown as { readonly showDirectoryPicker: DirectoryPicker };
  try {
    const root = await showDirectoryPicker({ mode: "readwrite" });
    for (const [path, text] of files) {
      const writable = await (await fileAt(root, path.split("/"))).createWritable();
      await writable.write(text);
      await writable.close();
    }
    return `${files.size} files saved in ${root.name}`;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return "nothing was saved";
    throw error;
  }
}

async function fileAt(root: FileSystemDirectoryHandle, path: readonly string[]): Promise<FileSystemFileHandle> {
  const [name = "", ...rest] = path;
  if (rest.length === 0) return root.getFileHandle(name, { create: true });
  return fileAt(await root.getDirectoryHandle(name, { create: true }), rest);
}

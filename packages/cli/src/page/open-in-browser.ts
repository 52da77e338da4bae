import { spawn } from "node:child_process";

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, string>>> = { darwin: "open", win32: "explorer", linux: "xdg-open" };

/** Asks the system to open an address in its browser. Where that cannot be done nothing happens: the address was printed. */
export function openInBrowser(url: string): void {
  const opener = OPENERS[process.platform];
  if (opener === undefined) return;
  const child = spawn(opener, [url], { stdio: "ignore", detached: true });
  // There may be no such program, as in a container.
  child.on("error", () => undefined);
  child.unref();
}

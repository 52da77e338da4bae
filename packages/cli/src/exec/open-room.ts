import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Files } from "@irsa-sim/core";
import { type Bind, encodeJavaKeyStore, hostsFile, mirrorTree, nameServiceSwitch } from "@irsa-sim/node-host";
import { makeTemporaryFolder } from "../files/make-temporary-folder.js";
import { writeTo } from "../files/write-to.js";

/** What a command finds on this machine's disk: a temporary folder for it alone. */
export interface Room {
  readonly folder: string;
  readonly trust: { readonly bundle: string; readonly javaKeyStore: string };
  readonly volumes: readonly { readonly mountPath: string; readonly directory: string }[];
  /** At which nothing is. */
  readonly nowhere: string;
  /** Empty. */
  readonly staging: string;
  /** What is seen in another place where the command has paths of its own. */
  readonly binds: readonly Bind[];
  /** Brings the volumes up to date. */
  sync(): void;
  /** Removes all of it. */
  close(): void;
}

/** What a room is made from. */
export interface RoomOptions {
  /** Of the container, as they are now. */
  readonly files: () => Files;
  /** In `files`. */
  readonly volumes: readonly string[];
  /** PEM. */
  readonly roots: string;
  /** That lead to the simulator. */
  readonly names: readonly string[];
}

/** Where systems keep the authorities that they trust; the first one is Debian's. */
const SYSTEM_BUNDLES = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/ssl/ca-bundle.pem",
  "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
  "/etc/ssl/cert.pem",
];
const NAME_SERVICE_SWITCH = "/etc/nsswitch.conf";

/**
 * Makes the folder, with mode 0700, and puts into it what is there at this moment.
 *
 * @throws {PathError} when the operating system refuses; then nothing stays behind
 */
export function openRoom(options: RoomOptions): Room {
  const folder = makeTemporaryFolder("irsa-sim-exec-");
  try {
    return writeTo(folder, () => furnish(folder, options));
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function furnish(folder: string, { files, volumes, roots, names }: RoomOptions): Room {
  const put = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content, { mode: 0o644 });
    return path;
  };
  const make = (name: string): string => {
    mkdirSync(join(folder, name));
    return join(folder, name);
  };
  const systemBundles = [...new Set(SYSTEM_BUNDLES.filter(existsSync).map((path) => realpathSync(path)))];
  const pem = `${systemBundles[0] === undefined ? "" : readFileSync(systemBundles[0], "utf8")}\n${roots}`;
  const trust = { bundle: put("ca.pem", pem), javaKeyStore: put("ca.jks", encodeJavaKeyStore(pem)) };
  const placed = volumes.map((mountPath, index) => ({ mountPath, directory: join(folder, `volume-${index}`) }));
  const sync = (): void => {
    const seen = files();
    for (const { mountPath, directory } of placed) mirrorTree({ files: seen, from: mountPath, to: directory });
  };
  sync();
  const settings = join(homedir(), ".aws");
  return {
    folder,
    trust,
    volumes: placed,
    nowhere: join(folder, "nowhere"),
    staging: make("staging"),
    binds: [
      { source: put("hosts", hostsFile(names)), target: "/etc/hosts" },
      ...(existsSync(NAME_SERVICE_SWITCH)
        ? [{ source: put("nsswitch.conf", nameServiceSwitch(readFileSync(NAME_SERVICE_SWITCH, "utf8"))), target: NAME_SERVICE_SWITCH }]
        : []),
      ...systemBundles.map((target) => ({ source: trust.bundle, target })),
      ...placed.map(({ mountPath, directory }) => ({ source: directory, target: mountPath })),
      // A container has no settings of whoever runs the simulator.
      ...(existsSync(settings) ? [{ source: make("no-settings"), target: realpathSync(settings) }] : []),
    ],
    sync: () => writeTo(folder, sync),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

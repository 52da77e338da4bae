import type { Properties, SharedFile } from "./parse-shared-config.js";

/** The shared files as a container has them, and which profile is selected. */
export interface SharedConfig {
  /** The selected profile's name. */
  readonly selected: string;
  /** Who selected it. */
  readonly selectedBy: "code" | "AWS_PROFILE" | "nobody";
  readonly paths: Readonly<Record<SharedFile, string>>;
  /** Whether the file was there and read. */
  readonly present: Readonly<Record<SharedFile, boolean>>;
  /** A profile from the files named, the credentials file's keys before the config file's; `null` when none has it. */
  profile(name: string, files?: readonly SharedFile[]): Properties | null;
  /** The section of endpoints with that name, by service; empty when there is none. */
  services(name: string): Readonly<Record<string, Properties>>;
}

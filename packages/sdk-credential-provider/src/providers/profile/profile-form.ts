/** The forms that a profile's credentials take; a chain lists those that its SDK knows, in its order. */
import type { Properties, SharedFile } from "../../shared-config/parse-shared-config.js";
import type { ProviderAnswer, ProviderInput } from "../provider.js";

/** A profile that is being read. */
export interface NamedProfile {
  readonly name: string;
  readonly properties: Properties;
  readonly files: readonly SharedFile[];
  /** Names on the way here by `source_profile`, this one included. */
  readonly visited: readonly string[];
}

/** An answer without the names of its inputs, which the link adds; `null` when the profile does not have this form. */
export type FormAnswer = DistributiveOmit<ProviderAnswer, "inputs"> | null;

/** Looks for one form of credentials in a profile. */
export type ProfileForm = (input: ProviderInput, profile: NamedProfile) => Promise<FormAnswer>;

type DistributiveOmit<Union, Key extends string> = Union extends unknown ? Omit<Union, Key> : never;

import type { Random } from "@irsa-sim/core";
import type { KubernetesObject } from "./kubernetes-object.js";
import { NAME_ALPHABET } from "./name-alphabet.js";

const SUFFIX_LENGTH = 5;
/** So many characters a name keeps of what it begins with. */
const MAX_PREFIX = 63 - SUFFIX_LENGTH;

/** An object with a name: its own, or one that begins as it says. */
export function named<Kind extends Pick<KubernetesObject, "metadata">>(object: Kind, random: Random): Kind {
  const { name = "", generateName = "" } = object.metadata;
  if (name !== "" || generateName === "") return object;
  return { ...object, metadata: { ...object.metadata, name: `${generateName.slice(0, MAX_PREFIX)}${random.text(SUFFIX_LENGTH, NAME_ALPHABET)}` } };
}

import { DENIALS } from "./kinds/denials.js";
import { KEYS } from "./kinds/keys.js";
import { KUBERNETES } from "./kinds/kubernetes.js";
import { NETWORK } from "./kinds/network.js";
import { NOTHING_FOUND } from "./kinds/nothing-found.js";
import { BARE, HIDDEN } from "./kinds/own-words.js";
import { POD_IDENTITY_AGENT, POD_IDENTITY_ANSWERS } from "./kinds/pod-identity.js";
import { ROLE_CHAIN } from "./kinds/role-chain.js";
import { SET_UP } from "./kinds/set-up.js";
import { SETTINGS } from "./kinds/settings.js";
import { STS_ANSWERS } from "./kinds/sts-answers.js";
import { TOKEN_FILE } from "./kinds/token-file.js";
import type { MessageKind } from "./message-kind.js";

/** All kinds, nearest to a cause first: of several in one text, what stands first here is why the others are there. */
export const MESSAGE_KINDS: readonly MessageKind[] = [
  ...STS_ANSWERS,
  ...POD_IDENTITY_ANSWERS,
  ...SETTINGS,
  ...TOKEN_FILE,
  ...NETWORK,
  ...KUBERNETES,
  ...ROLE_CHAIN,
  ...POD_IDENTITY_AGENT,
  ...SET_UP,
  ...KEYS,
  ...DENIALS,
  ...HIDDEN,
  ...NOTHING_FOUND,
  ...BARE,
];

/** The kinds that a message is of, nearest to a cause first. */
export function findKinds(words: readonly string[]): readonly MessageKind[] {
  const text = words.join(" ");
  return MESSAGE_KINDS.filter(({ forms, without = [] }) => forms.every((form) => form.test(text)) && !without.some((form) => form.test(text)));
}

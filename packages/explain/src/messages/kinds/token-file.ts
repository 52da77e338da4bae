import type { MessageKind } from "../message-kind.js";

const FILE = /\{eks-token\}|web.?identity.?token|token ?file|identity_token/;

/** The SDK could not read what the kubelet wrote, or did not write. */
export const TOKEN_FILE: readonly MessageKind[] = [
  {
    id: "token-path-empty",
    says: "the program wants the token file, and no variable says where it is: the webhook added nothing to this container",
    forms: [/web.?identity|retrieve jwt|assumerolewithwebidentity/, /open no such file|unable to read file at (read )?is a directory|open ""|open '' /],
    causes: ["annotation-absent-or-misplaced", "pod-older-than-annotation", "pod-uses-other-sa", "webhook-absent-fail-open"],
  },
  {
    id: "token-not-readable",
    says: "the process may not read the token file",
    forms: [FILE, /permission denied|eacces|accessdeniedexception \{eks-token\}/],
    causes: ["nonroot-token-unreadable"],
  },
  {
    id: "token-not-there",
    says: "there is no token file where the variable says",
    forms: [
      /\{eks-token\}|web.?identity.?token ?file|unable to locate specified web identity/,
      /no such file|enoent|nosuchfile|not found|cannot find|unable to locate specified|does not exist/,
    ],
    causes: ["env-without-volume", "token-path-hard-coded", "volume-of-the-webhooks-name"],
  },
  {
    id: "token-unread",
    isFar: true,
    says: "the token file could not be read: it is not there, or this process may not read it",
    forms: [
      /a token could not be loaded from the webidentitytokenfile|cant open token file|unreadable tokenfile|error reading webidentitytokenfile|unable to read (file at \{eks-token\}|web identity token)|failed (fetching webidentity token|to retrieve jwt from provide)/,
    ],
    causes: ["nonroot-token-unreadable", "env-without-volume"],
  },
];

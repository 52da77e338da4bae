/** Validation of who a process is on Windows. */
import { type FieldProblem, invalidConstant } from "../../field-problem.js";
import type { WindowsOptions } from "../../types/security-context.js";
import { bytesIn, isLongerThan } from "../formats/is-longer-than.js";
import { dnsSubdomain } from "../formats/names.js";

const MAX_CREDENTIAL_BYTES = 64 * 1024;
const MAX_DOMAIN = 256;
const MAX_USER = 104;
const NETBIOS_NAME = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/;
const DNS_LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
const DNS_NAME = new RegExp(`^${DNS_LABEL}(?:\\.${DNS_LABEL})*$`);

/** Problems of options for Windows; none for absent ones. */
export function* findWindowsProblems(options: WindowsOptions | undefined, field: string): Generator<FieldProblem> {
  const { gmsaCredentialSpecName, gmsaCredentialSpec, runAsUserName } = options ?? {};
  if (gmsaCredentialSpecName !== undefined) {
    for (const problem of dnsSubdomain(gmsaCredentialSpecName)) yield invalidConstant(`${field}.gmsaCredentialSpecName`, gmsaCredentialSpecName, problem);
  }
  if (gmsaCredentialSpec === "") yield invalidConstant(`${field}.gmsaCredentialSpec`, "", "gmsaCredentialSpec cannot be an empty string");
  else if (gmsaCredentialSpec !== undefined && isLongerThan(gmsaCredentialSpec, MAX_CREDENTIAL_BYTES)) {
    yield invalidConstant(`${field}.gmsaCredentialSpec`, gmsaCredentialSpec, "gmsaCredentialSpec size must be under 64 KiB");
  }
  if (runAsUserName === undefined) return;
  for (const problem of userNameProblems(runAsUserName)) yield invalidConstant(`${field}.runAsUserName`, runAsUserName, `runAsUserName${problem}`);
}

function* userNameProblems(name: string): Generator<string> {
  const parts = name.split("\\");
  if (name === "") return yield " cannot be an empty string";
  if (/\p{Cc}/u.test(name)) return yield " cannot contain control characters";
  if (parts.length > 2) return yield " cannot contain more than one backslash";
  const user = parts.at(-1) ?? "";
  const domain = parts.length === 2 ? (parts[0] ?? "") : null;
  if (domain !== null && bytesIn(domain) >= MAX_DOMAIN) yield `'s Domain length must be under ${MAX_DOMAIN} characters`;
  if (domain !== null && !NETBIOS_NAME.test(domain) && !DNS_NAME.test(domain)) yield "'s Domain doesn't match the NetBios nor the DNS format";
  if (user === "") yield "'s User cannot be empty";
  else if (isLongerThan(user, MAX_USER)) yield `'s User length must not be longer than ${MAX_USER} characters`;
  if (/^[. ]+$/.test(user)) yield "'s User cannot contain only periods or spaces";
  if (/["/\\:;|=,+*?<>@[\]]/.test(user)) yield `'s User cannot contain the following characters: "/\\:;|=,+*?<>@[]`;
}
